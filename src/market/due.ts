import { addDays, daysBetween, type PlainDate } from "#pricing";
import type { Market } from "./market.ts";
import { type PageFact, pageFacts } from "./page-facts.ts";

/** A page that should be read again, with everything that was read there. */
export type DuePage = {
  url: string;
  vendor: string;
  facts: PageFact[];
  /** The oldest last reading of these; null where one was never read on a known day. */
  readOn: PlainDate | null;
  /** Whether one of them is stale already, or only will be soon. */
  stale: boolean;
  /** How many decisions that are kept here used something of it. */
  used: number;
};

/** How long before it is stale a reading is due, in days: a monthly look misses nothing. */
const soonDays = 30;

/** What was never read counts as this old, in days. */
const neverRead = 365;

/**
 * The pages to read next, the most urgent first: the days since the last reading, times all that hangs on it: the facts
 * of the page and the decisions that used them. `used` counts decisions by id of a row, or `from>to` of a connection.
 */
export function duePages(market: Market, used: ReadonlyMap<string, number> = new Map()): DuePage[] {
  const due = pageFacts(market).filter((fact) => isDue(fact, market.asOf));
  return [...Map.groupBy(due, ({ url }) => url)]
    .map(([url, facts]): DuePage => {
      const days = facts.map(({ readOn }) => readOn);
      return {
        url,
        vendor: facts[0]?.vendor ?? "",
        facts,
        readOn: days.includes(null) ? null : (days.toSorted()[0] ?? null),
        stale: facts.some((fact) => market.isStale(fact)),
        used: facts.reduce((sum, fact) => sum + (used.get(idOf(fact)) ?? 0), 0),
      };
    })
    .sort((one, other) => urgency(other, market.asOf) - urgency(one, market.asOf) || (one.url < other.url ? -1 : 1));
}

function isDue({ staleAfter }: PageFact, asOf: PlainDate): boolean {
  return staleAfter === null || staleAfter < addDays(asOf, soonDays);
}

function idOf({ row, edge }: PageFact): string {
  return row?.id ?? `${edge?.from}>${edge?.to}`;
}

function urgency({ readOn, facts, used }: DuePage, asOf: PlainDate): number {
  return (readOn === null ? neverRead : daysBetween(readOn, asOf)) * (facts.length + used);
}
