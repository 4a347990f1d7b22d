import type { Connection, PlainDate } from "#pricing";
import type { Market } from "./market.ts";

/** A page and the day it was read; `readOn` is null for one that was never read on a known day. */
export type SourceRead = { url: string; readOn: PlainDate | null; stale: boolean };

/** The page behind a row of the catalogue, a rate or a factor. */
export function rowSource(
  { source, staleAfter }: { source: { url: string; readOn: PlainDate | null }; staleAfter: PlainDate | null },
  market: Pick<Market, "isStale">,
): SourceRead {
  return { url: source.url, readOn: source.readOn, stale: market.isStale({ staleAfter }) };
}

/** The page behind a connection of two balances. */
export function edgeSource(
  { url, readOn, staleAfter }: Pick<Connection, "url" | "readOn" | "staleAfter">,
  market: Pick<Market, "isStale">,
): SourceRead {
  return { url, readOn, stale: market.isStale({ staleAfter }) };
}
