import { dayWords } from "../../market/days.ts";
import { type Decimal, formatAmount, formatMoney } from "../../quantity/money.ts";
import type { MeasuredModel } from "./month.ts";

const dollars = (amount: Decimal) => formatMoney({ amount, currency: "USD" });
const counted = (many: number | Decimal, one: string) =>
  `${typeof many === "number" ? many : formatAmount(many)} ${String(many) === "1" ? one : `${one}s`}`;

/** What is said of measured use, and of what would save money on it. */
export const messages = {
  tiers: {
    standard: "",
    batch: "in batches",
    priority: "with priority",
    flex: "with flex",
    other: "in another service tier",
  } satisfies Record<MeasuredModel["tier"], string>,
  long: "long requests",
  period: (from: string, to: string, days: number) =>
    `Measured from ${dayWords(from)} to ${dayWords(to)}: ${counted(days, "day")}, taken as a month of 30 days.`,
  little: (days: number) =>
    `${counted(days, "day")} ${days === 1 ? "is" : "are"} little to go by. Measure at least a week before you decide.`,
  model: (model: string, input: Decimal, share: string, output: Decimal) =>
    `${model}: ${formatAmount(input)} input tokens, ${share} of them cached, and ${formatAmount(output)} output tokens.`,
  requests: (many: Decimal, input: Decimal, output: Decimal) =>
    `${counted(many, "request")}, on average ${formatAmount(input)} tokens in and ${formatAmount(output)} out.`,
  cachingSaved: (saved: Decimal) => `Caching saves you ${dollars(saved)} a month at today's prices.`,
  cachingCosts: (more: Decimal) => `Caching costs you ${dollars(more)} a month more than it saves.`,
  month: "One month like the measured days, in US dollars and before tax.",
  pace: "Low and high are months like your quietest and your busiest week.",
  steady: "Use stays as it was. The period is too short to show a range.",
  longUnknown: (model: string, from: string) =>
    `${model}: requests from ${from} input tokens cost more. The file does not count them apart.`,
  lighter: (lighter: string, model: string) => `Use ${lighter} instead of ${model} where it is good enough`,
  batch: "Send all that can wait a day in batches",
  cachedTenth: "Read a tenth of the uncached input from a cache",
} as const;
