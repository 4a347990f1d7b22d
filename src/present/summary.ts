import type { Advisor } from "../advice/advise.ts";
import type { Coverage } from "../advice/coverage.ts";
import { countFreshness, type FreshnessCount } from "../market/freshness.ts";
import type { Block } from "../screen/screen.ts";
import { freshnessBlocks, freshnessLine } from "./freshness.ts";

/** The state of the catalogue and of the checklist, for whoever keeps them. */
export type Summary = {
  version: string;
  asOf: string;
  vendors: number;
  rows: number;
  connections: number;
  oldestReading: string | null;
  newestReading: string | null;
  staleRows: string[];
  staleConnections: number;
  rowsWithoutPrice: string[];
  unreadRows: string[];
  sources: number;
  /** Rows and connections in force, whole and by vendor. */
  freshness: FreshnessCount;
} & Coverage;

/** Counts what there is and lists what somebody has to read again. */
export function summarise({ market }: Advisor, coverage: Coverage): Summary {
  const { catalogue, asOf } = market;
  // A row that was followed by another is kept for earlier days: nobody has to read it again.
  const rows = catalogue.vendors.flatMap((vendor) => market.rowsOf(vendor.id));
  const edges = catalogue.connections.filter(({ until }) => until === null || asOf <= until);
  const days = rows.flatMap((row) => row.confirmed?.on ?? row.source.readOn ?? []).sort();
  return {
    version: catalogue.version,
    asOf,
    vendors: catalogue.vendors.length,
    rows: catalogue.rows.length,
    connections: catalogue.connections.length,
    oldestReading: days[0] ?? null,
    newestReading: days.at(-1) ?? null,
    staleRows: rows.filter((row) => market.isStale(row)).map((row) => row.id),
    staleConnections: edges.filter((edge) => market.isStale(edge)).length,
    rowsWithoutPrice: rows.filter((row) => row.price.amount === null).map((row) => row.id),
    unreadRows: rows.filter((row) => row.source.readOn === null).map((row) => row.id),
    sources: new Set([...catalogue.rows.map((row) => row.source.url), ...catalogue.connections.map((edge) => edge.url)])
      .size,
    freshness: countFreshness(market),
    ...coverage,
  };
}

export function summaryBlocks(summary: Summary): Block[] {
  const list = (ids: readonly string[]) => (ids.length === 0 ? "none" : `${ids.length}: ${ids.join(", ")}`);
  return [
    { block: "heading", text: `Catalogue ${summary.version}, as of ${summary.asOf}` },
    {
      block: "facts",
      facts: [
        { label: "Rows", value: `${summary.rows} of ${summary.vendors} vendors, ${summary.connections} connections` },
        { label: "Sources", value: `${summary.sources} pages` },
        {
          label: "Readings",
          value: `oldest ${summary.oldestReading ?? "none"}, newest ${summary.newestReading ?? "none"}`,
        },
        { label: "Fresh", value: freshnessLine(summary.freshness) },
        { label: "Stale rows", value: list(summary.staleRows) },
        { label: "Stale connections", value: String(summary.staleConnections) },
        { label: "Without price", value: list(summary.rowsWithoutPrice) },
        { label: "Unread rows", value: list(summary.unreadRows) },
      ],
    },
    ...freshnessBlocks(summary.freshness).slice(1),
    { block: "heading", text: "Checklist" },
    {
      block: "facts",
      facts: [
        { label: "Answer paths", value: `${summary.paths.toLocaleString("en-US")} walked` },
        { label: "Routes", value: missing(summary.routesNotReached) },
        { label: "Options", value: missing(summary.optionsNotReached) },
        { label: "Rules", value: missing(summary.rulesNotReached) },
      ],
    },
  ];
}

function missing(ids: readonly string[]): string {
  return ids.length === 0 ? "every one reached" : `not reached: ${ids.join(", ")}`;
}
