/** How far a card is, or its taking back, as a title. Of several cards the first of these is told. */
export const cardTitles = {
  "not-back": "Not taken back",
  "perhaps-back": "Perhaps still there",
  parked: "Kept, not posted",
  lost: "Perhaps posted",
  going: "Being taken back",
  "on-its-way": "On its way",
  posted: "Posted",
  back: "Taken back",
} as const;

/** What is known of a card, and what to do where that is not enough. `why`: sentences, empty where nobody knows. */
export const cardMessages = {
  kept: "Kept",
  channel: "Channel",
  posted: "Posted.",
  openPosted: "Posted: open the message",
  onItsWay: (why: string) => `On its way.${why === "" ? "" : ` ${why}`}`,
  lost: (why: string) =>
    `Nobody knows whether this arrived: the connection broke while it was sent. (${why || "no answer"})`,
  lookForLost:
    "Look there. If the card is there, press Details on it: then it is known. If it is not, press Post again.",
  notPosted: (why: string) => `Not posted. ${why}`,
  nothingLost: "It is kept: nothing has to be answered again.",
  neverPosted: "Taken back: it was never posted.",
  gone: "Taken back: the card is no longer in the channel.",
  going: "Being taken back: the card goes in a moment.",
  notBack: (why: string) => `Not taken back. ${why}`,
  deleteByHand: "Try again, or delete the card in its channel.",
  perhapsBack: "Nobody knows whether the card stands there: the connection broke while it was sent.",
  lookForUndone:
    "Look there. If it is there, press Details on it, and it goes; or delete it. If it is not, nothing is left to do.",
  replyLeft: "A message under it may still stand: look into its thread, and delete it there.",
} as const;
