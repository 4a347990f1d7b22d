/** How a decision stands, and what can be done with it. */
export const decisionMessages = {
  supersededBy: (name: string) => `Superseded by ${name}.`,
  title: "Decision",
  facts: {
    decision: "Decision",
    cost: "Cost",
    owner: "Owner",
    state: "State",
    vendor: "Vendor",
    route: "Route",
    day: "Day",
    seenBy: "Seen by",
  },
  noCost: "Not known",
  noOwner: "Not named",
  noVendor: "None yet",
  noRoute: "no route yet",
  audience: {
    all: "the whole team",
    maker: "only the person who made it",
    channel: "the people of its channel",
  },
  buttons: {
    post: "Post",
    rename: "Rename",
    replacement: "Show what replaced it",
    history: "History",
    undo: "Undo",
    lookAgain: "Look again",
    details: "Details",
    edit: "Edit",
    /** `of`: which decision, with a blank before it. */
    postAgain: (of: string) => `Post${of} again`,
    tryAgain: (of: string) => `Try${of} again`,
  },
  historyOf: (name: string) => `History: ${name}`,
  showDecision: "Show the decision",
} as const;

/** The list of decisions. */
export const listMessages = {
  title: "Decisions",
  columns: ["Decision", "Cost", "Owner", "State", "Vendor"],
  show: (name: string) => `Show ${name}`,
  /** Two that read alike. */
  dated: (name: string, day: string) => `${name}, ${day}`,
  numbered: (name: string, number: number) => `${name} (${number})`,
  shown: (said: string) => `Shown: ${said}.`,
  older: "Older",
  newest: "Newest",
  totals: "Totals",
  export: "Export",
  showAll: "Show all decisions",
  openQuestions: "Open the questions",
  nothing: "Nothing is decided here yet.",
  noMatch: "No decision that you can see matches this.",
  noneOf: (said: string) =>
    said === "" ? "There are no older decisions." : `No decision that you can see matches: ${said}.`,
  hint: (byName: string, filtered: string) => `To find one, type part of its name: ${byName}. Or filter: ${filtered}.`,
  /** What stands for a name in an example. */
  anyName: "NAME",
} as const;

/** For words that mean no decision, or one that this person may not see. */
export const noDecision = {
  title: "There is no such decision",
  words: (typed: string) => `No decision that you can see matches this. Type ${typed} for a list of those you can.`,
  show: "Show decisions",
} as const;

/** What somebody may not do with a decision, or needs not. */
export const refusalMessages = {
  notYours: "This is not yours",
  undo: "Only who posted it can take it back.",
  retry: "Only who posted it can post it again.",
  rename: "Only the person who decided it can rename it.",
  share: "Only who decided it can post it.",
  settled: { title: "Nothing to do", words: "It is on its way, or it has arrived." },
} as const;

/** The form for another name. */
export const renameMessages = {
  title: "Rename",
  button: "Rename",
  label: "Name",
  hint: "Cost, owner and day stay with it.",
  empty: "Enter a name, such as Support chats.",
  long: (length: number, most: number) =>
    `This name has ${length} characters. Enter at most ${most}, such as Support chats.`,
} as const;

/** What is wrong with a channel that was chosen for a decision. */
export const shareMessages = {
  choose: "Choose a channel.",
  takenBack: "The card was taken back from there. Choose another channel, or press Edit and post it anew.",
} as const;
