import type { PlainDate, RateRow } from "#pricing";
import { dayWords } from "../../market/days.ts";

/** What an estimate of text takes for granted: each a sentence that a reader can object to. */
export const assumptions = {
  oneRequest: "This is one request. Several requests add up.",
  oneMonth: "One month of this work, in US dollars and before tax.",
  turnsAlone: "Every turn stands alone. Earlier turns are not sent again.",
  allResent: "Every turn sends the whole conversation so far again.",
  someResent: (last: number) => `Every turn sends the last ${last} turns again.`,
  noCache: "Nothing is read from a cache.",
  cacheOnce: "Each chat writes the cache once, and every later turn reads it.",
  noReasoning: "Reasoning tokens, which are billed as output, are not included.",
  guessedReasoning: "Reasoning is a guess: 1.5 to 15 billed tokens for each visible one, 4 expected.",
  noRetries: "No request is tried twice.",
  fromLength: "Token counts are estimated from the length of the texts.",
  announced: (model: string, readOn: PlainDate) =>
    `${model}: this price was announced on a page last checked ${dayWords(readOn)}. Check it again before you pay.`,
  ends: (model: string, on: PlainDate) => `${model}: this price ends on ${dayWords(on)}.`,
  peak: (model: string, { hours, factor }: NonNullable<RateRow["peak"]>) =>
    `${model}: at ${hours} everything costs ${factor} times as much. The work is assumed to be even over the day.`,
  note: (model: string, note: string) => `${model}: ${note}`,
  factor: (model: string, kind: keyof typeof factorNames, factor: string, note: string | null) =>
    `${model}: ${factorNames[kind]} costs ${factor} times the normal price.${note === null ? "" : ` ${note}`}`,
} as const;

const factorNames = { batch: "a batch", priority: "priority", region_us: "the US region" } as const;

/** Other ways to do the same work. */
export const ways = {
  window: "Send only the last 3 turns again",
  batch: "Send all of it in batches that take up to a day",
  cache: (caching: "5m" | "1h") => `Cache what is sent again for ${caching === "5m" ? "5 minutes" : "an hour"}`,
  lighter: (lighter: string, heavier: string) => `Use ${lighter} instead of ${heavier} where it is good enough`,
} as const;

/** How prices change, and which day has none. */
export const prices = {
  change: ({ input, output }: RateRow) => `From this day 1M tokens cost $${input} as input and $${output} as output.`,
  unknownFrom: "No price is known from this day on.",
  tooEarly: (field: string, model: string, before: PlainDate, day: PlainDate) =>
    `${field} ${model} has no price before ${before}: the day ${day} is too early.`,
  noneOnDay: (model: string) => `no price known for ${model} on this day`,
  noneFor: (what: string, model: string) => `no price known for ${what} of ${model}`,
} as const;

/** What may have no price of its own. */
export const priced = {
  batches: "work in batches",
  thisTier: "this service tier",
  priority: "priority",
  regionUs: "processing in the US",
  longCache: "writing to a cache for an hour",
  cachedInput: "cached input",
} as const;

/** The form of a line for what is written to a cache for longer, in an estimate's data too. */
export const longWrite = "for an hour";
