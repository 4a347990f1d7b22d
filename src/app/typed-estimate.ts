import type { Market } from "../market/market.ts";
import { nameProblem, readName } from "../market/names.ts";
import { understoodWords } from "../present/understood.ts";
import type { Block } from "../screen/screen.ts";
import { keptAmount, monthly, readTypedAmount, twoReadings } from "../workload/typed-amount.ts";
import { isMonthly, isShare } from "../workload/workload.ts";
import { typedWorkMessages as messages } from "./typed-messages.ts";

/** An estimate as it was asked for, or a sentence that says what is wrong with it. */
export type ReadEstimate = { input: unknown; understood?: string[] } | { problem: string };

/**
 * A typed request for an estimate as `{ workload, vendor? }`: JSON, or a kind of work and `field=amount` pairs, as in
 * `text model=gpt-5.6-terra conversations=3000-8000 turns=6`. What the fields may hold is judged by the estimate.
 * `understood`: how amounts were taken that do not stand there in plain digits, a sentence each.
 */
export function readEstimateWords(words: string): ReadEstimate {
  // Chat programs turn straight quotes into curly ones while one types.
  const text = words.replace(/[\u201c\u201d]/g, '"').trim();
  if (text.startsWith("{")) {
    try {
      const given: unknown = JSON.parse(text);
      const bare = typeof given === "object" && given !== null && "kind" in given;
      return { input: bare ? { workload: given } : given };
    } catch {
      return { problem: messages.brokenJson };
    }
  }
  const { kind, pairs, stray } = pairsOf(text);
  if (stray !== undefined) return { problem: messages.stray(stray.slice(0, 40)) };
  const fields: [string, unknown][] = [["kind", kind]];
  const understood: string[] = [];
  let vendor: string[] | undefined;
  for (const [field, value] of pairs) {
    if (field === "vendor") {
      vendor = value.split(",");
      continue;
    }
    const read = readValue(field, value);
    if ("problem" in read) return read;
    fields.push([field, read.value]);
    if (read.understood !== undefined) understood.push(messages.of(field, read.understood));
  }
  const input = { workload: Object.fromEntries(fields), ...(vendor === undefined ? {} : { vendor }) };
  return understood.length === 0 ? { input } : { input, understood };
}

/** Whether words are work as an estimate takes it: JSON, or a kind and fields with amounts. */
export function isWork(words: string): boolean {
  if (words.startsWith("{")) return true;
  const { pairs, stray } = pairsOf(words);
  return (
    stray === undefined && pairs.length > 0 && pairs.every(([field, value]) => /^\w+$/.test(field) && value !== "")
  );
}

/** A kind and its `field=value` pairs; `stray`: the first word that belongs to none. An amount may have blanks in it. */
function pairsOf(text: string): { kind: string; pairs: [field: string, value: string][]; stray?: string } {
  const [kind = "", ...words] = text.split(/\s+/);
  const found: { pair: [string, string]; behind?: string }[] = [];
  for (const word of words) {
    const at = word.indexOf("=");
    const last = found.at(-1);
    if (at > 0) found.push({ pair: [word.slice(0, at), word.slice(at + 1)] });
    else if (last === undefined || at === 0) return { kind, pairs: [], stray: word };
    else {
      last.pair[1] += ` ${word}`;
      last.behind ??= word;
    }
  }
  const pairs = found.map(({ pair }) => pair);
  const stray = found.find(({ pair, behind }) => behind !== undefined && !isAmount(pair[1]))?.behind;
  return stray === undefined ? { kind, pairs } : { kind, pairs, stray };
}

function isAmount(value: string): boolean {
  return readTypedAmount(value) !== undefined || twoReadings(value) !== undefined;
}

/** How amounts were taken that do not stand there in plain digits, above the estimate that is made of them. */
export function understoodBlocks(understood: readonly string[] = []): Block[] {
  return understood.map((text) => ({ block: "text", text }));
}

/** The typed names of vendors as ids. Anything but a list of names is left to the estimate to refuse. */
export function nameVendors(input: unknown, market: Market): { input: unknown } | { problem: string } {
  if (typeof input !== "object" || input === null || !("vendor" in input) || !Array.isArray(input.vendor))
    return { input };
  const vendor: unknown[] = [];
  for (const each of input.vendor) {
    const named = typeof each === "string" && !isApart(each) ? readName(each, market) : { id: each as unknown };
    if (!("id" in named)) return { problem: messages.of("vendor", nameProblem(String(each), named)) };
    vendor.push(named.id);
  }
  return { input: { ...input, vendor } };
}

/** Answers to the question for vendors that name none. */
function isApart(word: string): boolean {
  return word === "other" || word === "undecided";
}

/** Fields whose values look like amounts and are names: `1k` is a size, `5m` the life of a cache. */
const namesOnly = new Set(["kind", "model", "resolution", "caching", "variant", "product", "wallet", "plan"]);

function readValue(field: string, value: string): { value: unknown; understood?: string } | { problem: string } {
  if (value === "yes" || value === "true") return { value: true };
  if (value === "no" || value === "false") return { value: false };
  const last = /^last(\d{1,6})$/.exec(value);
  if (last !== null) return { value: { last: Number(last[1]) } };
  if (namesOnly.has(field)) return { value };
  const doubt = twoReadings(value);
  if (doubt !== undefined) return { problem: messages.of(field, doubt) };
  const typed = readTypedAmount(value);
  if (typed === undefined || (typed.unit !== "" && typed.unit !== "%")) return { value };
  if (typed.unit === "%" && !isShare(field)) return { problem: messages.noPercentage(field, field.slice(0, 40)) };
  if (typed.per !== null && !isMonthly(field)) return { problem: messages.notInTime(field.slice(0, 40)) };
  const part = typed.unit === "%" ? 100 : 1;
  const { low, expected, high } = monthly(typed);
  const taken = understoodWords(value, typed);
  return {
    value: keptAmount({ low: low / part, expected: expected / part, high: high / part }),
    ...(taken === null ? {} : { understood: taken }),
  };
}

/** How much one typed line may ask for. A text has nine amounts that can be ranges; a vendor's whole list of models fits. */
const most = { models: 20, ranges: 20 };

/** Where one line asks for more than is worked out at once, a sentence that says how to ask for less. */
export function tooMuch(input: unknown): string | undefined {
  const models = modelsIn(input);
  if (models > most.models) return messages.manyModels(models, most.models);
  const ranges = rangesIn(input);
  if (ranges > most.ranges) return messages.manyRanges(ranges, most.ranges);
  return undefined;
}

function modelsIn(input: unknown): number {
  const { workload } = (input ?? {}) as { workload?: { models?: unknown } };
  return Array.isArray(workload?.models) ? workload.models.length : 0;
}

function rangesIn(part: unknown): number {
  if (typeof part !== "object" || part === null) return 0;
  if ("low" in part || "high" in part) return 1;
  return Object.values(part).reduce((sum: number, each) => sum + rangesIn(each), 0);
}

export const estimateExamples = [
  "text model=gpt-5.6-terra conversations=3000-8000 turns=6 systemTokens=2000 userTokens=200 answerTokens=300 history=full",
  "media output=video accepted=20 acceptanceRate=40% failureRate=0 seconds=8 resolution=1080p audio=yes vendor=kling",
  '{"kind": "images", "accepted": 1000, "acceptanceRate": 0.5, "resolution": "1k"}',
];
