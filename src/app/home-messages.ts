/** The page that a person finds first. */
export const homeMessages = {
  title: "How to pay for AI work",
  new: "Answer a few questions and get a recommendation that your team can act on.",
  stopped: (step: string) => `You stopped at ${step}. Your answers are kept.`,
  resume: (step: string) => `Resume from ${step}`,
  start: "Start",
  needsYou: "Needs you",
  more: (count: number) => `${count} more.`,
  settle: (name: string) => `Settle the open points: ${name}.`,
  decisions: "Decisions",
  allDecisions: "All decisions",
  yourData: "Your data",
  settings: "Settings",
  channel: "Channel",
  /** `freshness`: how much is fresh, in a sentence. */
  asOf: (day: string, freshness: string) => `Prices and rules as of ${day}. ${freshness}`,
  byVendor: (typed: string) => `${typed} shows it by vendor.`,
} as const;

/** A card or its taking back that needs somebody's eyes. `why`: sentences, empty where nobody knows. */
export const troubleMessages = {
  notTakenBack: (name: string) => `Not taken back: ${name}.`,
  lost: (name: string) =>
    `Nobody knows whether this card arrived: ${name}. If it is there, press Details on it. If not, post it again.`,
  notPosted: (name: string) => `Not posted: ${name}.`,
  withReason: (words: string, why: string) => (why === "" ? words : `${words} ${why}`),
} as const;

/** For whoever comes back while a conversation of theirs waits. */
export const waitingMessages = {
  back: { title: "You have been here before", words: "Your answers are kept." },
  line: {
    title: "You have a conversation already",
    newLine: (line: string) => `New line: ${line}`,
    choice: "Resume keeps your earlier answers. Starting with this line deletes them.",
    start: "Start with this line",
  },
} as const;
