/** What is wrong with a field of the work: the rest of a sentence that begins with the field's name. */
export const faults = {
  missing: "is missing",
  empty: "must not be empty",
  tooLong: "is too long",
  notAnAmount: "must be a number without signs, units or an exponent",
  notWhole: "must be a whole number",
  negative: "must not be negative",
  notOver: (bound: string) => `must be more than ${bound}`,
  tooSmall: (least: string) => `must be at least ${least}`,
  notUnder: (bound: string) => `must be less than ${bound}`,
  tooLarge: (most: string) => `must not be more than ${most}`,
  beyondCounting: "must not be more than a million million",
  range: "must rise from low to expected to high",
  rangeFields: "must have only low, expected and high",
  day: "must be a day that there is, as year-month-day",
  unknownField: "is not a field here.",
  otherwise: "is not as it must be",
  type: (expected: string) => `must be ${typeWords[expected] ?? "something else"}`,
  oneOf: (values: readonly unknown[]) => `must be one of ${values.map(String).join(", ")}`,
} as const;

const typeWords: Partial<Record<string, string>> = {
  boolean: "true or false",
  array: "a list",
  object: "an object in braces",
  string: "text",
  number: "a number",
  int: "a whole number",
};

/** What is wrong with a field of one kind of work. */
export const workFaults = {
  size: 'must be such as "1080p", "2k" or "1024x1024"',
  noClipLength: "is needed for video: how long is one clip",
  noGroup: "needs at least one group of people",
  manyGroups: "has too many groups",
  expiresFirst: "is earlier than bought",
  noLot: "needs at least one lot",
  manyLots: "has too many lots",
  model: "must be written vendor:model",
  early: "is earlier than from",
  noModel: "needs at least one model",
  manyModels: "has too many models",
  history: 'must be "full", "none" or { "last": 3 }',
  modelOrModels: "give either model or models, not both and not neither",
  shares: "has shares that do not add up to 1",
  modelTwice: "names one model twice",
  longPrefix: "is a part of systemTokens and must not be larger",
  priorityBatch: "cannot be priority when all of the work goes in batches",
  partsOverInput: "and what else is cached or written to a cache are parts of input and must not be more than it",
} as const;

/** What is said of an amount, with how it would be right. */
export const messages = {
  forExample: (right: string) => `For example: ${right}.`,
  kindExample: `For example: "kind": "text".`,
  sentence: (says: string) => `${says}.`,
  twoReadings: (typed: string, thousands: string, small: string) =>
    `"${typed}" can be read in two ways. Enter ${thousands} for thousands, or ${small}.`,
} as const;
