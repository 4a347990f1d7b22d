import { addDays, type RateBook } from "#pricing";
import { noTokens, sumOfTokens } from "./gathering.ts";
import { messages } from "./messages.ts";
import { modelKey } from "./names.ts";
import { daysOf, totalOf } from "./totals.ts";
import { tokenParts, type Usage, type UsageRow, type UsedTokens } from "./usage.ts";

/** As many models as an estimate takes; those with the fewest tokens are left out beyond them. */
const mostModels = 50;

/** Measured use as an estimate takes it, as data; a sentence where the file counts no tokens of any model. */
export function workOf(usage: Usage, rates: RateBook): { workload: Record<string, unknown> } | { problem: string } {
  const groups = new Map<string, { model: string; row: UsageRow; tokens: UsedTokens }>();
  for (const row of usage.rows) {
    const model = row.tokens === null ? null : modelKey(row, usage.to, rates);
    if (model === null) continue;
    const key = `${model} ${row.tier} ${row.long}`;
    const tokens = sumOfTokens(groups.get(key)?.tokens ?? noTokens, row.tokens ?? noTokens);
    groups.set(key, { model, row, tokens });
  }
  if (groups.size === 0) {
    const isCounted = usage.rows.some(({ tokens }) => tokens !== null);
    return { problem: isCounted ? messages.noModel : messages.noTokens };
  }
  const { requests } = totalOf(usage.rows.filter(({ tokens }) => tokens !== null));
  const pace = paceOf(usage);
  return {
    workload: {
      kind: "measured",
      from: usage.from,
      to: usage.to,
      models: [...groups.values()]
        .sort((one, other) => Number(sumOf(other.tokens) - sumOf(one.tokens)) || (one.model < other.model ? -1 : 1))
        .slice(0, mostModels)
        .map(({ model, row: { tier, long }, tokens }) => ({
          model,
          ...(tier === "standard" ? {} : { tier }),
          ...(long ? { long } : {}),
          ...Object.fromEntries(tokenParts.map((part) => [part, tokens[part].toString()])),
        })),
      ...(requests === null ? {} : { requests: requests.toString() }),
      ...(pace === null ? {} : { pace }),
    },
  };
}

const week = 7;
/** A year: older weeks say less of the next month. */
const mostWeeks = 52;

/** The quietest and the busiest whole week beside the average one; null where there are fewer than two. */
function paceOf(usage: Usage): { low: string; expected: string; high: string } | null {
  const weeks = Array.from({ length: Math.min(mostWeeks, Math.floor(daysOf(usage) / week)) }, (_, at) => {
    const last = addDays(usage.to, -at * week);
    const first = addDays(last, 1 - week);
    const own = usage.rows.filter(({ day }) => first <= day && day <= last);
    return own.reduce((sum, { tokens }) => sum + sumOf(tokens ?? noTokens), 0n);
  });
  const all = weeks.reduce((sum, each) => sum + each, 0n);
  if (weeks.length < 2 || all === 0n) return null;
  // Ten thousandths of the average.
  const beside = (tokens: bigint) => (Number((tokens * BigInt(weeks.length) * 10_000n) / all) / 10_000).toFixed(4);
  const inOrder = [...weeks].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  return { low: beside(inOrder[0] ?? 0n), expected: "1", high: beside(inOrder.at(-1) ?? 0n) };
}

function sumOf(tokens: UsedTokens): bigint {
  return tokenParts.reduce((sum, part) => sum + tokens[part], 0n);
}
