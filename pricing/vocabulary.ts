/** The routes a person can buy on. `stay_free` is a verdict and sells nothing, so no row has it. */
export const sellingRoutes = [
  "app_subscription",
  "api_meter",
  "team_workspace",
  "prepaid_credits",
  "usage_package",
  "enterprise_contract",
] as const;

/** What drains. Vendors' own words for it stand beside it, in `unitName`. */
export const units = [
  "input_token",
  "output_token",
  "cached_token",
  "cache_write_token",
  "credit",
  "compute_unit",
  "second",
  "minute",
  "gpu_hour",
  "image",
  "character",
  "download",
  "successful_job",
  "message",
  "request",
  "seat_month",
  "account_balance",
  "custom_quota",
] as const;
