/** What Slack shows of the app where people find it. */
export const manifestWords = {
  app: "How to pay for AI work: the route first, then what you pay in, who owns it and when it expires.",
  anywhere: { name: "How to pay for AI work", does: "Opens the guided questions" },
  onMessage: { name: "How to pay for this", does: "Opens the guided questions, or reads the usage export on it" },
  command: {
    does: "How to pay for AI work",
    usage:
      "[one line of work | help | resume | plans | estimate | compare | explain | decisions | balances | usage | catalogue | settings | link]",
  },
} as const;
