import type { FactId, QuestionId } from "./ids.ts";

/** A leaf that the catalogue and the wallets answer. `says` completes the sentence "because ...". */
export type Fact = {
  says: string;
  /** The same for where it is not so. */
  saysNot: string;
  /** The questions whose answers decide it, together with the catalogue. */
  reads: QuestionId[];
};

/** What each catalogue leaf means. How it is found out is `advice/facts.ts`. */
export const facts: Record<FactId, Fact> = {
  package_sold: {
    says: "a chosen vendor sells usage packages",
    saysNot: "no chosen vendor sells usage packages",
    reads: ["vendor"],
  },
  only_team_rows_chosen: {
    says: "every product chosen for people is a team's",
    saysNot: "no team product is all that was chosen for people",
    reads: ["vendor"],
  },
  top_up_priced: {
    says: "more of the chosen plan has a published price",
    saysNot: "no price is published for more of the chosen plan",
    reads: ["vendor"],
  },
  plan_chosen: {
    says: "an app plan or seat is among the chosen products",
    saysNot: "no app plan or seat is among the chosen products",
    reads: ["vendor"],
  },
  plan_without_api: {
    says: "no fresh official page connects the chosen app plan with the vendor's API",
    saysNot: "a fresh official page connects the chosen app plan with the vendor's API",
    reads: ["vendor"],
  },
  balance_chosen: {
    says: "an API balance is among the chosen products",
    saysNot: "no API balance is among the chosen products",
    reads: ["vendor"],
  },
  two_vendors: { says: "two or more vendors are chosen", saysNot: "only one vendor is chosen", reads: ["vendor"] },
  wallets_apart: {
    says: "the chosen vendors fill different wallets on this route",
    saysNot: "the chosen vendors fill no different wallets on this route",
    reads: ["vendor"],
  },
  rows_in_play: {
    says: "two products of one vendor are in play",
    saysNot: "no two products of one vendor are in play",
    reads: ["vendor"],
  },
  rows_apart: {
    says: "no fresh official page connects two products in play",
    saysNot: "fresh official pages connect the products in play",
    reads: ["vendor"],
  },
  pair_connected: {
    says: "a fresh official page connects two products in play",
    saysNot: "no fresh official page connects two products in play",
    reads: ["vendor"],
  },
  unit_unknown: {
    says: "the unit that drains is not known",
    saysNot: "the unit that drains is known",
    reads: ["unit", "vendor"],
  },
  expiry_unknown: {
    says: "it is not known whether a balance in play expires",
    saysNot: "it is known whether the balances in play expire",
    reads: ["expiry", "vendor"],
  },
  expiry_matters: { says: "a wallet in play expires, or may", saysNot: "no wallet in play expires", reads: ["vendor"] },
  duty_missing: {
    says: "a duty has nobody named for it",
    saysNot: "every duty has somebody named for it",
    reads: ["duties"],
  },
  owner_missing_one: {
    says: "one of the two budgets has no owner",
    saysNot: "both budgets have an owner",
    reads: ["owner"],
  },
  route_known: { says: "a route is known", saysNot: "no route is known yet", reads: [] },
};
