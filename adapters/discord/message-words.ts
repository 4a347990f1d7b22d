/** What stands on a message besides its screen. */
export const messageWords = {
  answer: "Answer",
  close: "Close",
  postHere: "Post to this channel",
  postAsReply: "Post as a reply",
  postTo: (channel: string) => `Post to #${channel}`,
  /** A field for names that are too many for a list. */
  names: "names, with commas between them",
  /** The name of the thread of a card. */
  thread: "About this recommendation",
  /** The link to a card that could not be answered. */
  about: "About",
} as const;

/** What is said while an answer takes longer than Discord waits. */
export const slowMessages = {
  title: "One moment",
  words: "This takes longer than usual. Press Answer again; nothing is lost.",
} as const;

/** Rights as Discord names them. */
export const rightWords = {
  view: "View Channel",
  send: "Send Messages",
  sendInThreads: "Send Messages in Threads",
} as const;

/** Why nothing can be posted in a channel. */
export const channelMessages = {
  mine: (right: string) =>
    `aicost may not write there: it needs "${right}" in that channel. Choose another one, or have it given.`,
  theirs: (right: string) => `You may not write there yourself: you need "${right}". Choose another channel.`,
} as const;
