import type { PlainDate, Price, Row, UnitId } from "#pricing";
import type { QuestionId, Route } from "../checklist/ids.ts";
import type { Estimate } from "../estimate/result.ts";
import type { Edge } from "../market/market.ts";
import type { SourceRead } from "../market/sources.ts";
import type { Refusal } from "../quantity/quantity.ts";
import type { Finding } from "./findings.ts";
import type { Flip } from "./route-book.ts";

/** How money gets into a wallet: an axis of its own beside the route. Null while it is not known. */
export type Funding =
  | "card_monthly"
  | "prepaid_manual"
  | "prepaid_auto_capped"
  | "prepaid_auto_uncapped"
  | "invoice"
  | "committed";

/** A balance that the recommendation speaks of: what drains, whose it is, when it ends, what happens at zero. */
export type Wallet = {
  id: string;
  vendor: string;
  product: string;
  route: Route;
  unit: UnitId | null;
  unitName: string;
  currency: string | null;
  /** The price as a fact of the row, with its kind; null when none is known. Never a quote of an enterprise contract. */
  price: (Pick<Price, "currency" | "period" | "kind" | "per"> & { amount: string }) | null;
  /** What the price brings with it, in the wallet's own unit. */
  included: Row["included"];
  owner: { kind: string | null; name: string | null };
  expiry: { text: string; date: PlainDate | null };
  rollover: string;
  atZero: string | null;
  atZeroText: string;
  funding: Funding | null;
  source: SourceRead;
};

/** Something a buyer must know of a chosen product that no rule is about. */
export type Notice = {
  row: string;
  kind: "discontinued" | "closed" | "unread" | "stale" | "differs" | "not_sold_on_route" | "other_output";
  text: string;
};

export type VerifyItem = {
  id: string;
  item: string;
  /** `read`: from the catalogue. `stale`: from a reading that is too old. `said`: by the person. `open`: nobody knows. */
  status: "read" | "stale" | "said" | "open";
  value: string | null;
  sources: SourceRead[];
  who: string | null;
};

/** The vendor's written quote as the person states it: a decimal `amount` of `currency` per `unit`, for `term`. */
export type StatedQuote = { amount: string; currency: string; unit: string; term: string };

/**
 * A route that is neither recommended nor still open. `cannot`: a rule forbids it, or it cannot do the work; `not_now`: it
 * is possible, and another fits better.
 */
export type RuledOut = { route: Route; rules: string[]; how: "cannot" | "not_now" };

/** The whole recommendation: routes first, then what drains, whose it is, when it ends, and what is still open. */
export type Result = {
  catalogue: { version: string; asOf: PlainDate };
  routes: { route: Route; primary: boolean; rules: string[] }[];
  ruledOut: RuledOut[];
  stillOpen: Route[];
  wallets: Wallet[];
  /** The price of the contract where one is recommended and quoted. Nobody checked it, and it enters no sum. */
  quote: StatedQuote | null;
  connections: Edge[];
  findings: Finding[];
  /** Comparisons that suggest themselves and have no honest number, with the way out. */
  refused: Refusal[];
  notices: Notice[];
  verify: VerifyItem[];
  /** What the workload costs inside the route; null while no workload is known. */
  estimate: Estimate | null;
  flips: Flip[];
  missing: QuestionId[];
  complete: boolean;
};
