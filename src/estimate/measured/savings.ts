import { bandText, zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import { type Context, modelRef } from "../context.ts";
import type { Alternative } from "../result.ts";
import { priceOf } from "../text/text.ts";
import { messages } from "./messages.ts";
import { dollarsOf, type MeasuredModel, type MeasuredWork, measuredMonth, modelPieces, toMonth } from "./month.ts";

const tenth = decimal("0.1");

/** What a lighter model, batches or more caching would save in a month, each by itself. What has no price is left out. */
export function measuredSavings(work: MeasuredWork, context: Context): Alternative[] {
  const lighter = [...new Set(work.models.map(({ model }) => model))].flatMap((model) => {
    const other = context.rates.lighter(modelRef(model));
    return other === undefined
      ? []
      : {
          option: "lighter_model",
          model: other,
          text: messages.lighter(other, model),
          change: (each: MeasuredModel) => (each.model === model ? { ...each, model: other } : each),
        };
  });
  const ways = [
    ...lighter,
    { option: "batch", model: null, text: messages.batch, change: inBatches },
    {
      option: "cached_tenth",
      model: null,
      text: messages.cachedTenth,
      change: (each: MeasuredModel) => more(each, context),
    },
  ];
  return ways.flatMap(({ option, model, text, change }): Alternative[] => {
    const models = work.models.map(change);
    const saves = saved(
      work,
      work.models.map((each, at) => [each, models[at] ?? each] as const),
      context,
    );
    if (saves.eq(zero)) return [];
    const usd = measuredMonth({ ...work, models }, context);
    return [{ option, wallet: null, model, text, usd: usd && bandText(usd), saves: saves.toFixed(), breakEven: null }];
  });
}

/** What reading from a cache saves in a month beside sending all of it plainly; below zero where writing costs more. */
export function cachingSaves(work: MeasuredWork, context: Context): Decimal {
  return saved(
    work,
    work.models.map((each) => [plainly(each), each] as const),
    context,
  );
}

/** Dollars a month by which each other way is cheaper. What has no price in either way saves nothing. */
function saved(
  work: MeasuredWork,
  ways: readonly (readonly [from: MeasuredModel, to: MeasuredModel])[],
  context: Context,
): Decimal {
  const scale = toMonth(work, work.pace?.expected);
  return ways.reduce((sum, [from, to]) => {
    if (from === to) return sum;
    const [before, after] = [from, to].map((each) => dollarsOf(modelPieces(each, scale, context)));
    return before == null || after == null ? sum : sum.plus(before).minus(after);
  }, zero);
}

function inBatches(used: MeasuredModel): MeasuredModel {
  return used.tier === "standard" ? { ...used, tier: "batch" } : used;
}

/** A tenth of the plain input read from a cache; as it was where reading from a cache has no lower price. */
function more(used: MeasuredModel, context: Context): MeasuredModel {
  const row = priceOf(used.model, context);
  if (row === undefined || row.cached === null || decimal(row.cached).gte(row.input)) return used;
  const part = used.input.times(tenth).round(0, 0);
  return { ...used, input: used.input.minus(part), cached: (used.cached ?? zero).plus(part) };
}

function plainly({ cached = zero, write5m = zero, write1h = zero, ...used }: MeasuredModel): MeasuredModel {
  return { ...used, input: used.input.plus(cached).plus(write5m).plus(write1h) };
}
