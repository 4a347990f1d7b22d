import { text, told } from "./ports.ts";

/** What is said to whoever closes the conversation. */
export const left = told("left", "Left", [
  text("Your answers are kept: /aicost goes on from here. Nothing was posted."),
]);

/** What is said to whoever closes what they looked at. */
export const closed = told("closed", "Closed", [text("The decision is kept as it is.")]);

export const forgotten = told("forgotten", "Forgotten", [
  text(
    "Your answers are deleted, with what only you could see, and your id is gone from what was decided; cards in channels follow in a moment. Names that were typed into a decision stay in it.",
  ),
]);
