import type { PriceUpdate } from "#pricing";
import type { Advisor } from "../advice/advise.ts";
import type { Coverage } from "../advice/coverage.ts";
import { dayWords } from "../market/days.ts";
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
  /** Added by whoever runs the program. */
  ownRows: string[];
  /** What newer data of prices brought; null where none was ever asked for. */
  modelPrices: PriceUpdate | null;
  sources: number;
  /** Rows and connections in force, whole and by vendor. */
  freshness: FreshnessCount;
} & Coverage;

/** Counts what there is and lists what somebody has to read again. */
export function summarise({ market, rates }: Advisor, coverage: Coverage): Summary {
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
    ownRows: rows.filter((row) => row.own).map((row) => row.id),
    modelPrices: rates.update,
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
        { label: "Your own figures", value: list(summary.ownRows) },
        ...(summary.modelPrices === null ? [] : priceFacts(summary.modelPrices)),
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

function priceFacts({ readOn, changed, refused }: PriceUpdate) {
  const models = changed?.models.length ?? 0;
  const updated =
    changed === null
      ? "none changed"
      : `prices of ${models} ${models === 1 ? "model" : "models"} updated ${dayWords(changed.on)}: ${changed.models.join(", ")}`;
  return [
    { label: "Model prices", value: `price data of genai-prices, read ${dayWords(readOn)}; ${updated}` },
    ...(refused.length === 0 ? [] : [{ label: "Not taken", value: refused.join(", ") }]),
  ];
}

function missing(ids: readonly string[]): string {
  return ids.length === 0 ? "every one reached" : `not reached: ${ids.join(", ")}`;
}
