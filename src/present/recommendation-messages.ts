import type { Evidence } from "#pricing";
import type { Funding, RuledOut, VerifyItem, Wallet } from "../advice/result.ts";
import { decimal, formatAmount } from "../quantity/money.ts";
import type { SectionId } from "./details/section.ts";

/** What the whole recommendation says around its facts. */
export const messages = {
  noRoute: "Not decided yet",
  sayWho: "Say first who or what will use the AI.",
  quoted: "from the vendor's written quote, as you gave it. The estimate does not include it",
  looksLike: (names: readonly string[], open: readonly string[]) =>
    `Looks like: ${names.join(" + ")}.${open.length === 0 ? "" : ` ${messages.possible(open)}`}`,
  possible: (names: readonly string[]): string =>
    names.length < 4
      ? `Still possible: ${names.join(", ")}.`
      : `Still possible: ${names.slice(0, 2).join(", ")} and ${names.length - 2} others.`,
  route: (name: string) => `Route: ${name}`,
  buys: (what: string) => `You buy ${what}.`,
  also: (name: string, what: string) => `Also: ${name}. You buy ${what}.`,
  because: "Because",
  ruledOut: (name: string, how: RuledOut["how"], reasons: readonly string[]) =>
    `${name}: ${howWords[how]}${reasons.length === 0 ? "" : ` (${reasons.join("; ")})`}.`,
  nobody: "nobody named yet",
  notSettled: "not settled",
  on: (expiry: string, day: string) => `${expiry} On ${day}.`,
  pair: (names: readonly string[], status: string, says: string, only: string | null) =>
    `${names.join(" and ")}: ${status}. ${says}${only === null ? "" : ` Only: ${only}.`}`,
  complete: "Nothing is left to settle.",
  incomplete: "You can post this now. The card will say what is left to settle.",
  noAnswers: "Nothing has been answered yet.",
  checkAgain: "check again",
  catalogue: (version: string, asOf: string) => `Catalogue ${version}, as of ${asOf}.`,
  ownRules: "Points without an address are rules of the checklist.",
  unticked: (item: string) => `\u2610 ${item}`,
  ticked: (item: string) => `\u2611 ${item}`,
  tickedBy: (day: string) => `Checked on ${day} by`,
  tickedOn: (day: string) => `Checked on ${day}.`,
  pageOf: (at: number, of: number, title: string) => `Page ${at} of ${of}: ${title}`,
};

/** The pages of Details. */
export const sectionTitles: Record<SectionId, string> = {
  why: "Why this way",
  risks: "All warnings",
  cost: "Estimate",
  pages: "Sources",
  check: "Verify before you pay",
  said: "Answers",
};

/** Whose words a page of the sources gives. */
export const evidenceTitles: Record<Evidence, string> = {
  official: "Read on the official page",
  official_copy: "Read on a dated copy of the page",
  quoted_official: "Quoted by someone who read the page",
  third_party: "Told by a third party",
  colleague: "Checked by a colleague",
};

/** What ids are of, for scripts and exports. */
export const idLabels = {
  rows: "Products",
  rules: "Rules",
  checks: "Checks",
  models: "Models",
} as const;

const howWords: Record<RuledOut["how"], string> = { cannot: "not possible", not_now: "not now" };

/** The headings within the pages of Details. */
export const headings = {
  others: "Why not the others",
  products: "About the products",
  connections: "Which balance pays for what",
  readings: "Differences and old readings",
  next: "Next steps",
  ids: "For scripts",
  flips: "What would change this",
  open: "Questions left to answer",
} as const;

/** The facts of a product that may be bought. */
export const factLabels = {
  unit: "You pay in",
  price: "Price",
  included: "Included",
  owner: "Owner",
  expiry: "Expires",
  rollover: "Rollover",
  whenEmpty: "If it runs out",
  funding: "Payment",
} as const;

export const fundingWords: Record<Funding, string> = {
  card_monthly: "by card, every month",
  prepaid_manual: "top-ups by hand",
  prepaid_auto_capped: "auto top-up with a cap",
  prepaid_auto_uncapped: "auto top-up without a cap",
  invoice: "by invoice",
  committed: "by contract",
};

export const statusWords: Record<VerifyItem["status"], string> = {
  read: "checked",
  stale: "check again",
  said: "your answer",
  open: "not known yet",
};

/** `660 Kling credits a month`: what the price brings, never a rate. */
export function includedWords({ amount, name, period, per, pooled }: Wallet["included"][number]): string {
  const much = amount === null ? name : `${formatAmount(decimal(amount))} ${name}`;
  const time = period === "standing" ? " at most" : period === "once" ? " once" : ` a ${period}`;
  return `${much}${per === "seat" ? " per seat" : ""}${time}${pooled ? ", shared by the team" : ""}`;
}
