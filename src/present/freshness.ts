import type { FreshnessCount } from "../market/freshness.ts";
import type { Block } from "../screen/screen.ts";

/** So many vendors are named in the line; the rest stand in the table. */
const mostNamed = 3;

/** How much is fresh, in one line: the whole, and where most is to be checked again. */
export function freshnessLine({ fresh, stale, vendors }: FreshnessCount): string {
  if (stale === 0) return `All ${fresh} facts are fresh.`;
  const worst = worstFirst(vendors).slice(0, mostNamed);
  return `${fresh} of ${fresh + stale} facts are fresh. Most to check: ${worst.map(({ name, stale: count }) => `${name} ${count}`).join(", ")}.`;
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
            columns: ["Vendor", "Fresh", "To check"],
            rows: worst.map(({ name, fresh, stale }) => [name, String(fresh), String(stale)]),
          },
        ]),
    ...(well.length === 0 || worst.length === 0
      ? []
      : [{ block: "quiet" as const, text: `All fresh: ${well.join(", ")}.` }]),
  ];
}

function worstFirst(vendors: FreshnessCount["vendors"]): FreshnessCount["vendors"] {
  return vendors.filter(({ stale }) => stale > 0).toSorted((one, other) => other.stale - one.stale);
}
