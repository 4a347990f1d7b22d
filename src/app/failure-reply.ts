import type { Reply } from "../conversation/reply.ts";
import { StoreError } from "../store/store-error.ts";
import type { Log } from "./log.ts";
import { text, told } from "./ports.ts";

/** What stands for an answer that could not be made: a sentence, and a reference where it was our fault. */
export function failureReply(error: unknown, log: Log): Reply {
  const words =
    error instanceof StoreError
      ? `${error.message} Nothing is lost: try again in a moment.`
      : `Something is wrong inside aicost, not with what you did. Reference ${log.fault(error)}.`;
  return said("broken", "That did not work", words);
}

/** A reply of one sentence, for what an adapter itself has to say. */
export function said(id: string, title: string, words: string, actions: Reply["screen"]["actions"] = []): Reply {
  return { screen: told(id, title, [text(words)], actions), ticket: null, standing: null, notice: null };
}
