import { z } from "zod";
import type { PlainDate } from "#pricing";
import { type Bucket, readBuckets } from "./buckets.ts";
import type { Gathering, Used } from "./gathering.ts";
import type { JsonShape, ShapeSource } from "./shape.ts";
import { lookedFor, shapeNames } from "./shape-words.ts";
import type { Reason, Tier } from "./usage.ts";
import { amountOf, countOf, countOrNone, currencyOf, dayOfSeconds, nameOf } from "./values.ts";

const readOn = "2026-11-21";
const sources: ShapeSource[] = [
  { url: "https://cookbook.openai.com/examples/completions_usage_api", readOn, by: "documentation" },
  // The fields of today, such as cache writes: a client that is made of the vendor's own description of its API.
  {
    url: "https://docs.rs/crate/openai-client-base/0.16.0/source/src/models/usage_completions_result.rs",
    readOn,
    by: "public_code",
  },
];

const page = z.object({ data: z.array(z.unknown()), has_more: z.boolean().nullish() });
const bucket = z.object({
  object: z.literal("bucket"),
  start_time: z.string(),
  end_time: z.string(),
  results: z.array(z.unknown()),
});
const kindOf = z.object({ object: z.string() });
// Only these fields are taken over: ids of users, keys and projects are dropped here.
const used = z.object({
  model: z.string().nullish(),
  input_tokens: z.string(),
  input_cached_tokens: z.string().nullish(),
  input_cache_write_tokens: z.string().nullish(),
  output_tokens: z.string(),
  num_model_requests: z.string().nullish(),
  batch: z.boolean().nullish(),
  service_tier: z.string().nullish(),
});
const paid = z.object({
  amount: z.object({ value: z.string(), currency: z.string() }),
  line_item: z.string().nullish(),
});

/** Reads buckets, each as the API gives it. */
export function readOpenaiBuckets(given: readonly unknown[], into: Gathering): void {
  readBuckets(
    given.flatMap((each) => bucketOf(each, into)),
    isCost,
    ways,
    into,
  );
}

/** Pages of `/v1/organization/usage/completions` and `/v1/organization/costs`: buckets of a day, an hour or a minute. */
export const openai: JsonShape = {
  sources,
  lookedFor: lookedFor.openai,
  is: (unit) => page.safeParse(unit).data?.data.some((each) => bucket.safeParse(each).success) ?? false,
  read(units, into) {
    const all = units.map((unit) => page.parse(unit));
    if (all.every(({ has_more: more }) => more === true)) into.note("more_pages");
    readOpenaiBuckets(
      all.flatMap(({ data }) => data),
      into,
    );
    return undefined;
  },
};

/** How a result of each of the two kinds is read. */
const ways = {
  usage: { shape: shapeNames.openaiUsage, read: readUsed },
  costs: { shape: shapeNames.openaiCosts, read: readCost },
};

function isCost(result: unknown): boolean {
  return kindOf.safeParse(result).data?.object === "organization.costs.result";
}

function bucketOf(given: unknown, into: Gathering): Bucket[] {
  const read = bucket.safeParse(given).data;
  const from = dayOfSeconds(read?.start_time);
  const end = amountOf(read?.end_time);
  const to = end === undefined ? undefined : dayOfSeconds(end.minus("1").toFixed());
  if (read === undefined || from === undefined || to === undefined || to < from) {
    into.leaveOut("no_day");
    return [];
  }
  const sortable = (seconds: string) => seconds.padStart(12, "0");
  return [{ start: sortable(read.start_time), end: sortable(read.end_time), from, to, results: read.results }];
}

const tiers: Readonly<{ [tier: string]: Tier }> = {
  priority: "priority",
  flex: "flex",
  batch: "batch",
  scale: "other",
};

function readUsed(result: unknown, day: PlainDate): Used | Reason {
  const { object } = kindOf.safeParse(result).data ?? {};
  // Pictures, speech and searches are counted in other units.
  if (object !== undefined && object !== "organization.usage.completions.result") return "no_tokens_counted";
  const read = used.safeParse(result).data;
  const [input, cached, write, output] = [
    countOf(read?.input_tokens),
    countOrNone(read?.input_cached_tokens),
    countOrNone(read?.input_cache_write_tokens),
    countOf(read?.output_tokens),
  ];
  const requests = countOrNone(read?.num_model_requests);
  if (
    read === undefined ||
    input === undefined ||
    cached === undefined ||
    write === undefined ||
    output === undefined ||
    requests === undefined
  )
    return "not_a_number";
  // `input_tokens` includes what was read from a cache and what was written to one.
  if (cached + write > input) return "contradiction";
  return {
    day,
    vendor: "openai",
    model: nameOf(read.model) ?? null,
    tier: read.batch === true ? "batch" : (tiers[read.service_tier ?? ""] ?? "standard"),
    tokens: { input: input - cached - write, cached, write5m: write, write1h: 0n, output },
    ...(read.num_model_requests == null ? {} : { requests }),
    ...(write > 0n ? { note: "write_time_unknown" } : {}),
  };
}

function readCost(result: unknown, day: PlainDate): Used | Reason {
  const read = paid.safeParse(result).data;
  const amount = amountOf(read?.amount.value);
  const currency = currencyOf(read?.amount.currency);
  if (read === undefined || amount === undefined) return "not_a_number";
  if (currency === undefined) return "no_currency";
  return { day, vendor: "openai", model: modelOfItem(read.line_item), cost: { amount, currency } };
}

/** A line item is `gpt-5.6-terra, cached input`; those without a model are words such as `Web search tool calls`. */
function modelOfItem(item: string | null | undefined): string | null {
  const first = nameOf(item?.split(",")[0]);
  return first !== undefined && /^[a-z][\w.-]*\d[\w.-]*$/.test(first) ? first : null;
}
