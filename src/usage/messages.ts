import { decimal, formatAmount } from "../quantity/money.ts";
import { mostRecords, mostUsageBytes } from "./limits.ts";
import type { Note, Reason } from "./usage.ts";

/** What is said where a file cannot be read as usage. */
export const messages = {
  tooLarge: `The file has more than ${mostUsageBytes / 1_000_000} MB. Export fewer days, or group them by day and model.`,
  tooManyRecords: `The file has more than ${formatAmount(decimal(String(mostRecords)))} records. Export fewer days, or group them by day and model.`,
  tooManyRows: "The file has too many different models and days. Export fewer days, or group them by day and model.",
  tooDeep: "The file is nested deeper than any usage export. Save it again from the vendor's page.",
  empty: "The file is empty. Export it again for a period in which you used AI.",
  brokenJson: "The file begins like JSON and is none: a part is missing or too much. Save the whole answer again.",
  noUse: "The file names no day with use. Export a period in which you used AI.",
  noTokens: "The file has costs and counts no tokens of a model. Give the usage export of the same days.",
  noModel: "The file counts tokens and names no model. Export the usage grouped by model.",
  ccusageWithoutDays: "This report of ccusage has no days: run ccusage daily --json instead.",
  unknown: (lookedFor: readonly string[]) =>
    `This is no usage export that aicost knows. Give one as CSV or JSON. It looked for ${lookedFor.slice(0, -1).join("; ")}; and ${lookedFor.at(-1)}.`,
} as const;

/** Why records of a file were left out, before their number. */
export const reasonWords: Record<Reason, string> = {
  duplicate: "Repeated",
  overlap: "Inside a longer period",
  not_a_number: "An amount that is no number",
  no_day: "Without a date",
  no_name: "Without a model",
  contradiction: "More cached input than input",
  other_service: "Other services",
  no_tokens_counted: "Images, speech or tools",
  tax: "Taxes",
  no_currency: "Without a currency",
  own_cache: "Answered from LiteLLM's own cache",
  unknown_form: "In another form",
};

/** What else has to be known about a file. */
export const noteWords: Record<Note, string> = {
  more_pages: "The export has more pages, and this file has only some of them.",
  tokens_without_model: "Some tokens belong to no named model. They are not priced.",
  write_time_unknown: "The file does not say how long cache writes live. Five minutes are assumed.",
  reckoned_cost: "The costs in the file were worked out by the tool that wrote it. They are no bill.",
};
