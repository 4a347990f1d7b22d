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
      "It is kept. Nobody knows whether the card stands in its channel. Once that is known, card and thread show it.",
    notInThread: (why: string) => `It is kept, but the thread could not show it. ${why}`,
    inThread: "The thread shows it. The card shows it now or in a moment.",
    soon: "The card and its thread show it in a moment.",
  },
  nobodys: {
    title: "Nobody can approve this",
    words: "The person who asked has been forgotten, so nobody may approve it. Start your own from it.",
  },
  takenBack: { title: "Taken back", words: "The card was taken back. There is nothing to approve." },
} as const;
