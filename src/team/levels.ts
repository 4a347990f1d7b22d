import { addDays, daysBetween, type PlainDate } from "#pricing";
import { drain } from "../estimate/balance/drain.ts";
import { zero } from "../quantity/band.ts";
import type { Decimal } from "../quantity/money.ts";
import { burnDown, leftOn, pathOf } from "./burn-down.ts";
import type { Holding } from "./holding.ts";
import { burnOf, rateOf } from "./use.ts";

/** What is left on a day, in the holding's unit. */
export type LevelOn = { on: PlainDate; left: Decimal };

/** A line has so many days at most, besides those on which something expires. */
const steps = 24;
/** A balance that lasts longer is shown for two years. */
const farthest = 730;

/**
 * What is left of a holding from `today` on until nothing is, at its expected use. A day on which something expires has two
 * levels: before and after. Empty for seats, and where use is not known: nothing can be foreseen then.
 */
export function levelsOf(holding: Holding, today: PlainDate): LevelOn[] {
  const path = pathOf(holding);
  if (path === null || holding.use === null) return [];
  const { lots, from, order } = path;
  const burn = burnOf(rateOf(holding.use), "expected");
  const first = today < from ? from : today;
  const empty = burnDown(holding, today)?.zero?.expected ?? null;
  const ends = lots.flatMap(({ expires }) => (expires !== null && expires > first ? [expires] : []));
  // Once all is used, nothing is left to expire.
  const last =
    empty !== null && empty > first && lots.every(({ bought }) => bought <= empty) ? empty : ends.sort().at(-1);
  if (last === undefined) return [];
  const days = Math.min(daysBetween(first, last), farthest);
  const grid = Array.from({ length: steps + 1 }, (_, at) => addDays(first, Math.round((days * at) / steps)));
  const bought = lots.map((lot) => lot.bought).filter((day) => day > first);
  const shown = [...new Set([...grid, ...[...ends, ...bought].filter((day) => day <= addDays(first, days))])].sort();
  return shown.flatMap((on) => {
    const here = drain(lots, burn, from, { until: on, order });
    const left = leftOn(on, here);
    const lost = here.lots.reduce((sum, { lot, lost }) => (lot.expires === on ? sum.plus(lost) : sum), zero);
    return lost.gt(zero) && on > first
      ? [
          { on, left: left.plus(lost) },
          { on, left },
        ]
      : [{ on, left }];
  });
}
