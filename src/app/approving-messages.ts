/** What people read of an approval besides what stands on the card. */
export const approvalScreenMessages = {
  decision: (name: string) => `${name}.`,
  details: "Details",
  superseded: {
    title: "Superseded",
    unseen: "A newer decision replaced this one.",
    by: (name: string) => `Superseded by ${name}.`,
    show: "Show what replaced it",
  },
  /** Where an approval is shown by now. */
  shown: {
    cardLost:
      "It is kept. Nobody knows whether the card stands in its channel: once that is known, card and thread say so.",
    notInThread: (why: string) => `It is kept, but the thread could not say so. ${why}`,
    inThread: "The thread says so, and the card, now or in a moment.",
    soon: "It is kept: the card and its thread say so in a moment.",
  },
  nobodys: {
    title: "Nobody's",
    words: "Who asked for this has been forgotten, so nobody can say who may approve it. Start your own from it.",
  },
  takenBack: { title: "Taken back", words: "There is no card any more to approve." },
} as const;
