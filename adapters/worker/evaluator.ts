import { setTimeout as pause } from "node:timers/promises";
import type { Basis, LocalReading } from "#core";
import { isUnanswered, type Queue } from "./queue.ts";
import { evaluationWords } from "./worker-messages.ts";

/**
 * Evaluates what was decided once, by the facts of a day and what was read again beside them; see `evaluate` of the core. A
 * sentence where that could not be done.
 */
export type Evaluate = (
  answers: unknown,
  day: string,
  then: string,
  readings?: readonly LocalReading[],
) => Promise<Basis | { problem: string }>;

/** People go first: where many wait, this waits, so many times for so long. */
const tries = 60;
const wait = 1_000;

/** Evaluates in the thread, one after another: its queue gives people their turns between. */
export function createEvaluator(queue: Queue): Evaluate {
  return async (answers, day, then, readings = []) => {
    for (let at = 1; ; at++) {
      const answer = await queue.ask({ task: "evaluate", answers, day, then, readings }, "daily-look");
      if (!isUnanswered(answer)) return answer as Basis;
      if (answer.unanswered !== "busy" || at === tries) return { problem: evaluationWords[answer.unanswered] };
      await pause(wait);
    }
  };
}
