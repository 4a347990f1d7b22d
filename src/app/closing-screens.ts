import { infoScreen, textBlock } from "./ports.ts";

/** What is said to whoever closes the conversation. */
export const left = infoScreen("left", "Left", [
  textBlock("Your answers are kept: /aicost goes on from here. Nothing was posted."),
]);

/** What is said to whoever closes what they looked at. */
export const closed = infoScreen("closed", "Closed", [textBlock("The decision is kept as it is.")]);

export const forgotten = infoScreen("forgotten", "Forgotten", [
  textBlock(
    "Your answers are deleted, with what only you could see, and your id is gone from what was decided; cards in channels follow in a moment. Names that were typed into a decision stay in it.",
  ),
]);
