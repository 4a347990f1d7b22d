import type { Who } from "../../conversation/bot.ts";
import { wholeName } from "../../market/whole-names.ts";
import { balanceMessages as words } from "../../present/balance-messages.ts";
import type { Screen, Values } from "../../screen/screen.ts";
import type { HoldingRow } from "../../store/rows.ts";
import { teamOf } from "../../store/team.ts";
import { dayIn } from "../../team/clock.ts";
import type { Holding } from "../../team/holding.ts";
import { allBalances, balanceScreen, goneScreen } from "../balances.ts";
import type { FormId } from "../form-ids.ts";
import { type AppPorts, infoScreen } from "../ports.ts";
import { balanceFields, valuesOf } from "./balance-fields.ts";
import { type BalanceForm, readBalance } from "./balance-values.ts";
import { type Filled, type Form, once, type Problems } from "./form.ts";

/** Records something of one kind, or changes it. About nothing, or the id of what is there. */
export function balanceForm(kind: BalanceForm): Form {
  return {
    async show(who, about, _place, ports) {
      const row = about === "" ? null : await ports.store.of(who.tenant).holding(about);
      if (about !== "" && row === null) return goneScreen;
      return balancePage(kind, row === null ? {} : valuesOf(row.holding), {});
    },
    async fill(who, about, values, _place, ports) {
      const row = about === "" ? null : await ports.store.of(who.tenant).holding(about);
      if (about !== "" && row === null) return once(goneScreen);
      return recordBalance(who, { kind, form: kind, about, values, row }, {}, ports);
    },
  };
}

/** The form, as it is first shown or with what is wrong in it. */
export function balancePage(kind: BalanceForm, values: Values, problems: Problems): Screen {
  return {
    ...infoScreen(
      kind,
      words.form[kind],
      [],
      [{ action: "next", label: words.form.save, opens: words.form.fillIn }, allBalances],
    ),
    fields: balanceFields(kind, values, problems),
  };
}

type Typed = { kind: BalanceForm; form: FormId; about: string; values: Values; row: HoldingRow | null };

/** Keeps what was typed, or gives the form again. `more`: what is known of it besides. */
export async function recordBalance(
  who: Who,
  { kind, form, about, values, row }: Typed,
  more: Partial<Holding>,
  ports: AppPorts,
): Promise<Filled> {
  const team = await teamOf(who.tenant, ports);
  const read = readBalance(kind, values, dayIn(team, ports.now()));
  if ("problems" in read)
    return { screen: balancePage(kind, values, read.problems), reading: { ask: "form", form, about } };
  const { facts } = read;
  const before = row?.holding;
  const known = before?.product === facts.product ? {} : catalogued(facts.product, ports);
  // The same words for the product stand for the same row.
  const fresh = {
    row: null,
    vendor: "",
    funding: null,
    cap: null,
    owner: `<@${who.person}>`,
    channel: team.channel,
    decision: null,
  };
  return keepBalance(who, row, { ...fresh, ...before, ...known, ...more, ...facts }, ports);
}

/** Writes a holding, and shows it; where somebody was faster, what is there. */
export async function keepBalance(
  who: Who,
  row: HoldingRow | null,
  holding: Holding,
  ports: AppPorts,
): Promise<Filled> {
  const { store, now, newId } = ports;
  const at = now();
  const known = row?.revision ?? 0;
  const next = { id: row?.id ?? newId(), holding, by: row?.by ?? who.person, revision: known + 1, updatedAt: at };
  const written = await store.of(who.tenant).saveHolding(next, known);
  const saved = "saved" in written;
  if (saved)
    await store
      .of(who.tenant)
      .note({ at, actor: who.person, action: row === null ? "recorded" : "changed", subject: next.id, details: null });
  return {
    screen: await balanceScreen(who, next.id, ports, saved ? null : words.meanwhile),
    reading: { ask: "balance", id: next.id },
  };
}

/** The row of the catalogue that a product's name means, with its vendor's name; else the vendor that it begins with. */
function catalogued(product: string, { advisor }: AppPorts): Pick<Holding, "row"> & Partial<Pick<Holding, "vendor">> {
  const { market } = advisor();
  const [id, ...others] = wholeName(product, market) ?? [];
  const row = id === undefined || others.length > 0 ? undefined : market.row(id);
  if (row !== undefined) return { row: row.id, vendor: market.vendorName(row.vendor) };
  const said = product.toLowerCase();
  const vendor = market.catalogue.vendors.find(({ name }) => `${said} `.startsWith(`${name.toLowerCase()} `));
  return vendor === undefined ? { row: null } : { row: null, vendor: vendor.name };
}
