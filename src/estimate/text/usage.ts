import { most, zero } from "../../quantity/band.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import type { Context } from "../context.ts";
import type { At, Inputs, Piece } from "../piece.ts";
import { countedPieces } from "./counted.ts";

type UsageWork = WorkloadOf<"usage">;

export function usageInputs({ input, cached, write5m, write1h, output }: UsageWork): Inputs {
  const given = { input, cached, write5m, write1h, output };
  return new Map(Object.entries(given).flatMap(([name, band]) => (band === undefined ? [] : [[name, band] as const])));
}

/** One request as a vendor's usage block counts it: the parts of the input are billed apart, each once. */
export function usagePieces(work: UsageWork, context: Context, at: At): Piece[] {
  const part = (name: "cached" | "write5m" | "write1h") => (work[name] === undefined ? zero : at(name));
  const [read, write5m, write1h] = [part("cached"), part("write5m"), part("write1h")];
  const plain = most([zero, at("input").minus(read).minus(write5m).minus(write1h)]);
  return countedPieces(
    work.model,
    { plain, read, write5m, write1h, output: at("output") },
    { tier: work.batch ? "batch" : "standard", long: (fromTokens) => at("input").gte(String(fromTokens)) },
    context,
  );
}
