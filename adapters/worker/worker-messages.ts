import type { Unanswered } from "./queue.ts";

type Words = Readonly<Record<Unanswered["unanswered"], string>>;

/** Why a text was not counted. */
export const countWords: Words = {
  slow: "Counting took too long and was stopped. Count a part of the text.",
  busy: "Too many texts are being counted just now. Try again in a minute.",
  ended: "Counting was stopped before it was done. Try again, or count a part of the text.",
  closed: "The counter was closed.",
};

/** What is wrong with what is to be counted. */
export const countMessages = {
  unknownModel: (model: string, vendors: readonly string[]) =>
    `How "${model}" makes tokens is not known. Known are models of ${vendors.join(", ")}, such as openai:gpt-4o.`,
  /** Both in megabytes. */
  tooLong: (megabytes: string, most: number) =>
    `The text has ${megabytes} MB, and at most ${most} MB is counted. Count a typical part of it.`,
} as const;

/** Why an estimate was not made. */
export const estimateWords: Words = {
  slow: "This estimate took too long and was stopped. Ask for less: fewer models in the mix, or fewer amounts as ranges.",
  busy: "Too many estimates are under way just now. Try again in a minute.",
  ended: "This estimate was stopped before it was done. Try again, or ask for less.",
  closed: "The program is being stopped. Ask again in a minute.",
};

/** Why a decision was not evaluated. */
export const evaluationWords: Words = {
  slow: "It took too long and was stopped.",
  busy: "Too much was under way.",
  ended: "The thread ended before it was done.",
  closed: "The program is being stopped.",
};
