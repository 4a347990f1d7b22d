import type { ModalView } from "@slack/types";
import { infoReply } from "#core";
import type { Failure } from "./failures.ts";
import { fileMessages } from "./file-messages.ts";

/** What is said where Slack takes no window with a field for a file: that field needs `files:read`. */
export const noFiles = infoReply("no-files", fileMessages.noInput.title, fileMessages.noInput.text, [
  { action: "begin", label: fileMessages.noInput.questions, weight: "main" },
]);

/** Whether Slack refused a window for its field for a file. `view`: as an object, or as it was sent. */
export function lacksFiles(view: ModalView | string, failure: Failure): boolean {
  const known = ["not_found", "hash_conflict", "view_not_found", "expired_trigger_id", "exchanged_trigger_id"];
  const sent = typeof view === "string" ? view : JSON.stringify(view);
  return failure.failure === "refused" && !known.includes(failure.code) && sent.includes('"file_input"');
}
