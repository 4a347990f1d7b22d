import {
  asCounted,
  type Counted,
  chatOverhead,
  countedVendors,
  mostBytes,
  type NotCounted,
  type TokenCounter,
  textsOf,
  tokensOfModel,
} from "#core";
import { isUnanswered, type Queue } from "./queue.ts";
import { countMessages, countWords } from "./worker-messages.ts";

/** Counts tokens in the thread: the event loop never waits for a paste. */
export function createCounter(queue: Queue): TokenCounter {
  let last = 0;
  return {
    async count(what, model): Promise<Counted | NotCounted> {
      const known = tokensOfModel(model);
      if (known === undefined) return { problem: countMessages.unknownModel(model.slice(0, 80), countedVendors) };
      const texts = typeof what === "string" ? [what] : textsOf(what);
      const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
      if (bytes > mostBytes)
        return { problem: countMessages.tooLong((bytes / 1_000_000).toFixed(1), mostBytes / 1_000_000) };
      // Who pastes is not told here: every text has a turn of its own.
      const answer = await queue.ask({ task: "count", texts, encoding: known.encoding }, `text ${++last}`);
      if (isUnanswered(answer)) return { problem: countWords[answer.unanswered] };
      const tokens = answer as number;
      return asCounted(model, known, tokens + (typeof what === "string" ? 0 : chatOverhead(what)));
    },
    close: () => queue.close(),
  };
}
