/** What is said in the place of a page: why it cannot be answered here any more, and what happened in the meantime. */
export const noticeMessages = {
  again: "Start again",
  fromBefore: {
    title: "This is from before",
    text: "This conversation is no longer kept. Start again: it takes about two minutes.",
  },
  somebodyElses: {
    title: "This is someone else's conversation",
    text: "Only the person who began it can answer here. Start your own with /aicost.",
  },
  decided: {
    title: "This is decided",
    text: "Start again for another decision.",
    kept: (name: string) => `The decision is kept: ${name}.`,
    show: "Show it",
  },
  startOver: { label: "Start over", ask: "The answers so far are deleted." },
  waited:
    "A conversation of yours was waiting, or began in the meantime. Your last answer was not kept. Go on here, or start over.",
  meanwhile: "This was answered elsewhere in the meantime. Here is how it stands now.",
  newCatalogue: "The catalogue has changed since you began. Prices and rules are those of today.",
} as const;
