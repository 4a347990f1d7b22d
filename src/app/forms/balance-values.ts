import type { PlainDate } from "#pricing";
import { balanceMessages } from "../../present/balance-messages.ts";
import { decimal } from "../../quantity/money.ts";
import { clean } from "../../screen/clean.ts";
import type { Values } from "../../screen/screen.ts";
import type { Holding, Use } from "../../team/holding.ts";
import { readAmount, readDay, readLots, readUse } from "../../team/typed.ts";
import { type Problems, typedInto } from "./form.ts";

const words = balanceMessages.form;

/** The kinds of forms that record something. */
const balanceForms = ["prepaid", "credit", "seats"] as const;
export type BalanceForm = (typeof balanceForms)[number];

/** What a form says of a holding, or what is wrong in which field. */
export type ReadBalance = { facts: Pick<Holding, "product" | "unit" | "held" | "use"> } | { problems: Problems };

/** Reads a form that was filled in on a day of the team. */
export function readBalance(form: BalanceForm, values: Values, today: PlainDate): ReadBalance {
  const product = clean(typedInto(values, "product")).trim();
  const named: Problems = product === "" || product.length > 80 ? { product: words.productProblem } : {};
  const read = readers[form](values, today);
  const use = form === "seats" ? { use: null } : usedBy(values, today);
  const problems = {
    ...named,
    ...("problems" in read ? read.problems : {}),
    ...("problem" in use ? { use: use.problem } : {}),
  };
  if ("problems" in read || "problem" in use || Object.keys(problems).length > 0) return { problems };
  const facts = { product, ...read, use: use.use };
  return aboveBought(facts) ? { problems: { use: words.levelProblem } } : { facts };
}

type Held = Pick<Holding, "unit" | "held"> | { problems: Problems };

const readers: Readonly<Record<BalanceForm, (values: Values, today: PlainDate) => Held>> = {
  prepaid(values, today) {
    const amount = readAmount(typedInto(values, "amount"));
    const bought = readDay(typedInto(values, "bought"), today);
    const until = typedInto(values, "expires");
    const expires = until === "" ? null : readDay(until, today);
    const early = until !== "" && (expires === null || (bought !== null && expires <= bought));
    if (amount === null || bought === null || early)
      return {
        problems: {
          ...(amount === null ? { amount: words.amountProblem } : {}),
          ...(bought === null ? { bought: words.boughtProblem } : {}),
          ...(early ? { expires: words.expiresProblem } : {}),
        },
      };
    return { unit: amount.unit, held: { kind: "prepaid", lot: { amount: amount.amount, bought, expires } } };
  },
  credit(values, today) {
    const read = readLots(typedInto(values, "lots"), today);
    const order = typedInto(values, "order") === "listed" ? "listed" : "expiry";
    return read === null
      ? { problems: { lots: words.lotsProblem } }
      : { unit: read.unit, held: { kind: "lots", lots: read.lots, order } };
  },
  seats(values, today) {
    const count = /^\d{1,6}$/.test(typedInto(values, "count")) ? Number(typedInto(values, "count")) : 0;
    const price = readPrice(typedInto(values, "price"));
    const renews = readDay(typedInto(values, "renews"), today);
    const until = typedInto(values, "notice");
    const notice = until === "" ? null : readDay(until, today);
    const late = until !== "" && (notice === null || (renews !== null && notice > renews));
    if (count === 0 || price === null || renews === null || late)
      return {
        problems: {
          ...(count === 0 ? { count: words.countProblem } : {}),
          ...(price === null ? { price: words.priceProblem } : {}),
          ...(renews === null ? { renews: words.renewsProblem } : {}),
          ...(late ? { notice: words.noticeProblem } : {}),
        },
      };
    const { unit, amount, per } = price;
    return { unit, held: { kind: "seats", count, price: amount, per, renews, notice } };
  },
};

/** `$30 a month`, `$300 a year`; a month where nothing else is said, and no price where nothing is. */
function readPrice(typed: string): { amount: string | null; unit: string; per: "month" | "year" } | null {
  const [, much = "", per] = /^(.*?)(?:\s*(?:\/|a|per|each)\s*(month|year))?$/i.exec(typed.trim()) ?? [];
  const period = per?.toLowerCase() === "year" ? "year" : "month";
  if (much === "") return { amount: null, unit: "USD", per: period };
  const amount = readAmount(much);
  return amount === null ? null : { ...amount, per: period };
}

function usedBy(values: Values, today: PlainDate): { use: Use | null } | { problem: string } {
  const typed = typedInto(values, "use");
  if (typed === "") return { use: null };
  const use = readUse(typed, today);
  return use === null ? { problem: words.useProblem } : { use };
}

/** Whether more was left than had been bought until then. */
function aboveBought({ held, use }: Pick<Holding, "held" | "use">): boolean {
  if (use?.by !== "levels" || held.kind === "seats") return false;
  const { amount, on } = use.second;
  const lots = (held.kind === "lots" ? held.lots : [held.lot]).filter(({ bought }) => bought <= on);
  return lots.reduce((left, lot) => left.minus(decimal(lot.amount)), decimal(amount)).gt("0");
}
