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
