import type { FactId, QuestionId } from "./ids.ts";

/**
 * The questions whose answers decide each catalogue leaf, together with the catalogue. How it is found out is
 * `advice/facts.ts`, what it means stands in `fact-words.ts`.
 */
export const factReads: Record<FactId, QuestionId[]> = {
  package_sold: ["vendor"],
  only_team_rows_chosen: ["vendor"],
  top_up_priced: ["vendor"],
  plan_chosen: ["vendor"],
  plan_without_api: ["vendor"],
  balance_chosen: ["vendor"],
  two_vendors: ["vendor"],
  wallets_apart: ["vendor"],
  rows_in_play: ["vendor"],
  rows_apart: ["vendor"],
  pair_connected: ["vendor"],
  unit_unknown: ["unit", "vendor"],
  expiry_unknown: ["expiry", "vendor"],
  expiry_matters: ["vendor"],
  duty_missing: ["duties"],
  owner_missing_one: ["owner"],
  route_known: [],
};
