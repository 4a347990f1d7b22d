import type { Reason } from "../store/reason.ts";

/** What a chat answered to a post, in one sentence, by the id that its adapter keeps. */
export type ChatWords = (said: string) => string;

/** Why a post waits, is parked or unknown, in a sentence or two. */
export function reasonText(reason: Reason, chatWords: ChatWords): string {
  switch (reason.is) {
    case "card_lost":
      return "Nobody knows whether the card stands there.";
    case "taken_back":
      return "The card was taken back.";
    case "taken_back_first":
      return "It was taken back before it was posted.";
    case "no_card":
      return "There is no card to change.";
    case "no_reply":
      return "There is no reply to change.";
    case "no_message":
      return "There is no message to change.";
    case "forgotten":
      return "Who said it has been forgotten.";
    case "drawing":
      return "The picture is being drawn.";
    case "no_picture":
      return "There is no picture.";
    case "ended":
      return "aicost ended while this was being sent.";
    case "on_its_way":
      return `The ${reason.what} is still on its way.`;
    case "fault":
      return `Something is wrong inside aicost. Reference ${reason.reference}.`;
    case "chat":
      return chatWords(reason.said);
    case "worded":
      return reason.words;
    case "tried": {
      const tried = `Tried ${reason.times} times.`;
      return reason.last === null ? tried : `${tried} ${reasonText(reason.last, chatWords)}`;
    }
  }
}
