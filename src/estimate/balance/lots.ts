import type { PlainDate } from "#pricing";
import { least, zero } from "../../quantity/band.ts";
import type { Decimal } from "../../quantity/money.ts";
import { dayAfterMonths, monthsBetween } from "./months.ts";

/** Units bought at once, with a validity of their own. */
export type Lot = { amount: Decimal; bought: PlainDate; expires: PlainDate };

/** What is lost on which day, and the first day on which nothing is left to draw; null when that never comes. */
export type Drawn = { losses: { on: PlainDate; amount: Decimal }[]; zeroOn: PlainDate | null; used: Decimal };

/**
 * Draws lots in the order in which they expire, `burn` a month from `from` on, evenly within a month. A lot can be drawn
 * from the day it was bought; what is left of it on the day it expires is lost.
 */
export function drawLots(lots: readonly Lot[], burn: Decimal, from: PlainDate): Drawn {
  const left = lots.map((lot) => ({ ...lot })).sort((a, b) => compare(a.expires, b.expires));
  const days = [...new Set([from, ...left.flatMap((lot) => [lot.bought, lot.expires])])].sort();
  const drawn: Drawn = { losses: [], zeroOn: null, used: zero };
  let clock = from;
  for (const day of days) {
    if (day > clock) {
      const need = monthsBetween(from, day).minus(monthsBetween(from, clock)).times(burn);
      const used = draw(left, clock, need);
      if (used.lt(need)) drawn.zeroOn ??= dayAfterMonths(from, monthsBetween(from, clock).plus(used.div(burn)));
      drawn.used = drawn.used.plus(used);
      clock = day;
    }
    for (const lot of left.filter((each) => each.expires === day && each.amount.gt(zero))) {
      drawn.losses.push({ on: day, amount: lot.amount });
      lot.amount = zero;
    }
  }
  // Used up to the last unit on the very last day.
  if (drawn.losses.length === 0 && burn.gt(zero)) drawn.zeroOn ??= clock;
  return drawn;
}

/** Takes what is needed from the lots that can be drawn now. Returns what they gave. */
function draw(left: Lot[], clock: PlainDate, need: Decimal): Decimal {
  let open = need;
  for (const lot of left) {
    if (lot.bought > clock || lot.expires <= clock) continue;
    const taken = least([lot.amount, open]);
    lot.amount = lot.amount.minus(taken);
    open = open.minus(taken);
  }
  return need.minus(open);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
