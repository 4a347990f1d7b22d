import type { ModelRef } from "#pricing";
import { isRange } from "../quantity/band.ts";
import type { Workload } from "../workload/workload.ts";
import { modelRef } from "./context.ts";
import { draws } from "./samples.ts";

/** Lines that are priced within a few milliseconds. */
export const smallSize = 1_000;

/**
 * How much there is to work out: lines times the inputs at which they are priced. `wallets`: how many there are to choose
 * from. Each range is priced at both of its ends; and where a total in dollars is spread, it is drawn.
 */
export function sizeOf(work: Workload, wallets: number): number {
  const ranges = rangesIn(work);
  const ends = 3 + 2 * ranges;
  switch (work.kind) {
    case "media":
    case "images":
    case "voice":
    case "music":
      return wallets * ends;
    case "text":
    case "measured":
      return modelsOf(work).length * (ends + (ranges === 0 ? 0 : draws));
    case "seats":
      return work.usage.length * (ends + (ranges === 0 ? 0 : draws));
    case "usage":
    case "prepaid":
    case "lots":
    case "flat":
      return ends + (ranges === 0 ? 0 : draws);
  }
}

/** The models whose prices are looked up. */
export function modelsOf(work: Workload): ModelRef[] {
  switch (work.kind) {
    case "text":
      return (work.models?.map(({ model }) => model) ?? [work.model ?? ""]).map(modelRef);
    case "usage":
      return [modelRef(work.model)];
    case "measured":
      return work.models.map(({ model }) => modelRef(model));
    case "media":
    case "images":
    case "voice":
    case "music":
    case "seats":
    case "prepaid":
    case "lots":
    case "flat":
      return [];
  }
}

/** How many amounts of a workload are ranges, at whatever depth. */
function rangesIn(part: unknown): number {
  if (typeof part !== "object" || part === null) return 0;
  if ("low" in part && "high" in part && "expected" in part)
    return isRange(part as Parameters<typeof isRange>[0]) ? 1 : 0;
  return Object.values(part).reduce((sum: number, each) => sum + rangesIn(each), 0);
}
