import type { Row } from "#pricing";
import { type Band, least, most, one } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import { smallestPayment } from "./price.ts";

/** Weeks of a month on average, as a fraction: 12 months are 52 weeks. */
const [months, weeks] = [decimal("12"), decimal("52")];

/**
 * The smallest sensible first top-up in dollars: the vendor's minimum, or a week of the work in whole dollars, and never
 * what would expire unused. Null where neither the work nor a minimum is known.
 */
export function firstTopUp(row: Row, monthly: Band | null): Decimal | null {
  const minimum = smallestPayment(row);
  if (monthly === null) return minimum;
  const floor = minimum ?? one;
  const week = monthly.expected.times(months).div(weeks).round(0, 3);
  const { life } = row.expiry;
  if (life === null || !("months" in life)) return most([floor, week]);
  return most([floor, least([week, most([monthly.low.times(String(life.months)), floor])])]);
}
