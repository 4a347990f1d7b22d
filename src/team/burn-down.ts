import { addDays, daysBetween, type PlainDate } from "#pricing";
import { type Burn, byExpiry, type Drained, type DrawOrder, drain, type Lot } from "../estimate/balance/drain.ts";
import { least, most, zero } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import { type Holding, type Level, lotsOf } from "./holding.ts";
import { burnOf, rateOf } from "./use.ts";

/** An amount that is lost on a day if use stays as it is: the more is used, the less is lost. */
export type Loss = { on: PlainDate; bought: PlainDate; low: Decimal; expected: Decimal; high: Decimal };

/** A day that depends on how fast is used. Null: it does not come. `early`: at the fastest use. */
type ZeroDay = { early: PlainDate | null; expected: PlainDate | null; late: PlainDate | null };

/** What becomes of what a team holds. Amounts in the holding's unit. */
export type BurnDown = {
  /** From which day on it is worked out: the last known level, else the first purchase. */
  from: PlainDate;
  bought: Decimal;
  /** What was gone before `from`, used or expired; zero where no level was told. */
  gone: Decimal;
  /** What is left on the day that was asked about, at the expected use. What is bought later is not held yet. */
  left: Decimal;
  /** When nothing is left because it was used, after what was bought by then; null where use is not known. */
  zero: ZeroDay | null;
  /** What will have expired unused, by day; only what is still ahead. */
  losses: Loss[];
  /** The largest amount that could be bought on that day without anything expiring; null: there is no limit known. */
  largestTopUp: { amount: Decimal; until: PlainDate } | null;
};

/** How lots are drawn, from which day on. */
export type Path = { lots: Lot[]; from: PlainDate; gone: Decimal; order: DrawOrder };

/**
 * What becomes of a holding, seen on `today`; null for seats, which are not used up. `life`: the last day of what is bought
 * today, where the vendor's page gives it; null: by how long the latest lot lives.
 */
export function burnDown(holding: Holding, today: PlainDate, life: PlainDate | null = null): BurnDown | null {
  const path = pathOf(holding);
  if (path === null) return null;
  const { lots, from, gone, order } = path;
  const bought = sum(lotsOf(holding).map(({ amount }) => decimal(amount)));
  const rate = holding.use === null ? null : rateOf(holding.use);
  const end = (name: "low" | "expected" | "high") => (rate === null ? still : burnOf(rate, name));
  const [low, expected, high] = [end("low"), end("expected"), end("high")];
  const whole = (burn: Burn) => drain(lots, burn, from, { order });
  const [slow, usual, fast] = [whole(low), whole(expected), whole(high)];
  const seen = today < from ? from : today;
  const dry = (drained: Drained, burn: Burn) => zeroDay(drained.shortOn, path, burn, seen);
  return {
    from,
    bought,
    gone,
    zero: rate === null ? null : { early: dry(fast, high), expected: dry(usual, expected), late: dry(slow, low) },
    losses: lots.flatMap((lot, at) => lossOf(lot, today, at, { slow, usual, fast })),
    // Every balance is looked at day by day to know its events, which ask for neither of these.
    get left() {
      return leftOn(seen, drain(lots, expected, from, { until: seen, order }));
    },
    get largestTopUp() {
      return rate === null ? null : largestTopUp(path, low, seen, life ?? lifeFrom(holding, seen));
    },
  };
}

/** Nothing is used. */
const still: Burn = { between: () => zero, dayOf: () => null };

/** The lots as they were on the last day on which a level is known. Null for seats. */
export function pathOf(holding: Holding): Path | null {
  const lots = lotsOf(holding).map(({ amount, bought, expires }) => ({ amount: decimal(amount), bought, expires }));
  const [first] = lots.map(({ bought }) => bought).sort();
  if (first === undefined) return null;
  const order = holding.held.kind === "lots" ? holding.held.order : "expiry";
  const path = { lots, from: first, gone: zero, order };
  return holding.use?.by === "levels" ? atLevel(path, holding.use.second) : path;
}

/**
 * The lots when their level was read: what would be drawn last is what is left. What had expired, or was not bought yet, is
 * no part of the level.
 */
function atLevel({ lots, order }: Path, { amount, on }: Level): Path {
  const there = lots.filter(({ bought, expires }) => bought <= on && (expires === null || expires > on));
  const lastFirst = (order === "listed" ? there : there.sort(byExpiry)).toReversed();
  let open = decimal(amount);
  const kept = new Map<Lot, Decimal>();
  for (const lot of lastFirst) {
    const here = least([lot.amount, open]);
    open = open.minus(here);
    kept.set(lot, here);
  }
  const left = lots.map((lot) => ({ ...lot, amount: lot.bought > on ? lot.amount : (kept.get(lot) ?? zero) }));
  const gone = sum(lots.map((lot) => lot.amount)).minus(sum(left.map((lot) => lot.amount)));
  return { lots: left, from: on, gone, order };
}

/**
 * The day on which nothing is left, seen on a day. One that lies behind counts where nothing is left now; else something was
 * bought since, and it is gone later.
 */
function zeroDay(first: PlainDate | null, { lots, from, order }: Path, burn: Burn, seen: PlainDate): PlainDate | null {
  if (first === null || first > seen) return first;
  const here = drain(lots, burn, from, { until: seen, order });
  const rest = here.lots.map(({ lot, left }) => ({ ...lot, amount: left }));
  return leftOn(seen, here).eq(zero) ? first : drain(rest, burn, seen, { order }).shortOn;
}

function lossOf(
  lot: Lot,
  today: PlainDate,
  at: number,
  { slow, usual, fast }: { slow: Drained; usual: Drained; fast: Drained },
): Loss[] {
  const lost = (drained: Drained) => drained.lots[at]?.lost ?? zero;
  const { expires, bought } = lot;
  if (expires === null || expires <= today || lost(slow).eq(zero)) return [];
  return [{ on: expires, bought, low: lost(fast), expected: lost(usual), high: lost(slow) }];
}

/** The last day of what is bought on a day, by how long the latest lot lives; null where that never expires. */
function lifeFrom(holding: Holding, day: PlainDate): PlainDate | null {
  const latest = lotsOf(holding)
    .sort((one, other) => (one.bought < other.bought ? -1 : 1))
    .at(-1);
  return latest?.expires == null ? null : addDays(day, daysBetween(latest.bought, latest.expires));
}

/**
 * What could be bought on a day, to be used until `until`, with nothing more expiring than does without it, however slowly is
 * used. For every day on which something expires from then on: what is needed until that day, less what is drawn before.
 */
function largestTopUp(path: Path, burn: Burn, day: PlainDate, until: PlainDate | null): BurnDown["largestTopUp"] {
  if (until === null) return null;
  const { lots, from, order } = path;
  const ends = lots.flatMap(({ expires }) => (expires !== null && expires > until ? [expires] : []));
  const room = [until, ...new Set(ends)].map((last) => {
    const before = order === "listed" ? lots : lots.filter(({ expires }) => expires !== null && expires <= last);
    const usedBy = (upTo: PlainDate) => drain(before, burn, from, { until: upTo, order }).used;
    const need = burn.between(from, last).minus(burn.between(from, day));
    return need.minus(usedBy(last).minus(usedBy(day)));
  });
  return { amount: most([zero, least(room)]), until };
}

/** What is left on a day until which was drawn, of what was bought by then. */
export function leftOn(day: PlainDate, { lots }: Drained): Decimal {
  return sum(lots.filter(({ lot }) => lot.bought <= day).map(({ left }) => left));
}

function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((all, each) => all.plus(each), zero);
}
