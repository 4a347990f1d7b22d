/** What stands in a window besides its screen. */
export const windowWords = {
  app: "AI cost advisor",
  next: "Next",
  close: "Close",
  saveForLater: "Save for later",
  no: "No",
  back: "Back",
  typeName: "Type a name",
  /** Headings of lists that were cut into several. */
  first: "First",
  more: "More",
  postHere: "Post to this channel",
  postTo: (channel: string) => `Post to #${channel}`,
  resume: "Your answers from before are kept: go on with them by the button below.",
} as const;

/** What is said while an answer takes longer than Slack waits. */
export const delayMessages = {
  waiting: { title: "One moment", words: "This takes longer than usual. Nothing is lost." },
  tooLate: {
    title: "Slack was slow",
    words: "The window could not be opened in time. Press the button to open it.",
    open: "Open the questions",
  },
} as const;
