import type { Reply } from "../conversation/reply.ts";
import { StoreError } from "../store/store-error.ts";
import type { Log } from "./log.ts";
import { infoScreen, textBlock } from "./ports.ts";

/** What stands for an answer that could not be made: a sentence, and a reference where it was our fault. */
export function failureReply(error: unknown, log: Log): Reply {
  if (!(error instanceof StoreError)) {
    const words = `Something is wrong inside aicost, not with what you did. Try again. Reference ${log.fault(error)} is for the person who runs aicost.`;
    return infoReply("broken", "That did not work", words);
  }
  log.warn("the store could not", { kind: error.kind, says: error.message });
  return infoReply("broken", "That did not work", `${error.message} ${nextStep[error.kind]}`);
}

const again = "Nothing is lost. Try again in a moment.";
const notKept = "What was kept before is safe. Your last step was not kept. Tell the person who runs aicost.";

/** What can truly be said of what is kept, and what to do. */
const nextStep: Record<StoreError["kind"], string> = {
  missing: again,
  locked: again,
  lost: again,
  full: notKept,
  readonly: notKept,
  newer: notKept,
  key: notKept,
  corrupt: "Tell the person who runs aicost.",
};

/** A reply of one sentence, for what an adapter itself has to say. */
export function infoReply(id: string, title: string, words: string, actions: Reply["screen"]["actions"] = []): Reply {
  return { screen: infoScreen(id, title, [textBlock(words)], actions), ticket: null, standing: null, notice: null };
}
