import type { QuotePart } from "../checklist/answer-forms.ts";

/** What is wrong with what stands in a field of a form, and one example that would be right. */
export const formMessages = {
  name: "Enter a name on one line, such as Ana Silva, or pick a person.",
  link: "Enter an https address and the day you read it, such as 2026-11-01. Or leave both empty.",
  either: (none: string) => `Choose either "${none}" or other answers.`,
  choose: (labels: readonly string[]) => `Choose from: ${labels.join(", ")}.`,
  allFour: "Fill in all four parts, or leave all four empty.",
  quote: {
    amount: "Enter the amount in digits, such as 12000.50.",
    currency: "Enter three capital letters, such as USD.",
    unit: "Enter a few words, such as year, or seat and month.",
    term: "Enter a few words, such as 12 months.",
  } satisfies Record<QuotePart, string>,
  notInTime: "This does not change with time. Enter a number such as 5, or a range such as 3-8.",
  noPercentage: "This is an amount, not a percentage. Enter a number such as 500, or a range such as 300-800.",
  /** `says`: the rest of a sentence that begins with the field. */
  this: (says: string) => `This ${says} Enter a number such as 5, or a range such as 3-8.`,
  amount: "Enter a number such as 500, or a range such as 300-800.",
  share: "Enter how many of 100 you keep, such as 40, or a range such as 30-50.",
  /** `measured`: the work that a usage export gave, in a few words. */
  staysMeasured: (measured: string) => `If empty: the ${measured}.`,
  lacksUnit: (typed: string) =>
    `Say what ${typed} counts, such as ${typed} words, ${typed} tokens or ${typed} characters.`,
  length: "Enter a length such as 2 pages, 300 words or 1200 tokens, or paste an example.",
} as const;
