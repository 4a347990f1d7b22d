import type { RateBook, Row } from "#pricing";
import type { Advisor } from "../advice/advise.ts";
import { routes } from "../checklist/ids.ts";
import type { Market } from "../market/market.ts";
import { nameProblem, readName } from "../market/names.ts";
import type { Block } from "../screen/screen.ts";
import { readWords } from "../screen/source.ts";
import { edgeEvidence, rateEvidence, rowEvidence } from "./evidence.ts";
import { priceWords, routeWords } from "./labels.ts";
import { rowSources } from "./topics.ts";

/** Which rows of the catalogue to show. */
export type PlanFilter = { route?: string; vendor?: string; product?: string };

/**
 * What is typed behind `plans` as a filter: a route, a vendor or a product by any of its names, or one of these with a route
 * behind it; or, in one sentence, what is no name.
 */
export function readPlanFilter(typed: string, market: Market): PlanFilter | { problem: string } {
  const words = typed.trim().toLowerCase();
  const route = routes.find((each) => each === words || routeWords[each].name.toLowerCase() === words);
  if (route !== undefined) return { route };
  const behind = routes.find((each) => words.endsWith(` ${each}`));
  const name = behind === undefined ? typed.trim() : typed.trim().slice(0, -behind.length).trim();
  const named = readName(name, market);
  if (!("id" in named)) return { problem: nameProblem(name, named) };
  const isVendor = market.catalogue.vendors.some(({ id }) => id === named.id);
  return {
    ...(isVendor ? { vendor: named.id } : { product: named.id }),
    ...(behind === undefined ? {} : { route: behind }),
  };
}

/** Rows in force on the market's day, in the catalogue's order: never ranked, for their units are unlike. */
export function findPlans(market: Market, { route, vendor, product }: PlanFilter): Row[] {
  const isAsked = (row: Row) => (product === undefined ? row.kind !== "tier" : row.id === product);
  return market.catalogue.vendors
    .filter((each) => vendor === undefined || each.id === vendor)
    .flatMap((each) => market.rowsOf(each.id))
    .filter((row) => isAsked(row) && (route === undefined || row.route === route));
}

/**
 * The rows as a table with their ids, by which answers and estimates name them, and where and when each was read; then the
 * models of the APIs among them, by which an estimate of text names them. `evidence`: with every reading, its kind and quote.
 */
export function planBlocks(
  rows: readonly Row[],
  { market, rates }: Pick<Advisor, "market" | "rates">,
  evidence = false,
): Block[] {
  if (rows.length === 0) return [{ block: "text", text: "Nothing in the catalogue is sold there." }];
  const models = pricedModels(rows, market, rates);
  return [
    {
      block: "table",
      columns: ["Product", "Id", "Route", "Drains", "Price", "Read"],
      rows: rows.map((row) => [
        `${row.product}${stateOf(row, market)}`,
        row.id,
        row.route,
        row.unitName,
        [row.price, ...row.otherPrices].map(priceWords).join("; "),
        freshnessWords(row, market),
      ]),
    },
    ...modelBlocks(models, market),
    { block: "quiet", text: "Units of different wallets are not exchange rates: the table is not a ranking." },
    ...(evidence
      ? [
          ...rowEvidence(rows, { market }),
          ...edgeEvidence(rows, { market }),
          ...rateEvidence(models, { market, rates }),
        ]
      : rowSources(rows, { market })),
  ];
}

/** The day and the kind of the last reading that counts: `2026-10-01`, `quoted 2026-09-26`. */
function freshnessWords(row: Row, market: Market): string {
  const { readOn, evidence } = row.source;
  const { on, evidence: kind } = row.confirmed ?? { on: readOn, evidence };
  return on === null ? "unread" : `${readWords(on, kind).replace(/^read /, "")}${market.isStale(row) ? ", stale" : ""}`;
}

/** The models whose price is known on the day: of vendors whose API is among the rows. */
function pricedModels(rows: readonly Row[], market: Market, rates: RateBook): string[] {
  const vendors = new Set(rows.filter((row) => row.route === "api_meter").map((row) => row.vendor));
  return rates.models.filter((id) => {
    const [vendor = "", model = ""] = id.split(/:(.*)/);
    return vendors.has(vendor) && "row" in rates.find({ vendor, model }, market.asOf);
  });
}

function modelBlocks(priced: readonly string[], market: Market): Block[] {
  const facts = [...Map.groupBy(priced, (id) => id.split(":", 1)[0] ?? "")].map(([vendor, ids]) => ({
    label: `Models, ${market.vendorName(vendor)}`,
    value: ids.join(", "),
  }));
  return facts.length === 0 ? [] : [{ block: "facts", facts }];
}

function stateOf(row: Row, market: Market): string {
  if (market.isSold(row)) return "";
  return row.status === "active" ? " (closed to new buyers)" : ` (${row.status})`;
}
