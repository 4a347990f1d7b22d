import { z } from "zod";
import type { PlainDate } from "#pricing";
import type { Gathering, Used } from "./gathering.ts";
import { parsed } from "./json.ts";
import type { JsonShape, ShapeSource } from "./shape.ts";
import { lookedFor, shapeNames } from "./shape-words.ts";
import type { Reason } from "./usage.ts";
import { amountOf, countOf, countOrNone, dayOfTime, nameOf } from "./values.ts";
import { vendorOfModel, vendorOfName } from "./vendors.ts";

const readOn = "2026-11-21";
const sources: ShapeSource[] = [
  // The documentation names the calls and shows no whole record: the fields are those of the program's own code.
  {
    url: "https://github.com/BerriAI/litellm/blob/main/litellm-js/spend-logs/src/_types.ts",
    readOn,
    by: "public_code",
  },
];

const shape = shapeNames.litellm;

const usedValues = z.object({
  cache_read_input_tokens: z.string().nullish(),
  cache_creation_input_tokens: z.string().nullish(),
  prompt_tokens_details: z.object({ cached_tokens: z.string().nullish() }).nullish(),
});
const metadata = z.object({ additional_usage_values: usedValues.nullish() });
// Prompts, answers, keys and users are dropped here.
const record = z.object({
  request_id: z.string(),
  startTime: z.string(),
  model: z.string(),
  custom_llm_provider: z.string().nullish(),
  prompt_tokens: z.string(),
  completion_tokens: z.string(),
  spend: z.string().nullish(),
  cache_hit: z.union([z.string(), z.boolean()]).nullish(),
  metadata: z.unknown().optional(),
});
const page = z.object({ data: z.array(z.unknown()) });
const isRecord = (unit: unknown) =>
  typeof unit === "object" && unit !== null && "startTime" in unit && "prompt_tokens" in unit;

/** Rows of LiteLLM's spend logs, one for each request: a list, a page of them, or a line each. */
export const litellm: JsonShape = {
  sources,
  lookedFor: lookedFor.litellm,
  is: (unit) => isRecord(unit) || (page.safeParse(unit).data?.data.some(isRecord) ?? false),
  read(units, into) {
    into.note("reckoned_cost");
    const records = units.flatMap((unit) => (isRecord(unit) ? [unit] : page.parse(unit).data));
    for (const each of onceEach(records, into)) takeRecord(each, into);
    return undefined;
  },
};

/** Each request once. Of two records of one request it makes no difference which stood first. */
function onceEach(records: readonly unknown[], into: Gathering): unknown[] {
  const known = new Map<unknown, unknown>();
  for (const each of records) {
    const id = record.safeParse(each).data?.request_id ?? each;
    const before = known.get(id);
    if (before !== undefined) into.leaveOut("duplicate");
    if (before === undefined || JSON.stringify(each) < JSON.stringify(before)) known.set(id, each);
  }
  return [...known.values()];
}

function takeRecord(given: unknown, into: Gathering): void {
  const read = record.safeParse(given).data;
  const day = dayOfTime(read?.startTime);
  if (read === undefined) into.leaveOut("unknown_form");
  else if (day === undefined) into.leaveOut("no_day");
  else {
    into.covers(shape, day, day);
    into.take(shape, readRecord(read, day));
  }
}

function readRecord(read: z.infer<typeof record>, day: PlainDate): Used | Reason {
  if (read.cache_hit === true || (typeof read.cache_hit === "string" && read.cache_hit.toLowerCase() === "true"))
    return "own_cache";
  const [prompt, output, cached, write] = [
    countOf(read.prompt_tokens),
    countOf(read.completion_tokens),
    ...cacheOf(read.metadata),
  ];
  const spend = amountOf(read.spend);
  if (prompt === undefined || output === undefined || cached === undefined || write === undefined)
    return "not_a_number";
  // What is read from a cache or written to one is part of the prompt.
  if (cached + write > prompt) return "contradiction";
  const model = modelOf(read.model);
  return {
    day,
    vendor: vendorOf(read.custom_llm_provider, read.model, model),
    model,
    tokens: { input: prompt - cached - write, cached, write5m: write, write1h: 0n, output },
    requests: 1n,
    ...(spend === undefined ? {} : { cost: { amount: spend, currency: "USD" } }),
    ...(write > 0n ? { note: "write_time_unknown" } : {}),
  };
}

/** Tokens read from a cache, and written to one. */
function cacheOf(given: unknown): [bigint | undefined, bigint | undefined] {
  // Out of a database it comes as JSON in a text.
  const whole = typeof given === "string" ? parsed(given) : given;
  const values = metadata.safeParse(whole).data?.additional_usage_values;
  return [
    countOrNone(values?.cache_read_input_tokens ?? values?.prompt_tokens_details?.cached_tokens),
    countOrNone(values?.cache_creation_input_tokens),
  ];
}

/** `anthropic/claude-sonnet-5-5` is a route and a model. */
function modelOf(given: string): string | null {
  return nameOf(given.slice(given.lastIndexOf("/") + 1)) ?? null;
}

function vendorOf(provider: string | null | undefined, given: string, model: string | null): string {
  const route = given.includes("/") ? given.slice(0, given.indexOf("/")) : undefined;
  const name = nameOf(provider) ?? nameOf(route);
  return name === undefined ? vendorOfModel(model) : vendorOfName(name);
}
