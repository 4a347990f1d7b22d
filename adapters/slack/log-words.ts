/** What the log has of an answer of Slack's that was not as it should be. */
export const logWords = { noId: "no id of a message" } as const;
