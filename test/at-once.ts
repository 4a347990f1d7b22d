import { answerEstimate, type Estimator, readUsageFile, type UsageReader } from "#core";
import { advisorOn } from "./advisor.ts";

/** Makes estimates where it is asked, at once: what comes of them is what the thread gives. */
export const directEstimator: Estimator = {
  estimate: async (input, day) => answerEstimate(advisorOn(day), input),
};

/** Reads usage exports where they are handed over, at once: what comes of them is what the thread gives. */
export const directReader: UsageReader = {
  read: async (bytes, day) => readUsageFile(bytes, advisorOn(day)),
};

/** A turn that has come already. */
export const atOnce = async (): Promise<void> => undefined;

/** A reader of usage exports that waits until `release`. */
export function heldReader(): { usage: UsageReader; release(): void } {
  const gate = Promise.withResolvers<void>();
  return {
    usage: { read: (...given) => gate.promise.then(() => directReader.read(...given)) },
    release: gate.resolve,
  };
}
