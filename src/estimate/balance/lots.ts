import type { PlainDate } from "#pricing";
import { zero } from "../../quantity/band.ts";
import type { Decimal } from "../../quantity/money.ts";
import { type Burn, drain } from "./drain.ts";
import { dayAfterMonths, monthsBetween } from "./months.ts";

/** Units bought at once that expire on a day. */
export type Lot = { amount: Decimal; bought: PlainDate; expires: PlainDate };

/** What is lost on which day, and the first day on which nothing is left to draw; null when that never comes. */
export type Drawn = { losses: { on: PlainDate; amount: Decimal }[]; zeroOn: PlainDate | null; used: Decimal };

/** Draws lots in the order in which they expire, `burn` a month from `from` on, evenly within a month; see `drain`. */
export function drawLots(lots: readonly Lot[], burn: Decimal, from: PlainDate): Drawn {
  const { lots: drained, shortOn, used } = drain(lots, monthly(burn), from);
  const lost = drained.filter((each) => each.lost.gt(zero)).sort((a, b) => compare(a.lot.expires, b.lot.expires));
  const losses = lost.map(({ lot, lost: amount }) => ({ on: lot.expires ?? lot.bought, amount }));
  return { losses, zeroOn: shortOn, used };
}

/** So much a month, evenly within each. */
function monthly(burn: Decimal): Burn {
  return {
    between: (from, to) => monthsBetween(from, to).times(burn),
    dayOf: (from, amount) => (burn.gt(zero) ? dayAfterMonths(from, amount.div(burn)) : null),
  };
}

function compare(one: PlainDate | null, other: PlainDate | null): number {
  return (one ?? "") < (other ?? "") ? -1 : one === other ? 0 : 1;
}
