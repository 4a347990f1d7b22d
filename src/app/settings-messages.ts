const presentWords = "The channel you ask from is preselected; you can choose another each time.";

/** A person's settings, and what is kept of them. */
export const settingsMessages = {
  title: "Settings",
  /** `days`: for how long answers are kept. */
  kept: (days: number) =>
    `Your answers are kept for ${days} days after the last one. Decisions that you post belong to the team and keep your id. Only you see the others. Forget me deletes your answers and what only you see. It takes your id out of the rest.`,
  forget: "Forget me",
  usual: "Usual channel",
  noUsual: (words: string) => `Usual channel: none. ${words}`,
  chooseEach: "Choose a channel each time you post.",
  present: presentWords,
  preselected: "It is preselected, except for what you ask in a thread. You can choose another each time.",
  notPreselected: `It is not preselected here, as only choosing a channel tells whether you may write there. ${presentWords}`,
  useThis: "Use this channel",
  useNone: "No usual channel",
} as const;
