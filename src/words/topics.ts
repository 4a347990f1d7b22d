import type { Advisor } from "../advice/advise.ts";
import { routes } from "../checklist/ids.ts";
import { type StaleClaim, staleClaims } from "../checklist/stale-claims.ts";
import type { Block } from "../conversation/screen.ts";
import { routeWords, severityWords } from "./labels.ts";

/** The topics that have a page of their own. Besides, every id can be explained: route, unit, rule, vendor, product, trap. */
export const topics = ["routes", "units", "rules", "vendors", "traps"] as const;
type Topic = (typeof topics)[number];

export function isTopic(id: string): id is Topic {
  return topics.some((topic) => topic === id);
}

/** Each topic as a person reads it. */
export const topicBlocks: Record<Topic, (advisor: Advisor) => Block[]> = {
  routes: () =>
    page(
      "Routes",
      routes.map((route) => ({ label: route, value: `${routeWords[route].name}: ${routeWords[route].buys}.` })),
    ),
  units: (advisor) => [
    {
      block: "text",
      text: "Each unit belongs to a wallet. The same word at two vendors names two things, and no rate changes one into the other.",
    },
    ...page(
      "Units",
      unitsInUse(advisor).map((unit) => ({ label: unit, value: unitNames(unit, advisor).join(", ") })),
    ),
  ],
  rules: ({ checklist }) =>
    page(
      "Rules",
      checklist.rules.map((rule) => ({ label: `${rule.id} ${severityWords[rule.severity]}`, value: rule.why })),
    ),
  vendors: ({ market }) =>
    page(
      "Vendors",
      market.catalogue.vendors.map((vendor) => ({
        label: vendor.id,
        value: `${vendor.name}: ${market.rowsOf(vendor.id).length} products`,
      })),
    ),
  traps: () => [
    { block: "heading", text: "Claims that are stale, wrong or one-sided" },
    ...staleClaims.flatMap(claimBlocks),
  ],
};

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
