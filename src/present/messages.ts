import type { PlainDate } from "#pricing";
import { dayWords } from "../market/days.ts";

/** What did not fit into a list. */
export const andMore = (count: number) => `and ${count} more`;

/** The label of a claim from somebody who gains by it. */
export const conflictOfInterest = (what: string) => `Conflict of interest: ${what}`;

/** Which answers would lead to another route; what of them is not named is counted. */
export const flipMessage = (route: string, question: string, answers: readonly string[], more: number) => {
  const shown = [...answers, ...(more > 0 ? [`${more} more`] : [])];
  const any = shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
  return `${route}, if you answer "${question}" with: ${any}.`;
};

/** How an amount was understood. `perMonth`: `days` where a month was taken to have 30 of them. */
export const understood = (typed: string, amount: string, unit: string, perMonth: "no" | "month" | "days") =>
  `"${typed}" is taken as ${amount}${unit}${monthWords[perMonth]}.`;

const monthWords = { no: "", month: " a month", days: " a month, of 30 days" } as const;

/** A span of two amounts. */
export const spanOf = (low: string, high: string) => `${low} to ${high}`;

/** A count of tokens. */
export const countedWords = {
  tokens: "Tokens",
  model: "Model",
  method: "Method",
  about: (low: string, high: string) => `about ${low} to ${high}`,
  estimated: (encoding: string, factor: string | undefined, source: string | undefined) =>
    `${encoding}, times ${factor}. ${source}`,
  moreExact: "The usage in the vendor's response is more exact.",
} as const;

/** How much of the catalogue is fresh. */
export const freshnessWords = {
  all: (facts: number) => `All ${facts} facts are fresh.`,
  some: (fresh: number, facts: number, worst: readonly { name: string; stale: number }[]) =>
    `${fresh} of ${facts} facts are fresh. Most to check: ${worst.map(({ name, stale }) => `${name} ${stale}`).join(", ")}.`,
  columns: ["Vendor", "Fresh", "To check"],
  allFresh: (vendors: readonly string[]) => `All fresh: ${vendors.join(", ")}.`,
} as const;

/** The state of the catalogue and of the checklist, for whoever keeps them. */
export const summaryWords = {
  title: (version: string, asOf: string) => `Catalogue ${version}, as of ${asOf}`,
  rows: "Rows",
  rowCounts: (rows: number, vendors: number, connections: number) =>
    `${rows} of ${vendors} vendors, ${connections} connections`,
  sources: "Sources",
  pages: (count: number) => `${count} pages`,
  readings: "Readings",
  oldestNewest: (oldest: string | null, newest: string | null) =>
    `oldest ${oldest ?? "none"}, newest ${newest ?? "none"}`,
  fresh: "Fresh",
  staleRows: "Stale rows",
  staleConnections: "Stale connections",
  withoutPrice: "Without price",
  unread: "Unread rows",
  own: "Your own figures",
  ids: (ids: readonly string[]) => (ids.length === 0 ? "none" : `${ids.length}: ${ids.join(", ")}`),
  checklist: "Checklist",
  paths: "Answer paths",
  walked: (paths: number) => `${paths.toLocaleString("en-US")} walked`,
  routes: "Routes",
  options: "Options",
  rules: "Rules",
  notReached: (ids: readonly string[]) => (ids.length === 0 ? "every one reached" : `not reached: ${ids.join(", ")}`),
  modelPrices: "Model prices",
  noneChanged: "none changed",
  changed: (models: readonly string[], on: PlainDate) =>
    `prices of ${models.length} ${models.length === 1 ? "model" : "models"} updated ${dayWords(on)}: ${models.join(", ")}`,
  priceData: (readOn: PlainDate, updated: string) => `price data of genai-prices, read ${dayWords(readOn)}; ${updated}`,
  notTaken: "Not taken",
} as const;
