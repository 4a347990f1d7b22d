/** Why somebody is not answered. */
export const strangerMessages = {
  gone: {
    title: "Not installed",
    words: "aicost is not installed here any more. Whoever looks after your Slack apps can install it again.",
  },
  stranger: {
    title: "Not for other workspaces",
    words:
      "aicost answers only people of the workspace or the organisation that installed it. Yours can install it, too.",
  },
  notKnown: {
    title: "Who you are is not known",
    words:
      "Slack does not say whether you belong to the workspace that installed aicost. Try again; if it stays so, whoever looks after your Slack apps can install aicost again, with users:read.",
  },
  brokenStore: {
    title: "That did not work",
    words: "What is kept of this workspace cannot be read just now. Try again in a moment.",
  },
} as const;

/** The pages of an installation, in a browser. */
export const installMessages = {
  done: { title: "aicost is installed", words: "Go back to Slack and type /aicost in any channel." },
  failed: {
    title: "Not installed yet",
    words: "The installation was begun elsewhere, too long ago, or cancelled. Begin it again here; it takes a click.",
    again: "Start again",
  },
  broken: "That did not work",
} as const;
