import type { Unsummed } from "./totals.ts";

/** What a team has committed to, in words. */
export const messages = {
  title: "What is committed",
  byOwner: "By budget owner",
  byVendor: "By vendor",
  apart:
    "Decisions that are open or wait for approval count too. Superseded and declined ones do not. Months and years, fixed prices and expected use stay separate.",
  columns: ["Fixed a month", "Expected use a month", "Fixed a year", "Expected use a year"],
  owner: "Owner",
  vendor: "Vendor",
  nobody: "Nobody named",
  yearly: "Paid by the year",
  year: (product: string, name: string, year: string, month: string | null) =>
    `${product} (${name}): ${year} a year${month === null ? "" : `, which is ${month} a month`}.`,
  rest: "Not in any total",
  restLine: (name: string, product: string | null, why: string) =>
    `${name}${product === null || name.includes(product) ? "" : ` (${product})`}: ${why}`,
  nothing: "No decision commits any money yet.",
  cut: (many: number) => `Only the newest ${many} decisions are counted.`,
} as const;

export const reasons: Readonly<Record<Unsummed, string>> = {
  "no-price": "no price for a month is known. Add the amount of work, or ask the vendor.",
  "no-quote": "no quote is known. Edit the decision when the vendor has answered.",
  "nothing-bought": "nothing to buy is named yet. Edit the decision to settle it.",
  "before-purchases": "it was kept before purchases were. Edit the decision to work it out.",
};
