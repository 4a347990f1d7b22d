import { addDays, type PlainDate, type Price, type RateRow, type Row } from "#pricing";
import type { Advisor } from "../../advice/advise.ts";
import { modelRef } from "../../estimate/context.ts";
import type { Basis } from "../../purchase/basis.ts";
import { factOf } from "../../purchase/facts-used.ts";
import { digestOf } from "../../quantity/digest.ts";

/** A change that the catalogue knows before it comes, from `on` at the latest. `fact`: what a decision has to use for it to matter. */
export type Announced = { fact: string; key: string; on: PlainDate } & (
  | { is: "price"; product: string; before: Price; after: Price }
  | { is: "row"; product: string }
  | { is: "end"; product: string }
  | { is: "model-end"; product: string; model: string }
  | { is: "rate"; model: string; before: RateRow; after: RateRow }
  | { is: "rate-end"; model: string }
);

type Plain = Announced extends infer Each ? (Each extends Announced ? Omit<Each, "key"> : never) : never;

/** So many days ahead a change is told: time to act, and near enough to matter. */
const daysAhead = 60;

/** Announced changes by the fact that they are of. */
export type Ahead = ReadonlyMap<string, readonly Announced[]>;

const known = new WeakMap<Advisor["market"], Ahead>();

/** The changes that are announced within the next days. Worked out once for a day. */
export function announcedAhead(advisor: Advisor): Ahead {
  const ahead = known.get(advisor.market) ?? lookAhead(advisor);
  known.set(advisor.market, ahead);
  return ahead;
}

function lookAhead({ market, rates }: Advisor): Ahead {
  const { asOf, catalogue } = market;
  const last = addDays(asOf, daysAhead);
  const ahead = (day: PlainDate | null | undefined): day is PlainDate => day != null && day > asOf && day <= last;
  const found: Plain[] = [];
  const nexts = new Map(catalogue.rows.filter(({ from }) => ahead(from)).map((row) => [row.id, row]));
  for (const row of new Set(catalogue.rows.flatMap(({ id }) => market.row(id) ?? []))) {
    const next = nexts.get(row.id);
    const fact = factOf.row(row.id);
    const end = dayAfter(row.until);
    if (next?.from != null) found.push({ fact, on: next.from, ...rowChange(row, next) });
    else if (ahead(end) && market.isSold(row)) found.push({ fact, on: end, is: "end", product: row.product });
    for (const { model, until } of row.drains) {
      const gone = dayAfter(until ?? null);
      if (model !== null && ahead(gone))
        found.push({ fact: useOf(row.id, model), on: gone, is: "model-end", product: row.product, model });
    }
  }
  for (const model of rates.models) {
    const rows = rates.rows(modelRef(model), asOf);
    const [now, next] = rows;
    const fact = factOf.rate(model);
    const end = dayAfter(now?.until ?? null);
    if (now !== undefined && next !== undefined && ahead(next.from) && (now.from ?? "") <= asOf)
      found.push({ fact, on: next.from, is: "rate", model, before: now, after: next });
    else if (ahead(end) && next === undefined) found.push({ fact, on: end, is: "rate-end", model });
  }
  const keyed = found.map((each): Announced => ({ ...each, key: keyOf(each) }));
  // A model that makes several things stands in its row several times.
  return Map.groupBy(new Map(keyed.map((each) => [each.key, each])).values(), ({ fact }) => fact);
}

/** What of it matters to a decision: changes of what is bought, and of the models that its money was worked out for. */
export function announcedFor({ buys, rates }: Pick<Basis, "buys" | "rates">, ahead: Ahead): Announced[] {
  if (ahead.size === 0) return [];
  const uses = (buys ?? []).flatMap(({ picks }) =>
    // The model of a medium may have its form behind it.
    picks.flatMap(({ row, model }) => [
      factOf.row(row),
      ...(model === null ? [] : [useOf(row, model.split(", ")[0] ?? "")]),
    ]),
  );
  const facts = new Set([...uses, ...rates.map(({ model }) => factOf.rate(model))]);
  return [...facts].flatMap((fact) => ahead.get(fact) ?? []).sort((one, other) => (one.key < other.key ? -1 : 1));
}

function useOf(row: string, model: string): string {
  return `use ${row} ${model}`;
}

function dayAfter(day: PlainDate | null): PlainDate | null {
  return day === null ? null : addDays(day, 1);
}

function rowChange({ product, price: before }: Row, { price: after }: Row) {
  const same =
    digestOf([before.amount, before.currency, before.period]) ===
    digestOf([after.amount, after.currency, after.period]);
  return same ? { is: "row" as const, product } : { is: "price" as const, product, before, after };
}

/** The day stands in it: what is put off is told again. What it was does not: that may be read again meanwhile. */
function keyOf(each: Plain): string {
  const after =
    "after" in each ? ("input" in each.after ? [each.after.input, each.after.output] : [each.after.amount]) : [];
  return digestOf([each.fact, each.is, each.on, after]);
}
