import type { Market } from "../../market/market.ts";
import { vendorOf } from "./comparison.ts";

/** One line for each kind of finished work, in the order in which vendors that sell it are looked for. */
const work = {
  video: "media output=video accepted=20 acceptanceRate=40% seconds=8 resolution=1080p audio=yes",
  image: "images accepted=1000 acceptanceRate=50% resolution=1k",
  voice: "voice characters=100000 takes=2",
  music: "music accepted=30 acceptanceRate=40% commercial=yes",
  text: "text conversations=3000 turns=6 systemTokens=2000 userTokens=200 answerTokens=300 history=full",
} as const;
type Output = keyof typeof work;

const outputs = Object.keys(work) as Output[];

/** A line of work that compare prices, for the vendors that were named and, as far as that is known, the work meant. */
export function exampleLine(vendors: readonly string[], workload: unknown, market: Market): string {
  const own = [...new Set(vendors.map((id) => vendorOf(id, market)))];
  const sells = (output: Output) => (id: string) =>
    market.rowsOf(id).some((row) => row.outputs.includes(output) && market.isSold(row));
  const said = outputMeant(workload);
  const shared = outputs.find((each) => own.every(sells(each))) ?? outputs.find((each) => own.some(sells(each)));
  const output = said ?? (own.length === 0 ? "video" : (shared ?? "text"));
  const able = own.filter(sells(output));
  const named = able.length > 0 ? able : standIns[output];
  return `${work[output]} vendors=${named.join(",")}`;
}

/** Vendors for an example where none was named that sells it. */
const standIns: Record<Output, string[]> = {
  video: ["kling", "runway"],
  image: ["google", "stability"],
  voice: ["elevenlabs", "minimax"],
  music: ["suno"],
  text: ["openai", "anthropic"],
};

function outputMeant(workload: unknown): Output | undefined {
  const { kind, output } = (workload ?? {}) as { kind?: unknown; output?: unknown };
  if (kind === "media") return output === "image" ? "image" : "video";
  if (kind === "images") return "image";
  return kind === "usage" ? "text" : outputs.find((each) => each === kind);
}
