import type { PlainDate } from "#pricing";
import { dayWords } from "../market/days.ts";

/** What a re-check says about a decision, one sentence for each thing that changed. */
export const messages = {
  route: (before: string, after: string) => `Route: was ${before || "none"}, now ${after || "none"}.`,
  gone: (product: string) => `${product} is no longer part of it.`,
  added: (product: string) => `${product} is new.`,
  differs: (product: string, what: string, before: string, after: string) =>
    `${product}, ${what}: was "${before}", now "${after}".`,
  stale: (product: string, day: PlainDate | null) =>
    day === null
      ? `${product} needs a new check of its page.`
      : `${product} was last checked ${dayWords(day)}. Check its page again.`,
  cost: (before: string, after: string) => `Estimate: was ${before}, now ${after}.`,
  noTotal: "no total",
  noPrice: "no published price",
  newFinding: (title: string, text: string) => `New: ${title}. ${text}`,
  overFinding: (title: string) => `No longer needed: ${title}.`,
  noDate: "no date",
};

/** The facts of a product that can change. */
export const changing = {
  price: "price",
  unit: "unit",
  expiry: "expiry",
  expiryDate: "expiry date",
  whenEmpty: "when credit runs out",
} as const;
