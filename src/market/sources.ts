import type { Confirmed, Connection, Evidence, PlainDate, Reading } from "#pricing";
import type { Market } from "./market.ts";

/** A page, the day it was read and whose words that was; `readOn` is null for one that was never read on a known day. */
export type SourceRead = {
  url: string;
  readOn: PlainDate | null;
  stale: boolean;
  evidence?: Evidence;
  /** When somebody last confirmed it, and whose words that was. */
  confirmed?: Confirmed;
};

type Read = {
  source: { url: string; readOn: PlainDate | null; evidence?: Evidence | undefined; quote?: string | undefined };
  staleAfter: PlainDate | null;
  confirmed?: Confirmed | undefined;
};

/** The page behind a row of the catalogue, a rate or a factor. */
export function rowSource({ source, staleAfter, confirmed }: Read, market: Pick<Market, "isStale">): SourceRead {
  const { url, readOn, evidence } = source;
  return {
    url,
    readOn,
    stale: market.isStale({ staleAfter }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(confirmed === undefined ? {} : { confirmed }),
  };
}

/** The page behind a connection of two balances. */
export function edgeSource(
  edge: Pick<Connection, "url" | "readOn" | "evidence" | "staleAfter" | "confirmed">,
  market: Pick<Market, "isStale">,
): SourceRead {
  return rowSource({ source: edge, staleAfter: edge.staleAfter, confirmed: edge.confirmed }, market);
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

/** By what two readings are the same one: a page that a third party read later is shown beside our own reading. */
export function sourceKey({ url, readOn, confirmed }: SourceRead): string {
  return `${url} ${readOn} ${confirmed?.on}`;
}
