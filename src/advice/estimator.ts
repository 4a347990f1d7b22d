import type { PlainDate } from "#pricing";
import { modelsOf, sizeOf, smallSize } from "../estimate/size.ts";
import { readWorkload } from "../workload/workload.ts";
import type { Advisor } from "./advise.ts";
import type { EstimateAnswer } from "./request.ts";

/** Makes estimates beside the event loop: what one person asks for must not hold up everybody else. */
export type Estimator = {
  /**
   * What `answerEstimate` gives on that day, or a sentence where it takes too long or too many wait. `who` asks: people
   * take turns. Rejects with nothing but a bug.
   */
  estimate(input: unknown, day: PlainDate, who: string): Promise<EstimateAnswer | { problem: string }>;
};

/**
 * Whether an estimate may be made while everybody waits: by how much there is to work out, never by the time it takes.
 * What cannot be read is small, as its answer is a sentence.
 */
export function isSmallEstimate({ market, rates }: Advisor, input: unknown): boolean {
  const { workload, vendor } = (input ?? {}) as Record<string, unknown>;
  const read = readWorkload(workload);
  if ("problem" in read) return true;
  const chosen = Array.isArray(vendor) ? vendor : [];
  const all = market.catalogue.vendors.map(({ id }) => id);
  const named = all.filter((id) => chosen.includes(id));
  const wallets = (named.length > 0 ? named : all).reduce((sum, id) => sum + market.rowsOf(id).length, 0);
  // Prices of other models come from a library whose data would be loaded first.
  return (
    sizeOf(read.workload, wallets) <= smallSize &&
    modelsOf(read.workload).every((each) => rates.isOwn(each, market.asOf))
  );
}
