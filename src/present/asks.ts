/** What is asked before something is done that cannot be taken back, or that takes something away. */
export const asks = {
  restart: "Delete your answers and start again?",
  revise: "This replaces your unfinished conversation. Continue?",
  undo: "Remove the card and its thread from the channel? The decision itself is kept.",
  forget:
    "Delete your answers and everything only you can see? Your name is removed from decisions. You cannot undo this.",
} as const;
