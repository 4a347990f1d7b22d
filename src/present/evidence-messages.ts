import type { Evidence, PlainDate, RateRow, Reading } from "#pricing";
import type { Edge } from "../market/market.ts";

/** What a page says of two balances, over its readings. */
export const pairTitle = (names: readonly string[], status: Edge["status"]) => `${names.join(" and ")}: ${status}`;

/** A model and its prices. */
export const rateTitle = (vendor: string, model: string, row: RateRow) => `${vendor} ${model}: ${rateWords(row)}`;

/** Prices for 1M tokens in the order in which vendors print them. */
function rateWords({ input, cached, output }: RateRow): string {
  return `$${input} in, ${cached === null ? "" : `$${cached} cached, `}$${output} out for 1M tokens`;
}

export const pageBears = (day: PlainDate) => `The page bears the day ${day}.`;

/** What a reading says of the fact, and whose words it is. */
export const readingSays = (says: "source" | Reading["says"], evidence: Evidence | undefined) =>
  `${saysWords[says]}${evidence === undefined ? "" : ` (${evidenceWords[evidence]})`}.`;

const saysWords: Record<"source" | Reading["says"], string> = {
  source: "Counts",
  same: "Confirms it",
  part: "Confirms a part of it",
  adds: "Adds to it",
  differs: "Differs",
};

const evidenceWords: Record<Evidence, string> = {
  official: "the page itself",
  official_copy: "a dated copy of the page",
  quoted_official: "quoted by somebody who read the page",
  third_party: "a third party's account",
  colleague: "a colleague looked at the page",
};
