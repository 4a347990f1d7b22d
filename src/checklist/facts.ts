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
    says: "a vendor you chose sells usage packages",
    saysNot: "no vendor you chose sells usage packages",
    reads: ["vendor"],
  },
  only_team_rows_chosen: {
    says: "every product you chose for people is for teams",
    saysNot: "not every product you chose for people is for teams",
    reads: ["vendor"],
  },
  top_up_priced: {
    says: "top-ups for the plan have a published price",
    saysNot: "top-ups for the plan have no published price",
    reads: ["vendor"],
  },
  plan_chosen: {
    says: "you chose an app plan or seat",
    saysNot: "you chose no app plan or seat",
    reads: ["vendor"],
  },
  plan_without_api: {
    says: "no current official page connects the app plan with the API",
    saysNot: "a current official page connects the app plan with the API",
    reads: ["vendor"],
  },
  balance_chosen: {
    says: "you chose an API balance",
    saysNot: "you chose no API balance",
    reads: ["vendor"],
  },
  two_vendors: { says: "you chose two or more vendors", saysNot: "you chose only one vendor", reads: ["vendor"] },
  wallets_apart: {
    says: "the vendors you chose use different balances",
    saysNot: "the vendors you chose use no different balances",
    reads: ["vendor"],
  },
  rows_in_play: {
    says: "two products from one vendor are involved",
    saysNot: "no two products from one vendor are involved",
    reads: ["vendor"],
  },
  rows_apart: {
    says: "no current official page connects two of the products",
    saysNot: "current official pages connect the products",
    reads: ["vendor"],
  },
  pair_connected: {
    says: "a current official page connects two of the products",
    saysNot: "no current official page connects two of the products",
    reads: ["vendor"],
  },
  unit_unknown: {
    says: "the unit you pay in is not known",
    saysNot: "the unit you pay in is known",
    reads: ["unit", "vendor"],
  },
  expiry_unknown: {
    says: "the expiry of a balance is not known",
    saysNot: "the expiry of every balance is known",
    reads: ["expiry", "vendor"],
  },
  expiry_matters: { says: "a balance expires, or may expire", saysNot: "no balance expires", reads: ["vendor"] },
  duty_missing: {
    says: "a task has no owner",
    saysNot: "every task has an owner",
    reads: ["duties"],
  },
  owner_missing_one: {
    says: "one of the two budgets has no owner",
    saysNot: "both budgets have an owner",
    reads: ["owner"],
  },
  route_known: { says: "it is known who uses the AI", saysNot: "it is not known yet who uses the AI", reads: [] },
};
