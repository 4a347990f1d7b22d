import { answerEstimate, type Estimator } from "#core";
import { advisorOn } from "./advisor.ts";

/** Makes estimates where it is asked, at once: what comes of them is what the thread gives. */
export const directEstimator: Estimator = {
  estimate: async (input, day) => answerEstimate(advisorOn(day), input),
};

/** A turn that has come already. */
export const atOnce = async (): Promise<void> => undefined;
