import { addDays, daysBetween, type PlainDate } from "#pricing";
import type { Burn } from "../estimate/balance/drain.ts";
import { type Band, exactly, zero } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import type { Use } from "./holding.ts";

/** So much in so many days: a rate that is never rounded. */
export type Rate = { amount: Band; days: number };

/** Longer ahead nobody plans: what lasts longer does not run out. */
const mostDays = 36_525;

/** How fast it is used. A month from a workload has 30 days, as everywhere in an estimate. */
export function rateOf(use: Use): Rate {
  switch (use.by) {
    case "month":
      return {
        amount: { low: decimal(use.low), expected: decimal(use.expected), high: decimal(use.high) },
        days: 30,
      };
    case "levels":
      return {
        amount: exactly(decimal(use.first.amount).minus(decimal(use.second.amount))),
        days: daysBetween(use.first.on, use.second.on),
      };
  }
}

/** One end of a rate, for drawing lots by it. */
export function burnOf({ amount, days }: Rate, end: keyof Band): Burn {
  const used = amount[end];
  const per = decimal(String(days));
  return {
    between: (from, to) => used.times(decimal(String(Math.max(0, daysBetween(from, to))))).div(per),
    dayOf: (from, much) => (used.gt(zero) ? dayAfter(from, much.times(per).div(used)) : null),
  };
}

/** A part of a day counts as none: on the day it is reached, it is gone. A trace of rounding takes no day away. */
function dayAfter(from: PlainDate, days: Decimal): PlainDate | null {
  const whole = days.round(6).round(0, 0);
  return whole.gt(decimal(String(mostDays))) ? null : addDays(from, Number(whole.toFixed()));
}

/** What is used in a month of 30 days. */
export function monthOf({ amount, days }: Rate): Band {
  const month = (each: Decimal) => each.times("30").div(decimal(String(days)));
  return { low: month(amount.low), expected: month(amount.expected), high: month(amount.high) };
}
