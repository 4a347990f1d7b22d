import type { EstimateLine } from "../estimate/result.ts";

/** The line of what expires unused. */
export const lostName = "Lost";

export const budgetNames: Record<EstimateLine["budget"], string> = { seats: "seats", usage: "use" };

export const unitNames: Record<NonNullable<EstimateLine["unit"]>, string> = {
  input_token: "input tokens",
  output_token: "output tokens",
  cached_token: "cached tokens",
  cache_write_token: "cache write tokens",
  credit: "credits",
  compute_unit: "compute units",
  second: "seconds",
  minute: "minutes",
  gpu_hour: "GPU hours",
  image: "images",
  character: "characters",
  download: "downloads",
  successful_job: "jobs",
  message: "messages",
  request: "requests",
  seat_month: "seats",
  account_balance: "US dollars",
  custom_quota: "units of its quota",
};
