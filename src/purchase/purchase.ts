import type { QuestionId } from "../checklist/ids.ts";
import type { BandText } from "../quantity/band.ts";

/** Whose money it is: people's seats and subscriptions, or what a program uses. They are never one line. */
export type Budget = "people" | "program";

/** What kind of buying it is. `none`: nothing can be named until one fact is known. */
export type PurchaseKind = "free" | "subscribe" | "seats" | "top_up" | "package" | "pay_as_you_go" | "quote" | "none";

/** The same for a year that is paid at once. Amounts in the purchase's currency. */
export type Annual = {
  amount: string;
  /** The row of the catalogue whose price it is. */
  row: string;
  /** What twelve single months would cost more. */
  saves: string;
  /** Whether the rest is paid back to whoever stops early; null where no page says. */
  lastPaymentBack: boolean | null;
};

/** Set where the money rests on a figure that whoever runs the program has added. */
type Whose = { own?: true };

/** Something to buy: which, how many, and what it costs. Money to the cent; null where no price is published. */
export type Pick = {
  row: string;
  product: string;
  /** The model that the money was worked out for; null where it makes no difference. */
  model: string | null;
  quantity: { count: string; of: "seat" | "account" | "balance" | "package" | "contract" };
  monthly: BandText | null;
  annual: Annual | null;
  /** What is paid on the first day. */
  firstPayment: string | null;
  currency: string;
  /** How much of a month is for use beyond what the plan or its seats include; left out where nothing is. */
  beyond?: string;
  /** The price was read too long ago, is a third party's, or is contradicted by another page. */
  stale: boolean;
} & Whose;

export type RunnerUp = {
  row: string;
  product: string;
  model: string | null;
  monthly: BandText | null;
  /** Dollars a month more than the pick; null where one of them has no price. */
  gap: string | null;
  /** A year of it paid at once, where that is less than twelve months. */
  year?: string;
  why: string;
} & Whose;

/** A product that was considered: at what price for the same work, and whether it covers the need. */
export type Candidate = {
  row: string;
  product: string;
  model: string | null;
  monthly: BandText | null;
  /** Dollars for one finished piece that is kept. */
  perAccepted: string | null;
  covers: "yes" | "no" | "unknown";
  /** The row that is kept and paid beside it: its price is part of the month. */
  beside?: string;
  why: string;
} & Whose;

/** A product that cannot be bought for this, and the rule that says so. */
export type Excluded = { row: string; rule: string; why: string };

/** From how much work on a flat price is cheaper than a meter. */
export type BreakEven = {
  flat: string;
  meter: string;
  at: { amount: string; of: string };
  /** How much work there is, where it is known. */
  you: string | null;
  /** The row that is cheaper for that much; null where it is not known. */
  cheaper: string | null;
  /** Both prices, in dollars a month. */
  prices: BreakEvenPrices;
};

/**
 * A flat price beside a meter, in dollars a month: the meter asks `start` before anything is used, and `each` for one more of
 * what is counted `per` month or day. `of`: what is counted, as a plural. `upTo`: how many the flat price is enough for; null
 * where no page says.
 */
type BreakEvenPrices = {
  flat: string;
  start: string;
  each: string;
  of: string;
  per: "month" | "day";
  upTo: string | null;
};

/** Something to do, in order; the first can be done now. `url`: an official page for it. */
export type NextStep = { text: string; url: string | null };

/** What to buy for one budget, how many, what it costs, what else was considered, and what to do next. */
export type Purchase = {
  budget: Budget;
  kind: PurchaseKind;
  /** The row of the plan that the pick takes the place of; null where it is bought anew. */
  replaces: string | null;
  picks: Pick[];
  /** All picks together; null when one of them has no published price. */
  monthly: BandText | null;
  runnerUp: RunnerUp | null;
  /** In the order of dollars for the same work, those without a price last; at most twelve. */
  candidates: Candidate[];
  excluded: Excluded[];
  breakEven: BreakEven | null;
  next: NextStep[];
  /** What is said of the choice as a whole: why this one, and what its price rests on. */
  why: string[];
  /** For `none`: the question whose answer would settle it. */
  settledBy: QuestionId | null;
};

/** How many candidates are told. */
export const mostCandidates = 12;
