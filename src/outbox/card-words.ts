/** What stands on a card besides its recommendation. */
export const cardWords = {
  shortened: "Shortened to fit one message: Details shows all of it.",
  superseded: (title: string) => `Superseded: ${title}`,
  supersededBy: (name: string) => `Superseded by ${name}`,
  newerDecision: "a newer decision",
  sentence: (text: string) => `${text}.`,
} as const;

/** The buttons of a card. */
export const cardLabels = {
  check: "Re-check",
  edit: "Edit",
  details: "Details",
  template: "Use as template",
  settle: "Settle first",
  answer: "Answer the rest",
  bought: "We bought it",
  approve: "Approve",
  decline: "Decline",
} as const;
