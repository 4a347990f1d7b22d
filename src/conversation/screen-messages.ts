/** What stands around the questions of a page, and around the recommendation. */
export const screenMessages = {
  introduction: "Leave empty what you do not know yet.",
  next: "Next",
  back: "Back",
  show: "Show me now",
  post: "Post",
  save: "Keep private",
  change: "Change an answer",
  restart: "Start again",
  channel: "Where should it go?",
  channelHint: "Everybody there can read it.",
  edit: "More detail, or change an answer",
  toAsk: "To ask someone",
  review: (open: number) =>
    open === 0 ? "Recommendation" : `Recommendation, ${open === 1 ? "1 thing" : `${open} things`} to settle`,
} as const;
