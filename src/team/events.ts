import { addDays, addMonths, daysBetween, type PlainDate } from "#pricing";
import { burnDown, type Loss } from "./burn-down.ts";
import { fillsItself, type Holding, lotsOf, type Seats } from "./holding.ts";

/**
 * A day on which a team loses something, or is bound again, unless it acts. `id`: the same for the same event for ever,
 * within its holding. `longestLead`: what comes round every month is not announced two months before.
 */
export type HoldingEvent = { id: string; on: PlainDate; longestLead: number | null } & (
  | { what: "expiry"; loses: Loss[] }
  | { what: "zero"; late: PlainDate | null }
  | { what: "renewal" | "notice"; renews: PlainDate }
);

/** What is ahead of a holding, seen on a day of the team, the soonest first. */
export function eventsOf(holding: Holding, today: PlainDate): HoldingEvent[] {
  const { held } = holding;
  const events = held.kind === "seats" ? seatsEvents(held, today) : lotsEvents(holding, today);
  return events.filter(({ on }) => on > today).sort((one, other) => (one.on < other.on ? -1 : 1));
}

function lotsEvents(holding: Holding, today: PlainDate): HoldingEvent[] {
  const down = burnDown(holding, today);
  if (down === null) return [];
  const days = Map.groupBy(down.losses, ({ on }) => on);
  const expiries = [...days].map(
    ([on, loses]): HoldingEvent => ({ id: `expiry.${on}`, on, longestLead: null, what: "expiry", loses }),
  );
  const early = down.zero?.early ?? null;
  if (early === null || fillsItself(holding)) return expiries;
  // The day moves with every level that is told: what makes it another event is what was bought since.
  const latest = lotsOf(holding)
    .map(({ bought }) => bought)
    .sort()
    .at(-1);
  const zero = { what: "zero" as const, late: down.zero?.late ?? null };
  return [...expiries, { id: `zero.${latest}`, on: early, longestLead: null, ...zero }];
}

/** The next time that seats renew, and the last day to give notice before. */
function seatsEvents({ renews, notice, per }: Seats, today: PlainDate): HoldingEvent[] {
  const months = per === "month" ? 1 : 12;
  const longestLead = per === "month" ? 14 : null;
  const next = nextOf(renews, months, today);
  const renewal: HoldingEvent = { id: `renewal.${next}`, on: next, longestLead, what: "renewal", renews: next };
  if (notice === null) return [renewal];
  const ahead = daysBetween(notice, renews);
  // When this period's notice is over, the next one's is what counts.
  const about = addDays(next, -ahead) > today ? next : nextOf(renews, months, next);
  const on = addDays(about, -ahead);
  return [renewal, { id: `notice.${on}`, on, longestLead, what: "notice", renews: about }];
}

/** The first renewal after a day, counted from the first one: the 31st stays the 31st where there is one. */
export function nextOf(renews: PlainDate, months: number, today: PlainDate): PlainDate {
  const years = Number(today.slice(0, 4)) - Number(renews.slice(0, 4));
  const passed = years * 12 + Number(today.slice(5, 7)) - Number(renews.slice(5, 7));
  let times = Math.max(0, Math.floor(passed / months) - 1);
  while (addMonths(renews, times * months) <= today) times++;
  return addMonths(renews, times * months);
}
