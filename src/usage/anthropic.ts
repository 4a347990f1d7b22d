import { z } from "zod";
import { addDays, type PlainDate } from "#pricing";
import { type Bucket, readBuckets } from "./buckets.ts";
import type { Gathering, Used } from "./gathering.ts";
import type { JsonShape, ShapeSource } from "./shape.ts";
import { lookedFor, shapeNames } from "./shape-words.ts";
import type { Reason, Tier } from "./usage.ts";
import { amountOf, countOf, countOrNone, currencyOf, dayOfTime, nameOf } from "./values.ts";

const readOn = "2026-11-21";
const sources: ShapeSource[] = [
  { url: "https://platform.claude.com/docs/en/api/admin/usage_report/retrieve_messages", readOn, by: "documentation" },
  { url: "https://platform.claude.com/docs/en/api/admin/cost_report", readOn, by: "documentation" },
];

const page = z.object({ data: z.array(z.unknown()), has_more: z.boolean().nullish() });
const bucket = z.object({ starting_at: z.string(), ending_at: z.string(), results: z.array(z.unknown()) });
// Only these fields are taken over: ids of keys, accounts and workspaces are dropped here.
const used = z.object({
  model: z.string().nullish(),
  uncached_input_tokens: z.string(),
  cache_read_input_tokens: z.string().nullish(),
  cache_creation: z
    .object({ ephemeral_5m_input_tokens: z.string().nullish(), ephemeral_1h_input_tokens: z.string().nullish() })
    .nullish(),
  output_tokens: z.string(),
  service_tier: z.string().nullish(),
  context_window: z.string().nullish(),
  speed: z.string().nullish(),
});
const paid = z.object({
  amount: z.string(),
  currency: z.string(),
  model: z.string().nullish(),
  service_tier: z.string().nullish(),
  context_window: z.string().nullish(),
});

/** Pages of `/v1/organizations/usage_report/messages` and `/v1/organizations/cost_report`. */
export const anthropic: JsonShape = {
  sources,
  lookedFor: lookedFor.anthropic,
  is: (unit) => page.safeParse(unit).data?.data.some((each) => bucket.safeParse(each).success) ?? false,
  read(units, into) {
    const all = units.map((unit) => page.parse(unit));
    if (all.every(({ has_more: more }) => more === true)) into.note("more_pages");
    const buckets = all.flatMap(({ data }) => data.flatMap((each) => bucketOf(each, into)));
    const ways = {
      usage: { shape: shapeNames.anthropicUsage, read: readUsed },
      costs: { shape: shapeNames.anthropicCosts, read: readCost },
    };
    readBuckets(buckets, isCost, ways, into);
    return undefined;
  },
};

function isCost(result: unknown): boolean {
  return typeof result === "object" && result !== null && "amount" in result;
}

function bucketOf(given: unknown, into: Gathering): Bucket[] {
  const read = bucket.safeParse(given).data;
  const [from, end] = [dayOfTime(read?.starting_at), dayOfTime(read?.ending_at)];
  if (read === undefined || from === undefined || end === undefined || end < from) {
    into.leaveOut("no_day");
    return [];
  }
  // The end is not part of it: a bucket that ends at midnight has nothing of that day.
  const to = /T00:00(:00)?/.test(read.ending_at) && end > from ? addDays(end, -1) : end;
  return [{ start: read.starting_at, end: read.ending_at, from, to, results: read.results }];
}

const tiers: Readonly<{ [tier: string]: Tier }> = {
  batch: "batch",
  flex: "flex",
  flex_discount: "other",
  priority: "other",
  priority_on_demand: "other",
};

/** A result of the usage report: what was used of one model in one way. */
export function readUsed(result: unknown, day: PlainDate): Used | Reason {
  const read = used.safeParse(result).data;
  const [input, cached, write5m, write1h, output] = [
    countOf(read?.uncached_input_tokens),
    countOrNone(read?.cache_read_input_tokens),
    countOrNone(read?.cache_creation?.ephemeral_5m_input_tokens),
    countOrNone(read?.cache_creation?.ephemeral_1h_input_tokens),
    countOf(read?.output_tokens),
  ];
  if (
    read === undefined ||
    input === undefined ||
    cached === undefined ||
    write5m === undefined ||
    write1h === undefined ||
    output === undefined
  )
    return "not_a_number";
  return {
    day,
    vendor: "anthropic",
    model: nameOf(read.model) ?? null,
    tier: read.speed === "fast" ? "priority" : (tiers[read.service_tier ?? ""] ?? "standard"),
    long: isLong(read.context_window),
    tokens: { input, cached, write5m, write1h, output },
  };
}

/** The amount is in the smallest unit of its currency: "123.45" in "USD" is $1.2345. */
function readCost(result: unknown, day: PlainDate): Used | Reason {
  const read = paid.safeParse(result).data;
  const cents = amountOf(read?.amount);
  const currency = currencyOf(read?.currency);
  if (read === undefined || cents === undefined) return "not_a_number";
  if (currency === undefined) return "no_currency";
  return {
    day,
    vendor: "anthropic",
    model: nameOf(read.model) ?? null,
    tier: tiers[read.service_tier ?? ""] ?? "standard",
    long: isLong(read.context_window),
    cost: { amount: cents.times("0.01"), currency },
  };
}

function isLong(window: string | null | undefined): boolean {
  return /^(200k-|> ?200k)/.test(window ?? "");
}
