import type { Market } from "./market.ts";
import { pageFacts } from "./page-facts.ts";

/** How many readings are fresh and how many stale. */
type Freshness = { fresh: number; stale: number };

/** The state of the readings on the market's day, whole and by vendor, in the catalogue's order. Figures for people and metrics. */
export type FreshnessCount = Freshness & { vendors: (Freshness & { id: string; name: string })[] };

/** Counts what is in force or announced: rows and connections, each by its own last reading and its own age. */
export function countFreshness(market: Market): FreshnessCount {
  const byVendor = Map.groupBy(pageFacts(market), ({ vendor }) => vendor);
  const vendors = market.catalogue.vendors.flatMap(({ id, name }) => {
    const facts = byVendor.get(id) ?? [];
    const stale = facts.filter((fact) => market.isStale(fact)).length;
    return facts.length === 0 ? [] : [{ id, name, fresh: facts.length - stale, stale }];
  });
  const sum = (of: keyof Freshness) => vendors.reduce((total, each) => total + each[of], 0);
  return { fresh: sum("fresh"), stale: sum("stale"), vendors };
}
