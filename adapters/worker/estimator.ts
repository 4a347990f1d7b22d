import type { EstimateAnswer, Estimator } from "#core";
import { isUnanswered, type Queue } from "./queue.ts";
import { estimateWords } from "./worker-messages.ts";

/** Makes estimates in the thread: nobody waits for what somebody else asks. */
export function createEstimator(queue: Queue): Estimator {
  return {
    async estimate(input, day, who) {
      const answer = await queue.ask({ task: "estimate", input, day }, who);
      return isUnanswered(answer)
        ? { problem: estimateWords[answer.unanswered] }
        : (answer as EstimateAnswer | { problem: string });
    },
  };
}
