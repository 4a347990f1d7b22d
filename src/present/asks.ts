/** What is asked before something is done that cannot be taken back, or that takes something away. */
export const asks = {
  restart: "The answers so far go.",
  revise: "It takes the place of your unfinished conversation.",
  undo: "The card goes from the channel, with what stands in its thread. The decision itself is kept.",
  forget:
    "Your answers and what only you can see are deleted, and your id goes from what was decided. This cannot be taken back.",
} as const;
