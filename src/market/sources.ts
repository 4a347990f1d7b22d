import {
  type Accident,
  addDays,
  type Confirmed,
  type Connection,
  type Evidence,
  type PlainDate,
  type Reading,
} from "#pricing";
import type { Market } from "./market.ts";

/** A page, the day it was read and whose words that was; `readOn` is null for one that was never read on a known day. */
export type SourceRead = {
  url: string;
  readOn: PlainDate | null;
  stale: boolean;
  evidence?: Evidence;
  /** When somebody last confirmed it, and whose words that was. */
  confirmed?: Confirmed;
  /** Set where whoever runs the program has added it. */
  own?: true;
  /** Set where it comes from price data that is newer than the program. */
  updated?: true;
};

type Read = {
  source: { url: string; readOn: PlainDate | null; evidence?: Evidence | undefined; quote?: string | undefined };
  staleAfter: PlainDate | null;
  confirmed?: Confirmed | undefined;
  own?: true | undefined;
  updated?: true | undefined;
};

/** The page behind a row of the catalogue, a rate or a factor. */
export function rowSource(
  { source, staleAfter, confirmed, own, updated }: Read,
  market: Pick<Market, "isStale">,
): SourceRead {
  const { url, readOn, evidence } = source;
  return {
    url,
    readOn,
    stale: market.isStale({ staleAfter }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(confirmed === undefined ? {} : { confirmed }),
    ...(own === undefined ? {} : { own }),
    ...(updated === undefined ? {} : { updated }),
  };
}

/** The page behind a connection of two balances. */
export function edgeSource(
  edge: Pick<Connection, "url" | "readOn" | "evidence" | "staleAfter" | "confirmed" | "own">,
  market: Pick<Market, "isStale">,
): SourceRead {
  return rowSource({ source: edge, staleAfter: edge.staleAfter, confirmed: edge.confirmed, own: edge.own }, market);
}

/** For how many days an official page counts as fresh, where an accident cites it. What happened once stays so. */
const officialDays = 90;

/** The page behind an accident. An official copy without a day is stale: somebody has to open the page first. */
export function accidentSource(
  { url, kind, readOn }: Accident["sources"][number],
  { asOf }: Pick<Market, "asOf">,
): SourceRead {
  if (kind !== "official") return { url, readOn, stale: false, evidence: "third_party" };
  return { url, readOn, stale: readOn === null || asOf > addDays(readOn, officialDays), evidence: "official_copy" };
}

/** One reading for people: the page, the day, whose words, and what it says beside the others. */
export type ReadingTold = {
  url: string;
  on: PlainDate | null;
  evidence?: Evidence | undefined;
  says: "source" | Reading["says"];
} & Pick<Reading, "what" | "quote" | "pageDate">;

type Evidenced = Pick<Read, "source"> & { readings?: Reading[] | undefined };

/** Every reading: the source that counts, then the others, the better evidence first and of the same the newer. */
export function readingsOf({ source, readings = [] }: Evidenced): ReadingTold[] {
  const { readOn, ...read } = source;
  const others = readings.toSorted(
    (one, other) => rank[one.evidence] - rank[other.evidence] || (one.on < other.on ? 1 : -1),
  );
  return [{ ...read, on: readOn, says: "source" }, ...others];
}

const rank: Record<Evidence, number> = {
  official: 0,
  colleague: 1,
  official_copy: 2,
  quoted_official: 3,
  third_party: 4,
};

/** Each reading once, in the order in which they come first. A page that a third party read later stands beside our own reading. */
export function eachOnce(sources: readonly SourceRead[]): SourceRead[] {
  const key = ({ url, readOn, confirmed }: SourceRead) => `${url} ${readOn} ${confirmed?.on}`;
  return [...new Map(sources.map((source) => [key(source), source])).values()];
}
