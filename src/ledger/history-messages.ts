/** Why a decision took the place of another, a sentence each. */
export const messages = {
  answer: (question: string, was: string, is: string) => `${question} Was: ${was}. Now: ${is}.`,
  cost: (was: string, is: string) => `Cost: was ${was}, now ${is}.`,
  noCost: "not known",
  same: "The same answers were decided again.",
  more: (many: number) => `${many} more ${many === 1 ? "answer" : "answers"} changed.`,
  line: (names: string) => `History: ${names}.`,
  next: ", then ",
  between: (many: number) => `${many} more`,
  first: "First decision.",
  alone: "Nothing came before this decision, and nothing replaced it.",
} as const;
