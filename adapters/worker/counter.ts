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
import { isUnanswered, type Queue, type Unanswered } from "./queue.ts";

/** Counts tokens in the thread: the event loop never waits for a paste. */
export function createCounter(queue: Queue): TokenCounter {
  let last = 0;
  return {
    async count(what, model): Promise<Counted | NotCounted> {
      const known = tokensOfModel(model);
      if (known === undefined) return { problem: unknownModel(model) };
      const texts = typeof what === "string" ? [what] : textsOf(what);
      const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
      if (bytes > mostBytes) return { problem: tooLong(bytes) };
      // Who pastes is not told here: every text has a turn of its own.
      const answer = await queue.ask({ task: "count", texts, encoding: known.encoding }, `text ${++last}`);
      if (isUnanswered(answer)) return { problem: words[answer.unanswered] };
      const tokens = answer as number;
      return asCounted(model, known, tokens + (typeof what === "string" ? 0 : chatOverhead(what)));
    },
    close: () => queue.close(),
  };
}

const words: Record<Unanswered["unanswered"], string> = {
  slow: "Counting took too long and was stopped. Count a part of the text.",
  busy: "Too many texts are being counted just now. Try again in a minute.",
  ended: "Counting was stopped before it was done. Try again, or count a part of the text.",
  closed: "The counter was closed.",
};

function unknownModel(model: string): string {
  return `How "${model.slice(0, 80)}" makes tokens is not known. Known are models of ${countedVendors.join(", ")}, such as openai:gpt-4o.`;
}

function tooLong(bytes: number): string {
  return `The text has ${(bytes / 1_000_000).toFixed(1)} MB, and at most ${mostBytes / 1_000_000} MB is counted. Count a typical part of it.`;
}
