import type { EstimateAnswer, Estimator } from "#core";
import { isUnanswered, type Queue, type Unanswered } from "./queue.ts";

/** Makes estimates in the thread: nobody waits for what somebody else asks. */
export function createEstimator(queue: Queue): Estimator {
  return {
    async estimate(input, day, who) {
      const answer = await queue.ask({ task: "estimate", input, day }, who);
      return isUnanswered(answer)
        ? { problem: words[answer.unanswered] }
        : (answer as EstimateAnswer | { problem: string });
    },
  };
}

const words: Record<Unanswered["unanswered"], string> = {
  slow: "This estimate took too long and was stopped. Ask for less: fewer models in the mix, or fewer amounts as ranges.",
  busy: "Too many estimates are under way just now. Try again in a minute.",
  ended: "This estimate was stopped before it was done. Try again, or ask for less.",
  closed: "The program is being stopped. Ask again in a minute.",
};
