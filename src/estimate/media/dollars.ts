import type { Row } from "#pricing";
import { most, zero } from "../../quantity/band.ts";
import { ceilDivide } from "../../quantity/divide.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import { type Gap, gaps } from "./messages.ts";

/** Dollars of one wallet for what it is drained of, only by prices of this very wallet; or why there is no figure. */
export type Dollars = { usd: Decimal } | { gap: Gap };

/** What the price of a row brings each month or with each package, in the wallet's unit; null when no page says. */
export function includedIn(row: Row, unit: string | null): Decimal | null {
  const grants = row.included.filter(
    (each) => each.unit === unit && ["month", "cycle", "package"].includes(each.period) && each.amount !== null,
  );
  return grants.length === 0 ? null : grants.reduce((sum, each) => sum.plus(decimal(each.amount ?? "0")), zero);
}

/** `monthly` may be another price of the same plan, such as that of the first month. */
export function dollarsOf(row: Row, unit: string, needed: Decimal, monthly: string | null = row.price.amount): Dollars {
  const { rate } = row.topUp;
  if (unit === "account_balance") return { usd: needed };
  const perUnit = (units: Decimal) =>
    rate === null ? undefined : units.times(decimal(rate.price)).div(decimal(rate.gives)).round(2);
  const included = includedIn(row, unit);
  if (row.kind === "package" && monthly !== null) {
    if (included === null) return { gap: gaps.pack };
    return { usd: ceilDivide(needed, included).times(decimal(monthly)) };
  }
  if (row.kind === "plan" || row.kind === "seat") {
    if (monthly === null) return { gap: gaps.planPrice };
    if (included === null) return { gap: gaps.grant };
    const short = most([needed.minus(included), zero]);
    if (short.eq(zero)) return { usd: decimal(monthly) };
    const more = perUnit(short);
    return more === undefined ? { gap: gaps.moreUnits(short) } : { usd: decimal(monthly).plus(more) };
  }
  const bought = perUnit(needed);
  return bought === undefined ? { gap: gaps.unit } : { usd: bought };
}
