import { infoReply } from "#core";
import { renderModal } from "./modal.ts";
import { delayMessages } from "./window-words.ts";

const { waiting: slow, tooLate: late } = delayMessages;

/** What stands in a window while its answer takes longer than Slack waits. */
export const waiting = renderModal(infoReply("waiting", slow.title, slow.words));

/** A trigger lives three seconds. A button brings a fresh one. */
export const tooLate = infoReply("too-late", late.title, late.words, [
  { action: "resume", label: late.open, weight: "main" },
]);
