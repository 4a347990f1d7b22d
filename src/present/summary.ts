import type { PriceUpdate } from "#pricing";
import type { Advisor } from "../advice/advise.ts";
import type { Coverage } from "../advice/coverage.ts";
import { countFreshness, type FreshnessCount } from "../market/freshness.ts";
import type { Block } from "../screen/screen.ts";
import { freshnessBlocks, freshnessLine } from "./freshness.ts";
import { summaryWords as words } from "./messages.ts";

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
  return [
    { block: "heading", text: words.title(summary.version, summary.asOf) },
    {
      block: "facts",
      facts: [
        { label: words.rows, value: words.rowCounts(summary.rows, summary.vendors, summary.connections) },
        { label: words.sources, value: words.pages(summary.sources) },
        { label: words.readings, value: words.oldestNewest(summary.oldestReading, summary.newestReading) },
        { label: words.fresh, value: freshnessLine(summary.freshness) },
        { label: words.staleRows, value: words.ids(summary.staleRows) },
        { label: words.staleConnections, value: String(summary.staleConnections) },
        { label: words.withoutPrice, value: words.ids(summary.rowsWithoutPrice) },
        { label: words.unread, value: words.ids(summary.unreadRows) },
        { label: words.own, value: words.ids(summary.ownRows) },
        ...(summary.modelPrices === null ? [] : priceFacts(summary.modelPrices)),
      ],
    },
    ...freshnessBlocks(summary.freshness).slice(1),
    { block: "heading", text: words.checklist },
    {
      block: "facts",
      facts: [
        { label: words.paths, value: words.walked(summary.paths) },
        { label: words.routes, value: words.notReached(summary.routesNotReached) },
        { label: words.options, value: words.notReached(summary.optionsNotReached) },
        { label: words.rules, value: words.notReached(summary.rulesNotReached) },
      ],
    },
  ];
}

function priceFacts({ readOn, changed, refused }: PriceUpdate) {
  const updated = changed === null ? words.noneChanged : words.changed(changed.models, changed.on);
  return [
    { label: words.modelPrices, value: words.priceData(readOn, updated) },
    ...(refused.length === 0 ? [] : [{ label: words.notTaken, value: refused.join(", ") }]),
  ];
}
