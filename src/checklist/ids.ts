import { sellingRoutes } from "#pricing";

/** Every verdict the advisor can give: the routes on which something is sold, and `stay_free`, on which nothing is. */
export const routes = [...sellingRoutes, "stay_free"] as const;
export type Route = (typeof routes)[number];

export const severities = ["block", "refuse", "warn", "route", "note"] as const;
/**
 * What a rule does when it fires. `block`: may be posted only as incomplete. `refuse`: a result of its own, never a
 * number. `warn`: shown above the estimate. `route`: adds a route. `note`: shown under "why".
 */
export type Severity = (typeof severities)[number];

export type Step = "route" | "unit" | "ownership" | "expiry" | "workload" | "review";

export const duties = [
  "keys",
  "rate_limits",
  "logs",
  "retries",
  "model_choice",
  "failed_jobs",
  "spend_caps",
  "top_ups",
  "interruption",
] as const;
export type Duty = (typeof duties)[number];

export const questionIds = [
  "job",
  "unattended",
  "audience",
  "output",
  "vendor",
  "stage",
  "shape",
  "controls",
  "builder",
  "intensity",
  "seats",
  "weekly_users",
  "requests_a_day",
  "team_needs",
  "enterprise_needs",
  "quote",
  "data",
  "tools",
  "unit",
  "link",
  "refunds",
  "rights",
  "can_wait",
  "owner_kind",
  "owner",
  "duties",
  "cap",
  "reload_cap",
  "payment",
  "country_supported",
  "funding",
  "expiry",
  "expires_on",
  "balance_left",
  "rollover",
  "at_zero",
  "workload",
  "channel",
] as const;
export type QuestionId = (typeof questionIds)[number];

/** Conditions that have a name because many others use them. See `derived.ts`. */
export const derivedIds = ["customers_use", "code", "person", "media", "any_team_need", "any_enterprise_need"] as const;
export type DerivedId = (typeof derivedIds)[number];

/** What the catalogue and the wallets in play say. Each is one leaf of a condition; see `facts.ts`. */
export const factIds = [
  "package_sold",
  "only_team_rows_chosen",
  "top_up_priced",
  "plan_chosen",
  "plan_without_api",
  "balance_chosen",
  "two_vendors",
  "wallets_apart",
  "rows_apart",
  "rows_in_play",
  "pair_connected",
  "unit_unknown",
  "expiry_unknown",
  "expiry_matters",
  "duty_missing",
  "owner_missing_one",
  "route_known",
] as const;
export type FactId = (typeof factIds)[number];

/** What a workload shows about itself. The estimate finds them. */
export type WorkloadSign =
  | "history_resent"
  | "prefix_reused"
  | "given"
  | "heavy_model"
  | "low_frequency"
  | "retries"
  | "priority_speed"
  | "tokens"
  | "only_text_length"
  | "several_lots"
  | "high_volume"
  | "under_a_dollar"
  | "seat_dearer_per_output";
/** What typed or pasted words ask for. See `quantity/words.ts`. */
export type WordSign =
  | "asks_price"
  | "asks_how_much"
  | "asks_exchange_rate"
  | "asks_sum_of_unlike"
  | "bare_unit_word"
  | "price_per_thousand"
  | "asks_cheapest_plan"
  | "wrong_tool";
