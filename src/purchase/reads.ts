import type { QuestionId } from "../checklist/ids.ts";

/** The answers that the money of a purchase is made of, or that make a product possible or not. Nothing else moves it. */
export const moneyQuestions: readonly QuestionId[] = [
  "output",
  "vendor",
  "seats",
  "weekly_users",
  "requests_a_day",
  "quote",
  "rights",
  "data",
  "balance_left",
  "expires_on",
  "workload",
];
