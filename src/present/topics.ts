import type { Row } from "#pricing";
import type { Advisor } from "../advice/advise.ts";
import { routes } from "../checklist/ids.ts";
import type { Rule } from "../checklist/rule.ts";
import { type StaleClaim, staleClaims } from "../checklist/stale-claims.ts";
import { rowSource, sourceKey } from "../market/sources.ts";
import type { Block } from "../screen/screen.ts";
import { severityWords } from "../screen/severity.ts";
import { routeWords } from "./labels.ts";

/** The topics that have a page of their own. Besides, every id can be explained: route, unit, rule, vendor, product, trap. */
export const topics = ["routes", "units", "rules", "vendors", "traps"] as const;
type Topic = (typeof topics)[number];

export function isTopic(id: string): id is Topic {
  return topics.some((topic) => topic === id);
}

/** Each topic as a person reads it. */
export const topicBlocks: Record<Topic, (advisor: Advisor) => Block[]> = {
  routes: (advisor) => [
    ...page(
      "Routes",
      routes.map((route) => ({ label: route, value: `${routeWords[route].name}: ${routeWords[route].buys}.` })),
    ),
    ...rowSources(
      firstRows(advisor, (row) => row.route),
      advisor,
    ),
  ],
  units: (advisor) => [
    {
      block: "text",
      text: "Each unit belongs to a wallet. The same word at two vendors names two things, and no rate changes one into the other.",
    },
    ...page(
      "Units",
      unitsInUse(advisor).map((unit) => ({ label: unit, value: unitNames(unit, advisor).join(", ") })),
    ),
    ...rowSources(
      firstRows(advisor, (row) => row.unit ?? ""),
      advisor,
    ),
  ],
  rules: (advisor) => [
    ...page(
      "Rules",
      advisor.checklist.rules.map((rule) => ({ label: `${rule.id} ${severityWords[rule.severity]}`, value: rule.why })),
    ),
    ...rowSources(citedRows(advisor.checklist.rules, advisor), advisor),
  ],
  vendors: ({ market, ...rest }) => [
    ...page(
      "Vendors",
      market.catalogue.vendors.map((vendor) => ({
        label: vendor.id,
        value: `${vendor.name}: ${market.rowsOf(vendor.id).length} products`,
      })),
    ),
    ...rowSources(
      firstRows({ market, ...rest }, (row) => row.vendor),
      { market, ...rest },
    ),
  ],
  traps: (advisor) => [
    { block: "heading", text: "Claims that are stale, wrong or one-sided" },
    ...staleClaims.flatMap(claimBlocks),
    ...rowSources(
      citedRows(
        advisor.checklist.rules.filter((rule) => rule.corrects !== undefined),
        advisor,
      ),
      advisor,
    ),
  ],
};

/** The first row of each kind that somebody has read: enough to see where the words come from. */
function firstRows({ market }: Advisor, kind: (row: Row) => string): Row[] {
  const read = market.catalogue.rows.filter((row) => row.source.readOn !== null && market.isSold(row));
  return [...new Map(read.reverse().map((row) => [kind(row), row])).values()];
}

/** The rows that rules cite. */
function citedRows(rules: readonly Rule[], { market }: Advisor): Row[] {
  return rules.flatMap((rule) =>
    rule.cites.flatMap((cite) => (cite.from === "rows" ? cite.ids.flatMap((id) => market.row(id) ?? []) : [])),
  );
}

/** Pages, each once, with the day of reading. */
export function rowSources(rows: readonly Row[], { market }: Pick<Advisor, "market">): Block[] {
  const sources = rows.map((row) => rowSource(row, market));
  return [...new Map(sources.map((source) => [sourceKey(source), source])).values()].map(
    (source): Block => ({ block: "source", source }),
  );
}

function page(title: string, facts: { label: string; value: string }[]): Block[] {
  return [
    { block: "heading", text: title },
    { block: "facts", facts },
  ];
}

export function claimBlocks(claim: StaleClaim): Block[] {
  return [
    { block: "text", text: `${claim.id} Said: ${claim.claim}` },
    { block: "text", text: `But: ${claim.truth} Here: ${claim.treat}` },
  ];
}

export function unitsInUse({ market }: Advisor): string[] {
  return [...new Set(market.catalogue.rows.flatMap((row) => row.unit ?? []))].sort();
}

export function unitNames(unit: string, { market }: Advisor): string[] {
  return [
    ...new Set(
      market.catalogue.rows
        .filter((row) => row.unit === unit)
        .map((row) => `${row.unitName} (${market.vendorName(row.vendor)})`),
    ),
  ];
}
