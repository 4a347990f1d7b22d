import { readFileSync } from "node:fs";
import { readUsage } from "../../src/usage/read.ts";
import type { Usage, UsageRow } from "../../src/usage/usage.ts";

/** The bytes of an example file. */
export const bytesOf = (name: string): Uint8Array => readFileSync(new URL(`files/${name}`, import.meta.url));

/** What is read of an example file, or of this text. Throws when it is refused. */
export function usageOf(given: Uint8Array | string): Usage {
  const read = readUsage(typeof given === "string" ? new TextEncoder().encode(given) : given);
  if ("problem" in read) throw new Error(read.problem);
  return read.usage;
}

/** The sentence with which a file is refused. */
export function problemOf(given: Uint8Array | string): string {
  const read = readUsage(typeof given === "string" ? new TextEncoder().encode(given) : given);
  return "problem" in read ? read.problem : "";
}

/** A row in few words: day, vendor and model; input, cached, writes for 5 minutes and an hour, output; requests; costs. */
export function told({ day, vendor, model, tier, long, tokens, requests, cost }: UsageRow) {
  const { input = 0n, cached = 0n, write5m = 0n, write1h = 0n, output = 0n } = tokens ?? {};
  return [
    [day, vendor, model, ...(tier === "standard" ? [] : [tier]), ...(long ? ["long"] : [])].join(" "),
    tokens === null ? null : [input, cached, write5m, write1h, output].map(Number),
    requests === null ? null : Number(requests),
    cost.map(({ amount, currency }) => `${amount.toFixed()} ${currency}`).join(", "),
  ];
}
