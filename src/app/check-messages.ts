/** What came of looking at a decision again. */
export const checkAgainMessages = {
  since: (name: string, day: string) => `${name}: compared with the facts of ${day}.`,
  same: { title: "Nothing has changed", words: "The same answers give the same recommendation." },
  /** In the thread of the card. */
  told: "Checked again: something has changed",
  changed: "Something has changed",
  edit: "Edit with today's facts",
  startFrom: "Start from these answers",
} as const;
