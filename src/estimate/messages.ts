import type { PlainDate } from "#pricing";
import { type Decimal, formatAmount, formatMoney } from "../quantity/money.ts";

/** What every estimate says beside its figures. */
export const messages = {
  reRead: (url: string, readOn: PlainDate | null) =>
    `${url} was ${readOn === null ? "never read on a known day" : `read on ${readOn}`}: re-read before buying.`,
  smallestPurchase: (amount: Decimal) => `The smallest purchase, ${formatMoney({ amount, currency: "USD" })},`,
  alerted: (alert: string) => `the people who get this alert: ${alert}.`,
  user: "the person who is using it.",
  errorReaders: "the people who read the program's errors. No page promises a message.",
} as const;

/** What is wrong with a currency of one's own, behind the field's name. */
export const currencyFaults = {
  code: "must be three letters such as EUR",
  source: "must say where the rate was read",
  tooLong: "is too long",
} as const;

/** What is counted until one way is cheaper than another, as an estimate's data has it. */
export const breakEvenUnits = {
  reads: "reads of what was written",
  months: "months",
  attempts: "attempts",
} as const;

/** What moves a result, by how much. */
export const driverWords = {
  moves: (span: string, change: string) => `${span} moves ${change}`,
  span: (low: Decimal, high: Decimal) => `${formatAmount(low)} to ${formatAmount(high)}`,
  ofGroup: (input: string, group: number) => `${input} of group ${group}`,
  ranged: (name: string, span: string) => `${name}: ${span}`,
  tenth: (name: string, span: string) => `${name}: 10% less or more (${span})`,
  tenthCut: (name: string, span: string) => `${name}: 10% less, or as many as there can be (${span}),`,
  cost: (ends: readonly string[]) => `the cost from ${ends.join(" to ")}`,
  units: (ends: readonly string[]) => `the units used from ${ends.join(" to ")}`,
} as const;

/** How inputs are called where a person reads them. */
export const inputNames: Readonly<Record<string, string>> = {
  conversations: "chats or requests a month",
  turns: "turns in a chat",
  systemTokens: "tokens of instructions",
  userTokens: "tokens of a question",
  answerTokens: "tokens of an answer",
  prefixTokens: "tokens that stay the same",
  reasoning: "reasoning that is billed as output",
  retryRate: "retries",
  batchShare: "share in batches",
  peakShare: "share at peak hours",
  acceptanceRate: "share you keep",
  failureRate: "share that fails",
  accepted: "pieces you keep",
  seconds: "seconds of a clip",
  characters: "characters",
  takes: "takes",
  input: "input tokens",
  cached: "cached tokens",
  write5m: "cache write tokens",
  write1h: "cache write tokens for an hour",
  output: "output tokens",
  burnPerMonth: "use a month",
  pace: "a month like your quietest or your busiest week",
  openRate: "a published range of prices",
  openRefund: "paying for failed jobs",
};
