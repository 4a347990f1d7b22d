import type { Estimator, TokenCounter, UsageReader } from "#core";
import { createCounter } from "./counter.ts";
import { createEstimator } from "./estimator.ts";
import { createEvaluator, type Evaluate } from "./evaluator.ts";
import { type Bounds, openQueue } from "./queue.ts";
import { createTurns, handedOut } from "./turns.ts";
import { createUsageReader } from "./usage-reader.ts";

export { createTurns } from "./turns.ts";

/** What is worked out in a thread beside the event loop. `renew`: what it was given has changed. */
export type WorkerThread = {
  counter: TokenCounter;
  estimator: Estimator;
  usage: UsageReader;
  evaluate: Evaluate;
  close(): Promise<void>;
  renew(): void;
};

/** The heaviest that can be asked for takes well under a second; whatever takes so long is stuck. */
const usual: Bounds = { milliseconds: 20_000, waiting: 200, waitingOfOne: 10, megabytes: 512 };

/**
 * `entry`: the file that the thread runs, which calls `answerTasks`. `given`: plain data that it finds as `workerData`, asked
 * for when a thread starts. Nothing is started before something is asked.
 */
export function openWorker(entry: URL, bounds: Partial<Bounds> = {}, given: () => unknown = () => null): WorkerThread {
  const queue = handedOut(openQueue(entry, { ...usual, ...bounds }, given), createTurns());
  return {
    counter: createCounter(queue),
    estimator: createEstimator(queue),
    usage: createUsageReader(queue),
    evaluate: createEvaluator(queue),
    close: () => queue.close(),
    renew: () => queue.renew(),
  };
}
