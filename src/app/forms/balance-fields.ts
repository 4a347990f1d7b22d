import { balanceMessages } from "../../present/balance-messages.ts";
import type { Field, Values } from "../../screen/screen.ts";
import type { Holding } from "../../team/holding.ts";
import { retypedLots, retypedUse } from "../../team/typed.ts";
import type { BalanceForm } from "./balance-values.ts";
import { choice, line } from "./fields.ts";
import { type Problems, typedInto } from "./form.ts";

const words = balanceMessages.form;

/** The fields of a form, with what stands in them. */
export function balanceFields(form: BalanceForm, values: Values, problems: Problems): Field[] {
  const text = (id: keyof typeof words & string, label: { label: string; hint?: string }) =>
    line(id, label, typedInto(values, id) || null, problems[id] ?? null);
  const common = (id: string, { label, hint = "" }: { label: string; hint?: string }) => {
    const value = typedInto(values, id) || null;
    const empty = value === null ? ("none" as const) : ("preset" as const);
    return { id, label, hint, value, empty, mayAsk: false, problem: problems[id] ?? null };
  };
  const date = (id: string, said: { label: string; hint?: string }): Field => ({ field: "date", ...common(id, said) });
  const product = text("product", words.product);
  const use = text("use", words.use);
  switch (form) {
    case "prepaid":
      return [product, text("amount", words.amount), date("bought", words.bought), date("expires", words.expires), use];
    case "credit": {
      const { label, expiry, listed } = words.order;
      const order = typedInto(values, "order") === "listed" ? "listed" : "expiry";
      return [
        product,
        { field: "text", long: true, ...common("lots", words.lots) },
        choice("order", label, { expiry, listed }, order),
        use,
      ];
    }
    case "seats":
      return [
        product,
        text("count", words.count),
        text("price", words.price),
        date("renews", words.renews),
        date("notice", words.notice),
      ];
  }
}

/** What stands in the fields of what is kept. */
export function valuesOf({ product, unit, held, use }: Holding): Values {
  const money = (amount: string) => (/^[A-Z]{3}$/.test(unit) ? `${unit} ${amount}` : `${amount} ${unit}`);
  const both = { product, use: retypedUse(use) };
  switch (held.kind) {
    case "prepaid":
      return { ...both, amount: money(held.lot.amount), bought: held.lot.bought, expires: held.lot.expires };
    case "lots":
      return { ...both, lots: retypedLots(held.lots, unit), order: held.order };
    case "seats":
      return {
        product,
        count: String(held.count),
        price: held.price === null ? "" : `${money(held.price)} a ${held.per}`,
        renews: held.renews,
        notice: held.notice,
      };
  }
}
