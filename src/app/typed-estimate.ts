import type { Market } from "../market/market.ts";
import { nameProblem, readName } from "../market/names.ts";
import { keptAmount, readTypedAmount, twoReadings } from "../workload/typed-amount.ts";
import { isShare } from "../workload/workload.ts";

/**
 * A typed request for an estimate as `{ workload, vendor? }`: JSON, or a kind of work and `field=amount` pairs, as in
 * `text model=openai:gpt-5.6-terra conversations=3000-8000 turns=6`. What the fields may hold is judged by the estimate.
 */
export function readEstimateWords(words: string): { input: unknown } | { problem: string } {
  // Chat programs turn straight quotes into curly ones while one types.
  const text = words.replace(/[\u201c\u201d]/g, '"').trim();
  if (text.startsWith("{")) {
    try {
      const given: unknown = JSON.parse(text);
      const bare = typeof given === "object" && given !== null && "kind" in given;
      return { input: bare ? { workload: given } : given };
    } catch {
      return { problem: "This begins like JSON and is none: a comma, a quote or a bracket is missing or too many." };
    }
  }
  const [kind = "", ...pairs] = text.split(/\s+/);
  const fields: [string, unknown][] = [["kind", kind]];
  let vendor: string[] | undefined;
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    if (at < 1) return { problem: `"${pair.slice(0, 40)}" should be a field and an amount, such as turns=6.` };
    const [field, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (field === "vendor") {
      vendor = value.split(",");
      continue;
    }
    const read = readValue(field, value);
    if ("problem" in read) return read;
    fields.push([field, read.value]);
  }
  return { input: { workload: Object.fromEntries(fields), ...(vendor === undefined ? {} : { vendor }) } };
}

/** The typed names of vendors as ids. Anything but a list of names is left to the estimate to refuse. */
export function nameVendors(input: unknown, market: Market): { input: unknown } | { problem: string } {
  if (typeof input !== "object" || input === null || !("vendor" in input) || !Array.isArray(input.vendor))
    return { input };
  const vendor: unknown[] = [];
  for (const each of input.vendor) {
    const named = typeof each === "string" && !isApart(each) ? readName(each, market) : { id: each as unknown };
    if (!("id" in named)) return { problem: `vendor: ${nameProblem(String(each), named)}` };
    vendor.push(named.id);
  }
  return { input: { ...input, vendor } };
}

/** Answers to the question for vendors that name none. */
function isApart(word: string): boolean {
  return word === "other" || word === "undecided";
}

function readValue(field: string, value: string): { value: unknown } | { problem: string } {
  if (value === "yes" || value === "true") return { value: true };
  if (value === "no" || value === "false") return { value: false };
  const last = /^last(\d{1,6})$/.exec(value);
  if (last !== null) return { value: { last: Number(last[1]) } };
  const doubt = twoReadings(value);
  if (doubt !== undefined) return { problem: `${field}: ${doubt}` };
  const typed = readTypedAmount(value);
  if (typed === undefined || (typed.unit !== "" && typed.unit !== "%")) return { value };
  if (typed.unit === "%" && !isShare(field))
    return { problem: `${field} takes no percentage: write a number, such as ${field.slice(0, 40)}=500.` };
  const part = typed.unit === "%" ? 100 : 1;
  return { value: keptAmount({ low: typed.low / part, expected: typed.expected / part, high: typed.high / part }) };
}

/** How much one typed line may ask for. A text has nine amounts that can be ranges; a vendor's whole list of models fits. */
const most = { models: 20, ranges: 20 };

/** Where one line asks for more than is worked out at once, a sentence that says how to ask for less. */
export function tooMuch(input: unknown): string | undefined {
  const models = modelsIn(input);
  if (models > most.models)
    return `This mix has ${models} models, and at most ${most.models} are worked out at once. Name those with the largest shares, or ask in two lines.`;
  const ranges = rangesIn(input);
  if (ranges > most.ranges)
    return `This line has ${ranges} ranges, and at most ${most.ranges} are worked out at once. Give the amounts that matter least as one number each.`;
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
  "text model=openai:gpt-5.6-terra conversations=3000-8000 turns=6 systemTokens=2000 userTokens=200 answerTokens=300 history=full",
  "media output=video accepted=20 acceptanceRate=40% failureRate=0 seconds=8 resolution=1080p audio=yes vendor=kling",
  '{"kind": "images", "accepted": 1000, "acceptanceRate": 0.5, "resolution": "1k"}',
];
