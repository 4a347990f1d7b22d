import type { PlainDate } from "#pricing";
import { least, zero } from "../../quantity/band.ts";
import type { Decimal } from "../../quantity/money.ts";

/** Units bought at once, with a validity of their own; `expires` null: they never end, or nobody knows when. */
export type Lot = { amount: Decimal; bought: PlainDate; expires: PlainDate | null };

/** How fast units are used, in the unit of the lots. Both are exact for whole days, and never fall as time or amount grow. */
export type Burn = {
  /** What is used between two days. */
  between(from: PlainDate, to: PlainDate): Decimal;
  /** The day after `from` on which so much is used up; null where nothing is used. */
  dayOf(from: PlainDate, amount: Decimal): PlainDate | null;
};

/** What became of one lot until the last day looked at. The three add up to what was bought. */
type DrainedLot = { lot: Lot; used: Decimal; lost: Decimal; left: Decimal };

/** `lots`: in the order they were given. `shortOn`: the first day on which there was less than was needed; null: none came. */
export type Drained = { lots: DrainedLot[]; shortOn: PlainDate | null; used: Decimal };

/** Which lot is drawn first. */
export type DrawOrder = "expiry" | "listed";

/**
 * Draws lots from `from` until `until`, by default until the last of them has expired, or is empty. A lot can be drawn from
 * the day it was bought; what is left of it on the day it expires is lost. `order`: what expires first is drawn first, and
 * what never does last; or as the lots are listed.
 */
export function drain(
  lots: readonly Lot[],
  burn: Burn,
  from: PlainDate,
  { until, order = "expiry" }: { until?: PlainDate; order?: DrawOrder } = {},
): Drained {
  const all: DrainedLot[] = lots.map((lot) => ({ lot, used: zero, lost: zero, left: lot.amount }));
  const inOrder = order === "listed" ? all : [...all].sort((one, other) => byExpiry(one.lot, other.lot));
  const ends = [from, ...lots.flatMap((lot) => [lot.bought, lot.expires ?? lot.bought])];
  const days = [...new Set(until === undefined ? ends : [...ends.filter((day) => day <= until), until])].sort();
  const drained: Drained = { lots: all, shortOn: null, used: zero };
  let clock = from;
  /** What was needed until then. */
  let needed = zero;
  const go = (day: PlainDate) => {
    const byThen = burn.between(from, day);
    const need = byThen.minus(needed);
    const used = take(inOrder, clock, need);
    if (used.lt(need)) drained.shortOn ??= dryDay(burn, from, clock, needed.plus(used), day);
    drained.used = drained.used.plus(used);
    clock = day;
    needed = byThen;
  };
  for (const day of days) {
    if (day > clock) go(day);
    for (const each of all) if (each.lot.expires === day && each.left.gt(zero)) lose(each);
  }
  // What never expires is drawn to its last unit.
  const rest = all.reduce((sum, each) => sum.plus(each.left), zero);
  const last = until === undefined && rest.gt(zero) ? burn.dayOf(from, needed.plus(rest)) : null;
  if (last !== null && last >= clock) {
    drained.used = drained.used.plus(take(inOrder, clock, rest));
    drained.shortOn ??= last;
  }
  // Used up to the last unit on the very last day, on which nothing was left to expire.
  const lostLast = all.some(({ lot, lost }) => lot.expires === clock && lost.gt(zero));
  if (until === undefined && rest.eq(zero) && !lostLast && burn.dayOf(from, zero) !== null) drained.shortOn ??= clock;
  return drained;
}

/** The day within `clock` to `day` on which what there was since `from`, `used`, is gone. */
function dryDay(burn: Burn, from: PlainDate, clock: PlainDate, used: Decimal, day: PlainDate): PlainDate {
  const found = burn.dayOf(from, used) ?? day;
  return found < clock ? clock : found;
}

/** Takes what is needed from the lots that can be drawn now. Returns what they gave. */
function take(inOrder: readonly DrainedLot[], clock: PlainDate, need: Decimal): Decimal {
  let open = need;
  for (const each of inOrder) {
    const { bought, expires } = each.lot;
    if (bought > clock || (expires !== null && expires <= clock)) continue;
    const taken = least([each.left, open]);
    each.left = each.left.minus(taken);
    each.used = each.used.plus(taken);
    open = open.minus(taken);
  }
  return need.minus(open);
}

function lose(each: DrainedLot): void {
  each.lost = each.lost.plus(each.left);
  each.left = zero;
}

/** What expires first stands first, and what never does last; of two alike what was bought first. */
export function byExpiry(one: Lot, other: Lot): number {
  if (one.expires === other.expires) return one.bought < other.bought ? -1 : one.bought > other.bought ? 1 : 0;
  if (one.expires === null || other.expires === null) return one.expires === null ? 1 : -1;
  return one.expires < other.expires ? -1 : 1;
}
