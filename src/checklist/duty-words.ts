import type { Duty } from "./ids.ts";

/** What each duty is called, inside a sentence. */
export const dutyWords: Record<Duty, string> = {
  keys: "API keys",
  rate_limits: "rate limits",
  logs: "logs",
  retries: "retries",
  model_choice: "model choice",
  failed_jobs: "failed jobs",
  spend_caps: "spending limits",
  top_ups: "top-ups",
  interruption: "outages",
};
