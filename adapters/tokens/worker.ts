import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { type Counter, type EncodingName, openCounter, openEncoding, type RankData } from "#core";

/** Texts to count together; answered with the same id. */
export type Task = { id: number; texts: readonly string[]; encoding: EncodingName };
export type Done = { id: number; tokens: number };

const require = createRequire(import.meta.url);
/** Each is a megabyte or two: only the one that is needed is read. */
const rankData: Record<EncodingName, () => RankData> = {
  o200k_base: () => require("js-tiktoken/ranks/o200k_base"),
  cl100k_base: () => require("js-tiktoken/ranks/cl100k_base"),
};
const counters = new Map<EncodingName, Counter>();

/** Ranks are loaded when a text first needs them, and kept as long as the worker lives. */
function counterOf(encoding: EncodingName): Counter {
  const known = counters.get(encoding);
  if (known !== undefined) return known;
  const counter = openCounter(openEncoding(rankData[encoding]()));
  counters.set(encoding, counter);
  return counter;
}

parentPort?.on("message", ({ id, texts, encoding }: Task) => {
  const count = counterOf(encoding);
  parentPort?.postMessage({ id, tokens: texts.reduce((sum, text) => sum + count(text), 0) } satisfies Done);
});
