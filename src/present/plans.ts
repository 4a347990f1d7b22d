import type { Row } from "#pricing";
import type { Market } from "../market/market.ts";
import type { Block } from "../screen/screen.ts";
import { priceWords } from "./labels.ts";

/** Which rows of the catalogue to show. */
export type PlanFilter = { route?: string; vendor?: string };

/** Rows in force on the market's day, in the catalogue's order: never ranked, for their units are unlike. */
export function findPlans(market: Market, { route, vendor }: PlanFilter): Row[] {
  return market.catalogue.vendors
    .filter((each) => vendor === undefined || each.id === vendor)
    .flatMap((each) => market.rowsOf(each.id))
    .filter((row) => row.kind !== "tier" && (route === undefined || row.route === route));
}

/** The rows as a table, with where and when each was read. */
export function planBlocks(rows: readonly Row[], market: Market): Block[] {
  if (rows.length === 0) return [{ block: "text", text: "Nothing in the catalogue is sold there." }];
  return [
    {
      block: "table",
      columns: ["Product", "Route", "Drains", "Price", "Read"],
      rows: rows.map((row) => [
        `${row.product}${stateOf(row, market)}`,
        row.route,
        row.unitName,
        [row.price, ...row.otherPrices].map(priceWords).join("; "),
        row.source.readOn === null ? "unread" : `${row.source.readOn}${market.isStale(row) ? ", stale" : ""}`,
      ]),
    },
    { block: "quiet", text: "Units of different wallets are not exchange rates: the table is not a ranking." },
    ...[...new Map(rows.map((row) => [`${row.source.url} ${row.source.readOn}`, row])).values()].map(
      (row): Block => ({
        block: "source",
        source: { url: row.source.url, readOn: row.source.readOn, stale: market.isStale(row) },
      }),
    ),
  ];
}

function stateOf(row: Row, market: Market): string {
  if (market.isSold(row)) return "";
  return row.status === "active" ? " (closed to new buyers)" : ` (${row.status})`;
}
