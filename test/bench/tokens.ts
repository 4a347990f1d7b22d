import { createRequire } from "node:module";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { Tiktoken } from "js-tiktoken/lite";
import { get_encoding } from "tiktoken";
import { openCounter, openEncoding, type RankData } from "#core";
import { openWorker } from "../../adapters/worker/index.ts";
import { machine, report } from "./report.ts";

/** Four tokenizers side by side on o200k_base. Each text is counted as a new one: nothing is remembered from the run before. */
const ranks = createRequire(import.meta.url)("js-tiktoken/ranks/o200k_base") as RankData &
  ConstructorParameters<typeof Tiktoken>[0];

const prose =
  "People keep buying the wrong thing: a chat plan for a job that needs the API, credits that expire unused, seats nobody owns. ";
const code =
  "export function total(lines: readonly Line[]): Decimal | null {\n  return lines.reduce((sum, each) => sum.plus(each.usd), zero);\n}\n";
const inputs: Record<string, string> = {
  "prose, 100 kB": varied(prose, 100_000),
  "code, 100 kB": varied(code, 100_000),
  "Chinese prose, 50,000": varied("今天天气很好，我们去公园散步吧。人工智能的费用应该怎么付？", 50_000),
  "emoji, 50,000": "😀👩‍👩‍👧‍👦🏳️‍🌈🎉🚀 ".repeat(50_000 / 25),
  "base64, 80 kB": Buffer.from(
    Array.from({ length: 60_000 }, (_, at) => (at * 7919 + ((at * at) >> 3)) & 255),
  ).toString("base64"),
  "20,000 equal": "a".repeat(20_000),
  "3,000 Chinese unbroken": Array.from({ length: 3000 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((at * 7919) % 20_000)),
  ).join(""),
  "100,000 equal": "a".repeat(100_000),
};
/** js-tiktoken's own merge takes half a minute and more on these. */
const tooLongForTheLoop = new Set(["20,000 equal", "100,000 equal"]);

const encoding = openEncoding(ranks);
const wasm = get_encoding("o200k_base");
const loop = new Tiktoken(ranks);

console.log(`${machine}; js-tiktoken 1.0.21, tiktoken 1.0.22, gpt-tokenizer 4.0.0`);
console.log("gpt-tokenizer remembers pieces from run to run, so that its unbroken runs are looked up and not counted.");
console.log("ratios: times as long as ours, of tiktoken (WASM), gpt-tokenizer, js-tiktoken");
for (const [name, text] of Object.entries(inputs)) {
  const ours = timed(() => openCounter(encoding)(text), 7);
  const theirs = timed(() => wasm.encode(text, [], []).length, name.startsWith("100,000") ? 1 : 5);
  const gpt = timed(() => countTokens(text), 5);
  const js = tooLongForTheLoop.has(name) ? undefined : timed(() => loop.encode(text, [], []).length, 1);
  const same = ours.result === theirs.result;
  const against = [
    ["tiktoken (WASM)", theirs.ms],
    ["gpt-tokenizer", gpt.ms],
    ["js-tiktoken", js?.ms],
  ] as const;
  report({
    what: `${name}${same ? "" : ", ANOTHER COUNT"}`,
    ratio: against.map(([, ms]) => (ms === undefined ? "left out" : `${(ms / ours.ms).toFixed(1)} x`)).join(", "),
    figures: `ours ${ours.ms.toFixed(2)} ms; ${against.map(([library, ms]) => `${library} ${ms?.toFixed(2) ?? "more than half a minute"}`).join(", ")}`,
  });
}

const delay = monitorEventLoopDelay({ resolution: 1 });
const { counter } = openWorker(new URL("../../worker.ts", import.meta.url));
delay.enable();
const cold = performance.now();
await counter.count("cold", "openai:gpt-4o");
report({
  what: "first count, encoding loaded in the worker: event loop held",
  figures: `at most ${(delay.max / 1e6).toFixed(1)} ms of ${(performance.now() - cold).toFixed(0)} ms`,
});
delay.reset();
for (const text of [...Object.values(inputs), "a".repeat(1_000_000)]) await counter.count(text, "openai:gpt-4o");
report({
  what: "all texts and 1 MB of equal letters through the worker: event loop held",
  figures: `at most ${(delay.max / 1e6).toFixed(1)} ms`,
});
await counter.close();

/** A text in which words differ, so that a memory of pieces helps as little as it does in life. */
function varied(unit: string, length: number): string {
  let text = "";
  for (let at = 0; text.length < length; at++) text += `${unit}${(at * 7919).toString(36)} `;
  return text.slice(0, length);
}

function timed<T>(work: () => T, runs: number): { ms: number; result: T } {
  const times: number[] = [];
  let result = work();
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    result = work();
    times.push(performance.now() - start);
  }
  return { ms: times.sort((a, b) => a - b)[times.length >> 1] ?? 0, result };
}
