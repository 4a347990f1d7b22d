import { closingMessages } from "./closing-messages.ts";
import { infoScreen, textBlock } from "./ports.ts";

const said = (id: keyof typeof closingMessages) =>
  infoScreen(id, closingMessages[id].title, [textBlock(closingMessages[id].words)]);

/** What is said to whoever closes the conversation. */
export const left = said("left");

/** What is said to whoever closes what they looked at. */
export const closed = said("closed");

export const forgotten = said("forgotten");
