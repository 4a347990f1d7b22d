/** Answers to the question for vendors that name none, and what each vendor's own entry says. */
export const sellerWords = {
  apart: "None of these",
  other: "Another vendor",
  undecided: "Not decided",
  anyProduct: "any product of theirs",
} as const;

/** What is wrong with names that were typed. `problem`: what is wrong with one of them, in a sentence. */
export const sellerMessages = {
  tooMany: (most: number) => `Name ${most} vendors or products at most.`,
  noName: (problem: string) => `${problem} If it is none of these: "other".`,
} as const;
