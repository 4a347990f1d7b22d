import type { Advisor } from "../advice/advise.ts";
import { contextOf } from "../advice/estimated.ts";
import { answerEstimate, type EstimateAnswer } from "../advice/request.ts";
import { Situation } from "../advice/situation.ts";
import { modelRef } from "../estimate/context.ts";
import { reckon } from "../estimate/measured/reckon.ts";
import { savingsOf, type UsageFound, usageBlocks } from "../present/usage-blocks.ts";
import type { VendorMonth } from "../present/usage-plans.ts";
import { plansOf } from "../purchase/plans-beside.ts";
import { zero } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import { readUsage } from "../usage/read.ts";
import { workOf } from "../usage/to-work.ts";
import { byDay } from "../usage/totals.ts";
import type { Found } from "./look-up.ts";
import type { UsageRead } from "./usage-file.ts";

/** A usage export, to be read and as data; a sentence where it is none that is known. */
export function lookUpUsage(bytes: Uint8Array, advisor: Advisor): Found | { problem: string } {
  const found = findUsage(bytes, advisor);
  return "problem" in found ? found : { blocks: usageBlocks(found, advisor), data: dataOf(found) };
}

/** A usage export as somebody in a chat is shown it, and as work that can be used; a sentence where it is none that is known. */
export function readUsageFile(bytes: Uint8Array, advisor: Advisor): UsageRead | { problem: string } {
  const found = findUsage(bytes, advisor);
  if ("problem" in found) return found;
  const { work } = found;
  return { blocks: usageBlocks(found, advisor), work: "problem" in work ? null : work.workload };
}

type FoundUsage = UsageFound & { work: ReturnType<typeof workOf> };

function findUsage(bytes: Uint8Array, advisor: Advisor): FoundUsage | { problem: string } {
  const read = readUsage(bytes);
  if ("problem" in read) return read;
  const { usage } = read;
  const { checklist, market, rates } = advisor;
  const { models, beside } = reckon(usage.rows, contextOf(rates, new Situation(checklist, market, {})));
  const work = workOf(usage, rates);
  const answered = "problem" in work ? work : answerEstimate(advisor, work);
  const answer = "problem" in answered ? null : answered;
  const why = "problem" in answered ? answered.problem : null;
  return { usage, models, beside, answer, why, months: monthsOf(answer, advisor), work };
}

function dataOf({ usage, models, beside, answer, why, months }: FoundUsage): unknown {
  const { alternatives: _, ...estimate } = answer?.estimate ?? { alternatives: [] };
  return inText({
    ...usage,
    days: byDay(usage.rows),
    models,
    beside,
    estimate: answer === null ? null : { ...estimate, savings: savingsOf(answer) },
    problem: why,
    plans: months.map(({ plans, ...rest }) => ({
      ...rest,
      plans: plans.map(({ row, price }) => ({ plan: row.id, price })),
    })),
  });
}

/** Measured use as the work of an estimate; a sentence where the file gives none. */
export function readUsageWork(
  bytes: Uint8Array,
  advisor: Advisor,
): { workload: Record<string, unknown> } | { problem: string } {
  const read = readUsage(bytes);
  return "problem" in read ? read : workOf(read.usage, advisor.rates);
}

/** What a month of it costs with each vendor that has a price for all of its part. */
function monthsOf(answer: EstimateAnswer | null, { market }: Advisor): VendorMonth[] {
  const lines = (answer?.estimate.lines ?? []).filter(({ option }) => option === "base");
  const vendors = [...new Set(lines.map(({ model }) => modelRef(model ?? "").vendor))];
  return vendors.flatMap((vendor): VendorMonth[] => {
    const own = lines.filter(({ model }) => modelRef(model ?? "").vendor === vendor);
    const known = own.flatMap(({ usd }) => (usd === null ? [] : decimal(usd.expected)));
    if (known.length < own.length) return [];
    const month = known.reduce<Decimal>((sum, each) => sum.plus(each), zero);
    return [{ vendor, month, plans: plansOf(vendor, market) }];
  });
}

/** Counts and amounts as plain digits in a text, for scripts: no digit of them is lost. */
function inText(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inText);
  if ("toFixed" in value) return (value as Decimal).toFixed();
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inText(each)]));
}
