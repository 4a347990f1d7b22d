import type { Row } from "#pricing";
import type { Market } from "../market/market.ts";
import { vendorsSharing } from "../market/whole-names.ts";
import { findPlans } from "../present/plans.ts";

/** What is sold under a word that several vendors have in their names, such as Copilot; null for any other word. */
export function sharedPlans(word: string, market: Market): { vendors: string[]; rows: Row[] } | null {
  const vendors = vendorsSharing(word, market);
  if (vendors.length === 0) return null;
  const rows = vendors.flatMap((vendor) => findPlans(market, { vendor }));
  const named = rows.filter((row) => row.product.toLowerCase().includes(word.trim().toLowerCase()));
  return { vendors: vendors.map((id) => market.vendorName(id)), rows: named.length > 0 ? named : rows };
}
