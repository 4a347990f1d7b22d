import type { FreshnessCount } from "../market/freshness.ts";
import type { Block } from "../screen/screen.ts";
import { freshnessWords as words } from "./messages.ts";

/** So many vendors are named in the line; the rest stand in the table. */
const mostNamed = 3;

/** How much is fresh, in one line: the whole, and where most is to be checked again. */
export function freshnessLine({ fresh, stale, vendors }: FreshnessCount): string {
  if (stale === 0) return words.all(fresh);
  return words.some(fresh, fresh + stale, worstFirst(vendors).slice(0, mostNamed));
}

/** The same by vendor: who has anything to check again, the most first, then those whose facts are all fresh in one line. */
export function freshnessBlocks({ vendors, ...count }: FreshnessCount): Block[] {
  const worst = worstFirst(vendors);
  const well = vendors.filter(({ stale }) => stale === 0).map(({ name }) => name);
  return [
    { block: "text", text: freshnessLine({ vendors, ...count }) },
    ...(worst.length === 0
      ? []
      : [
          {
            block: "table" as const,
            columns: [...words.columns],
            rows: worst.map(({ name, fresh, stale }) => [name, String(fresh), String(stale)]),
          },
        ]),
    ...(well.length === 0 || worst.length === 0 ? [] : [{ block: "quiet" as const, text: words.allFresh(well) }]),
  ];
}

function worstFirst(vendors: FreshnessCount["vendors"]): FreshnessCount["vendors"] {
  return vendors.filter(({ stale }) => stale > 0).toSorted((one, other) => other.stale - one.stale);
}
