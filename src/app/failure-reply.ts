import type { Reply } from "../conversation/reply.ts";
import { StoreError } from "../store/store-error.ts";
import { failureMessages as words } from "./failure-messages.ts";
import type { Log } from "./log.ts";
import { infoScreen, textBlock } from "./ports.ts";

/** What stands for an answer that could not be made: a sentence, and a reference where it was our fault. */
export function failureReply(error: unknown, log: Log): Reply {
  if (!(error instanceof StoreError)) return infoReply("broken", words.title, words.ours(log.fault(error)));
  log.warn("the store could not", { kind: error.kind, says: error.message });
  return infoReply("broken", words.title, words.store(error));
}

/** A reply of one sentence, for what an adapter itself has to say. */
export function infoReply(id: string, title: string, text: string, actions: Reply["screen"]["actions"] = []): Reply {
  return { screen: infoScreen(id, title, [textBlock(text)], actions), ticket: null, standing: null, notice: null };
}
