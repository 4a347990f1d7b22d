import type { Price } from "#pricing";
import type { StatedQuote, Wallet } from "../advice/result.ts";
import { decimal, formatAmount, formatMoney } from "../quantity/money.ts";
import { ownFigure, readWords } from "../screen/source-words.ts";

/** A price as its page states it, with its kind; a sentence where no figure is known. */
export function priceWords(price: Pick<Price, "amount" | "currency" | "period" | "kind" | "per">): string {
  if (price.amount === null) return "no published price";
  if (price.kind === "free") return "free";
  const amount = price.currency === "USD" ? `$${price.amount}` : `${price.amount} ${price.currency}`;
  return `${amount}${price.per === "seat" ? " per seat" : ""}${periodWords[price.period]}${kindWords[price.kind]}`;
}

/** The price of a wallet, marked where nobody here has read the page: `$20 a month (quoted 2026-09-26)`. */
export function readPriceWords({ price, source }: Pick<Wallet, "price" | "source">): string {
  if (price === null) return "no price known";
  if (source.own === true) return `${priceWords(price)} (${ownFigure})`;
  const { on, evidence } = source.confirmed ?? { on: source.readOn, evidence: source.evidence ?? "official" };
  const own = evidence === "official" || evidence === "official_copy";
  return `${priceWords(price)}${own || on === null ? "" : ` (${readWords(on, evidence)})`}`;
}

/** A quote beside the public prices: whose statement it is stands behind it, as a clause. */
export const quoteTexts = {
  label: "Contract price",
  value: (quote: StatedQuote, by: string) => `${quoteWords(quote)}, ${by}`,
  unchecked: "We have not checked this quote.",
} as const;

/** `$12,000 a year for 12 months`: unit and term in the words of whoever typed them. */
export function quoteWords({ amount, currency, unit, term }: StatedQuote): string {
  const exact = decimal(amount);
  const money = formatMoney({ amount: exact, currency }).replace(/\.00$/, "");
  const price = exact.eq(exact.round(2)) ? money : `${currency === "USD" ? "$" : `${currency} `}${formatAmount(exact)}`;
  const per = /^(a|an|per|each|every|in|for)\b/i.test(unit) ? unit : `a ${unit}`;
  return `${price} ${per} ${/^for\b/i.test(term) ? term : `for ${term}`}`;
}

const periodWords: Record<Price["period"], string> = {
  day: " a day",
  month: " a month",
  month_billed_yearly: " a month, billed yearly",
  year: " a year",
  once: " once",
  package: " a package",
  usage: " per use",
  minimum_purchase: "",
  contract: " by contract",
};

const kindWords: Record<Price["kind"], string> = {
  list: "",
  renewal: " (renewal price)",
  first_month: " (first month only)",
  struck_through: " (list price, struck through)",
  free: "",
  minimum: " minimum purchase",
  none: "",
};
