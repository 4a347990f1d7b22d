import type { Accident } from "#pricing";
import { type Decimal, decimal } from "../quantity/money.ts";
import type { Situation } from "./situation.ts";

type Source = Accident["sources"][number];

/** What an accident cost, in the words of the source that tells it. */
export type CostTold = { cost: NonNullable<Source["cost"]>; source: Source };

/**
 * The accidents that can happen in this situation, for certain. The worst first: the most dollars told, then those without
 * dollars, official before reported, then as the catalogue lists them. Amounts of other currencies are not compared.
 */
export function accidentsThatApply(situation: Situation): Accident[] {
  const { checklist, market } = situation;
  const ids = new Set(
    checklist.accidents.filter(({ test }) => test(situation) === true).map(({ accident }) => accident),
  );
  return market.catalogue.accidents
    .filter(({ id }) => ids.has(id))
    .toSorted((one, other) => dollars(other).cmp(dollars(one)) || rank(one) - rank(other));
}

/** What it cost: the most dollars that a source tells, else the first amount told; null where none is. Dated sources first. */
export function costOf({ sources }: Accident): CostTold | null {
  const told = sources.flatMap((source): CostTold[] =>
    source.cost === undefined ? [] : [{ cost: source.cost, source }],
  );
  const [worst] = told.toSorted(
    (one, other) =>
      usd(other).cmp(usd(one)) || Number(one.source.readOn === null) - Number(other.source.readOn === null),
  );
  return worst ?? null;
}

function dollars(accident: Accident): Decimal {
  const told = costOf(accident);
  return told === null ? decimal("0") : usd(told);
}

function usd({ cost }: CostTold): Decimal {
  return decimal(cost.currency === "USD" ? cost.amount : "0");
}

function rank({ basis }: Accident): number {
  return basis === "official" ? 0 : 1;
}
