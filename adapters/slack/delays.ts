import { infoReply } from "#core";
import { renderModal } from "./modal.ts";

/** What stands in a window while its answer takes longer than Slack waits. */
export const waiting = renderModal(
  infoReply("waiting", "One moment", "This takes longer than usual. Nothing is lost."),
);

/** A trigger lives three seconds. A button brings a fresh one. */
export const tooLate = infoReply(
  "too-late",
  "Slack was slow",
  "The window could not be opened in time. Press the button to open it.",
  [{ action: "resume", label: "Open the questions", weight: "main" }],
);
