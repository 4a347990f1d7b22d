import type { Row } from "#pricing";
import type { Advisor } from "../advice/advise.ts";
import { routes, severities } from "../checklist/ids.ts";
import type { Rule } from "../checklist/rule.ts";
import { type StaleClaim, staleClaims } from "../checklist/stale-claims.ts";
import { eachOnce, rowSource } from "../market/sources.ts";
import type { Block } from "../screen/screen.ts";
import { severityWords } from "../screen/severity-words.ts";
import { accidentTopicBlocks } from "./accidents.ts";
import { messages, topicTitles } from "./explain-messages.ts";
import { routeTitle, routeWords } from "./labels.ts";

/** The topics that have a page of their own. Besides, every id can be explained: route, unit, rule, vendor, product, trap. */
export const topics = ["routes", "units", "rules", "vendors", "traps", "accidents"] as const;
type Topic = (typeof topics)[number];

export function isTopic(id: string): id is Topic {
  return topics.some((topic) => topic === id);
}

/** Each topic as a person reads it. */
export const topicBlocks: Record<Topic, (advisor: Advisor) => Block[]> = {
  routes: (advisor) => [
    ...page(
      topicTitles.routes,
      routes.map((route) => ({ label: routeTitle(route), value: messages.buys(routeWords[route].buys) })),
    ),
    ...rowSources(
      firstRows(advisor, (row) => row.route),
      advisor,
    ),
  ],
  units: (advisor) => [
    { block: "text", text: messages.unitsDiffer },
    ...page(
      topicTitles.units,
      unitsInUse(advisor).map((unit) => ({
        label: unitTitle(unit, advisor),
        value: unitNames(unit, advisor).join(", "),
      })),
    ),
    ...rowSources(
      firstRows(advisor, (row) => row.unit ?? ""),
      advisor,
    ),
  ],
  rules: (advisor) => [
    ...severities.flatMap((severity) => {
      const rules = advisor.checklist.rules.filter((rule) => rule.severity === severity);
      return page(
        severityWords[severity],
        rules.map(({ title, why }) => ({ label: title, value: why })),
      );
    }),
    ...rowSources(citedRows(advisor.checklist.rules, advisor), advisor),
  ],
  vendors: ({ market, ...rest }) => [
    ...page(
      topicTitles.vendors,
      market.catalogue.vendors.map((vendor) => ({
        label: vendor.name,
        value: messages.products(market.rowsOf(vendor.id).length),
      })),
    ),
    ...rowSources(
      firstRows({ market, ...rest }, (row) => row.vendor),
      { market, ...rest },
    ),
  ],
  traps: (advisor) => [
    { block: "heading", text: topicTitles.traps },
    ...staleClaims.flatMap(claimBlocks),
    ...rowSources(
      citedRows(
        advisor.checklist.rules.filter((rule) => rule.corrects !== undefined),
        advisor,
      ),
      advisor,
    ),
  ],
  accidents: ({ market }) => accidentTopicBlocks(market),
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
  return eachOnce(rows.map((row) => rowSource(row, market))).map((source): Block => ({ block: "source", source }));
}

function page(title: string, facts: { label: string; value: string }[]): Block[] {
  return [
    { block: "heading", text: title },
    { block: "facts", facts },
  ];
}

export function claimBlocks(claim: StaleClaim): Block[] {
  return [
    { block: "text", text: messages.claim(claim.claim) },
    { block: "text", text: messages.fact(claim.truth, claim.treat) },
    { block: "quiet", text: messages.claimNumber(claim.id) },
  ];
}

/** A unit as the question about it calls it. */
export function unitTitle(unit: string, { checklist }: Advisor): string {
  const kind = checklist.questions.find(({ id }) => id === "unit")?.kind;
  return (kind?.type === "choice" ? kind.options.find(({ id }) => id === unit)?.label : undefined) ?? unit;
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
