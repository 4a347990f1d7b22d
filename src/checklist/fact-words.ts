import type { FactId } from "./ids.ts";

/** What each catalogue leaf means, where it is so and where it is not. Either completes the sentence "because ...". */
export const factWords: Record<FactId, { says: string; saysNot: string }> = {
  package_sold: {
    says: "a vendor you chose sells usage packages",
    saysNot: "no vendor you chose sells usage packages",
  },
  only_team_rows_chosen: {
    says: "every product you chose for people is for teams",
    saysNot: "not every product you chose for people is for teams",
  },
  top_up_priced: {
    says: "top-ups for the plan have a published price",
    saysNot: "top-ups for the plan have no published price",
  },
  plan_chosen: {
    says: "you chose an app plan or seat",
    saysNot: "you chose no app plan or seat",
  },
  plan_without_api: {
    says: "no current official page connects the app plan with the API",
    saysNot: "a current official page connects the app plan with the API",
  },
  balance_chosen: {
    says: "you chose an API balance",
    saysNot: "you chose no API balance",
  },
  two_vendors: {
    says: "you chose two or more vendors",
    saysNot: "you chose only one vendor",
  },
  wallets_apart: {
    says: "the vendors you chose use different balances",
    saysNot: "the vendors you chose use no different balances",
  },
  rows_in_play: {
    says: "two products from one vendor are involved",
    saysNot: "no two products from one vendor are involved",
  },
  rows_apart: {
    says: "no current official page connects two of the products",
    saysNot: "current official pages connect the products",
  },
  pair_connected: {
    says: "a current official page connects two of the products",
    saysNot: "no current official page connects two of the products",
  },
  unit_unknown: {
    says: "the unit you pay in is not known",
    saysNot: "the unit you pay in is known",
  },
  expiry_unknown: {
    says: "the expiry of a balance is not known",
    saysNot: "the expiry of every balance is known",
  },
  expiry_matters: {
    says: "a balance expires, or may expire",
    saysNot: "no balance expires",
  },
  duty_missing: {
    says: "a task has no owner",
    saysNot: "every task has an owner",
  },
  owner_missing_one: {
    says: "one of the two budgets has no owner",
    saysNot: "both budgets have an owner",
  },
  route_known: {
    says: "it is known who uses the AI",
    saysNot: "it is not known yet who uses the AI",
  },
};
