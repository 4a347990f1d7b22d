/** What the log has of what came from Discord and was not as it should be. */
export const logWords = {
  /** The field that could not be read. */
  wholePayload: "all of it",
  noId: "no id of a message",
  late: "no answer in time",
} as const;
