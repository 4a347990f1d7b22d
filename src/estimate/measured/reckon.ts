import type { PlainDate } from "#pricing";
import { zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import { modelKey } from "../../usage/names.ts";
import { byModel, groups, modelOf, type Totals } from "../../usage/totals.ts";
import type { UsageRow, UsedTokens } from "../../usage/usage.ts";
import type { Context } from "../context.ts";
import { dollarsOf, modelPieces } from "./month.ts";

/** What was used of one model, with what the file says it cost and what it costs by list prices of its days. */
export type Reckoned = Totals & {
  vendor: string;
  model: string | null;
  /** At the list prices of the days on which it was used, in dollars; null where one of them has none, or nothing was used. */
  computed: Decimal | null;
};

/** Dollars of the file beside those of list prices, for the use that has both. */
export type Beside = { measured: Decimal; computed: Decimal };

/** The use of a file priced by the day, and how far its own dollars are from that; `beside` is null where nothing has both. */
export function reckon(
  rows: readonly UsageRow[],
  context: Omit<Context, "day">,
): { models: Reckoned[]; beside: Beside | null } {
  const priced = new Map(rows.map((row) => [row, row.tokens === null ? null : priceOf(row, row.tokens, context)]));
  const of = new Map(groups(rows, modelOf));
  const models = byModel(rows).map((sums): Reckoned => {
    const own = (of.get(modelOf(sums)) ?? []).filter(({ tokens }) => tokens !== null);
    const all = own.map((row) => priced.get(row) ?? null);
    const known = all.flatMap((usd) => usd ?? []);
    return { ...sums, computed: own.length > 0 && known.length === own.length ? sumOf(known) : null };
  });
  return { models, beside: besideOf(rows, priced) };
}

/** By the day and model: costs of one day do not say in which way its requests were sent. */
function besideOf(rows: readonly UsageRow[], priced: ReadonlyMap<UsageRow, Decimal | null>): Beside | null {
  const both = groups(rows, (row) => `${row.day} ${modelOf(row)}`).flatMap(([, own]): Beside[] => {
    const paid = own.flatMap(({ cost }) => cost);
    const used = own.filter(({ tokens }) => tokens !== null);
    const usd = used.flatMap((row) => priced.get(row) ?? []);
    const isWhole = used.length > 0 && usd.length === used.length;
    const inDollars = paid.length > 0 && paid.every(({ currency }) => currency === "USD");
    return isWhole && inDollars ? [{ measured: sumOf(paid.map(({ amount }) => amount)), computed: sumOf(usd) }] : [];
  });
  if (both.length === 0) return null;
  return {
    measured: sumOf(both.map(({ measured }) => measured)),
    computed: sumOf(both.map(({ computed }) => computed)),
  };
}

function priceOf(row: UsageRow, tokens: UsedTokens, context: Omit<Context, "day">): Decimal | null {
  const model = modelKey(row, row.day, context.rates);
  if (model === null) return null;
  const exact = (part: keyof UsedTokens) => decimal(tokens[part].toString());
  const used = {
    model,
    tier: row.tier,
    long: row.long,
    input: exact("input"),
    cached: exact("cached"),
    write5m: exact("write5m"),
    write1h: exact("write1h"),
    output: exact("output"),
  };
  return dollarsOf(modelPieces(used, (amount) => amount, onDay(context, row.day)));
}

function onDay(context: Omit<Context, "day">, day: PlainDate): Context {
  return { ...context, day };
}

function sumOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, each) => sum.plus(each), zero);
}
