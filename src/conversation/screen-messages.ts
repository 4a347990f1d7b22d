/** What stands around the questions of a page, and around the recommendation. */
export const screenMessages = {
  introduction: "Leave empty what you do not know yet.",
  next: "Next",
  answer: "Answer",
  back: "Back",
  show: "Show me now",
  post: "Post",
  save: "Keep private",
  details: "Details",
  change: "Change an answer",
  restart: "Start again",
  channel: "Which channel?",
  channelHint: "Everybody there sees it.",
  edit: "Add or change",
  toAsk: "To ask someone",
  review: "Recommendation",
} as const;
