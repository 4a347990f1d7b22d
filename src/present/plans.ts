import type { RateBook, Row } from "#pricing";
import type { Advisor } from "../advice/advise.ts";
import { type Route, routes } from "../checklist/ids.ts";
import type { Market } from "../market/market.ts";
import { modelName } from "../market/model-name.ts";
import { nameProblem, readName } from "../market/names.ts";
import type { Block } from "../screen/screen.ts";
import { edgeEvidence, rateEvidence, rowEvidence } from "./evidence.ts";
import { routeWords } from "./labels.ts";
import { planMessages as words } from "./plan-messages.ts";
import { priceWords } from "./price-words.ts";
import { rowSources } from "./topics.ts";

/** Which rows of the catalogue to show. */
export type PlanFilter = { route?: Route; vendor?: string; product?: string };

/** Every route by its id and by its name, in lower case. */
const namesOfRoutes = routes.flatMap((route): [string, Route][] => [
  [route, route],
  [routeWords[route].name.toLowerCase(), route],
]);

/** The route that goes by this id or this name. */
export function routeNamed(name: string): Route | undefined {
  const said = name.trim().toLowerCase();
  return namesOfRoutes.find(([each]) => each === said)?.[1];
}

/**
 * What is typed behind `plans` as a filter: a route, a vendor or a product by any of its names, or one of these with a route
 * behind it; or, in one sentence, what is no name.
 */
export function readPlanFilter(typed: string, market: Market): PlanFilter | { problem: string } {
  const said = typed.trim().toLowerCase();
  const route = routeNamed(said);
  if (route !== undefined) return { route };
  const behind = namesOfRoutes.find(([each]) => said.endsWith(` ${each}`));
  const name = behind === undefined ? typed.trim() : typed.trim().slice(0, -behind[0].length).trim();
  const named = readName(name, market);
  if (!("id" in named)) return { problem: nameProblem(name, named) };
  const isVendor = market.catalogue.vendors.some(({ id }) => id === named.id);
  return {
    ...(isVendor ? { vendor: named.id } : { product: named.id }),
    ...(behind === undefined ? {} : { route: behind[1] }),
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
 * The rows as a table: what each brings and costs, and the day on which its page was read. Then the models of the APIs among
 * them, by the names that an estimate of text takes. `evidence`: with every reading, its kind and quote. `ids`: with the ids
 * by which files of answers name products; nobody else has to read them.
 */
export function planBlocks(
  rows: readonly Row[],
  { market, rates }: Pick<Advisor, "market" | "rates">,
  evidence = false,
  ids = false,
): Block[] {
  if (rows.length === 0) return [{ block: "text", text: words.nothing }];
  const models = pricedModels(rows, market, rates);
  return [
    {
      block: "table",
      columns: [...words.columns, ...(ids ? [words.id] : [])],
      rows: rows.map((row) => [...cellsOf(row, market), ...(ids ? [row.id] : [])]),
    },
    ...modelBlocks(models, market),
    { block: "quiet", text: words.noRanking },
    ...(evidence
      ? [
          ...rowEvidence(rows, { market }),
          ...edgeEvidence(rows, { market }),
          ...rateEvidence(models, { market, rates }),
        ]
      : rowSources(rows, { market })),
  ];
}

function cellsOf(row: Row, market: Market): string[] {
  return [
    `${row.product}${stateOf(row, market)}`,
    routeWords[row.route].name,
    seatsOf(row),
    includedOf(row),
    pricesOf(row),
    freshnessWords(row, market),
  ];
}

/** The day of the last reading that counts, and whose words it was where nobody here had the page. */
function freshnessWords(row: Row, market: Market): string {
  const { source, confirmed, own = false } = row;
  const { on, evidence } = confirmed ?? { on: source.readOn, evidence: source.evidence };
  return words.read(on, market.isStale(row), evidence, own);
}

/** What it costs, each price with its period and kind; then what more units cost, where a page says it. */
function pricesOf({ price, otherPrices, topUp }: Row): string {
  const { rate } = topUp;
  const known = [price, ...otherPrices].filter(({ amount }) => amount !== null || rate === null);
  const more = rate === null ? [] : [words.rate(rate, known.length > 0)];
  return [...known.map(priceWords), ...more].join(", ");
}

/** How many seats can be bought, where seats are sold. */
function seatsOf({ kind, seats }: Row): string {
  if (seats === null) return kind === "seat" ? words.seatsUnknown : "";
  return words.seats(seats.min, seats.max);
}

/** The units that the price brings, with their period; where none are counted, what it is instead. */
function includedOf({ included, unit, unitName }: Row): string {
  const own = included.filter((each) => each.unit === unit);
  const grants = included.map((each) =>
    words.grant({ ...each, name: own.length === 1 && own[0] === each ? unitName : each.name }),
  );
  return grants.length === 0 ? unitName : grants.join(", ");
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
    label: words.models(market.vendorName(vendor)),
    value: ids.map(modelName).join(", "),
  }));
  return facts.length === 0 ? [] : [{ block: "facts", facts }];
}

function stateOf(row: Row, market: Market): string {
  if (market.isSold(row) || row.product.includes(`(${row.status})`)) return "";
  return row.status === "active" ? words.closed : ` (${row.status})`;
}
