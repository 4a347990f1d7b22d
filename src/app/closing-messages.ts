/** What is said last, to whoever leaves. */
export const closingMessages = {
  left: { title: "Left", words: "Your answers are kept: /aicost goes on from here. Nothing was posted." },
  closed: { title: "Closed", words: "The decision is kept as it is." },
  forgotten: {
    title: "Forgotten",
    words:
      "Your answers are deleted, with what only you could see, and your id is gone from what was decided; cards in channels follow in a moment. Names that were typed into a decision stay in it.",
  },
} as const;

/** The questions before something is done that takes something away; what they are about stands in `present/asks`. */
export const confirmMessages = {
  titles: {
    restart: "Start again?",
    revise: "Begin with these answers?",
    undo: "Take it back?",
    forget: "Forget you?",
  },
  yes: "Yes",
  no: "No",
} as const;
