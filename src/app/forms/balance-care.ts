import { balanceMessages as words } from "../../present/balance-messages.ts";
import { clean } from "../../screen/clean.ts";
import type { Field, Screen, Values } from "../../screen/screen.ts";
import { fundings, type Holding } from "../../team/holding.ts";
import { readAmount } from "../../team/typed.ts";
import { goneScreen } from "../balances.ts";
import { infoScreen } from "../ports.ts";
import { keepBalance } from "./balance-form.ts";
import { line, person } from "./fields.ts";
import { type Form, once, typedInto } from "./form.ts";

/** Who looks after it. About the balance. */
export const holder: Form = {
  async show(who, about, _place, { store }) {
    const row = await store.of(who.tenant).holding(about);
    return row === null ? goneScreen : holderPage(row.holding);
  },
  async fill(who, about, values, _place, ports) {
    const row = await ports.store.of(who.tenant).holding(about);
    if (row === null) return once(goneScreen);
    const owner = typedInto(values, "person").slice(0, 200);
    return keepBalance(who, row, { ...row.holding, owner: owner === "" ? null : owner }, ports);
  },
};

function holderPage({ owner }: Holding): Screen {
  return {
    ...infoScreen("holder", words.form.owner, [], [{ action: "next", label: words.form.save }]),
    fields: [person(words.form.person, owner, null)],
  };
}

/** From whom it is bought, how it is paid, and which channel hears of it. About the balance. */
export const paying: Form = {
  async show(who, about, _place, { store }) {
    const row = await store.of(who.tenant).holding(about);
    return row === null ? goneScreen : payingPage(row.holding, null);
  },
  async fill(who, about, values, _place, ports) {
    const row = await ports.store.of(who.tenant).holding(about);
    if (row === null) return once(goneScreen);
    const typed = typedInto(values, "cap");
    const cap = readAmount(typed);
    if (typed !== "" && cap === null)
      return {
        screen: payingPage(row.holding, words.form.capProblem),
        reading: { ask: "form", form: "paying", about },
      };
    return keepBalance(who, row, { ...row.holding, ...paidBy(values), cap: cap?.amount ?? null }, ports);
  },
};

function paidBy(values: Values): Pick<Holding, "vendor" | "funding"> & Partial<Pick<Holding, "channel">> {
  const vendor = clean(typedInto(values, "vendor")).trim().slice(0, 80);
  const funding = fundings.find((each) => each === typedInto(values, "funding")) ?? null;
  // Where an adapter has no channels, there is no such field.
  return { vendor, funding, ...("channel" in values ? { channel: typedInto(values, "channel") || null } : {}) };
}

function payingPage({ vendor, funding, cap, unit, channel }: Holding, problem: string | null): Screen {
  const { form } = words;
  const both = { value: channel, empty: "none", mayAsk: false, problem: null } as const;
  const fields: Field[] = [
    line("vendor", form.vendor, vendor || null, null),
    {
      field: "choice",
      id: "funding",
      label: form.funding.label,
      hint: "",
      options: fundings.map((id) => ({ id, label: words.funding[id](null) })),
      ...both,
      value: funding,
    },
    line("cap", form.cap, cap === null ? null : /^[A-Z]{3}$/.test(unit) ? `${unit} ${cap}` : `${cap} ${unit}`, problem),
    { field: "channel", id: "channel", ...form.channel, ...both },
  ];
  return {
    ...infoScreen("paying", form.paying, [], [{ action: "next", label: form.save, opens: form.change }]),
    fields,
  };
}
