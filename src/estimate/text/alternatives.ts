import type { TokenRates } from "#pricing";
import { type Band, bandText, exactly, most, one, zero } from "../../quantity/band.ts";
import { ceilDivide } from "../../quantity/divide.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { Context } from "../context.ts";
import { breakEvenUnits } from "../messages.ts";
import { evaluateRanges } from "../ranges.ts";
import type { Alternative } from "../result.ts";
import { totalOf } from "../total.ts";
import { ways as words } from "./messages.ts";
import { mixOf, priceOf, type TextWork, textInputs, textPieces } from "./text.ts";

/** Other ways to do the same work, each priced whole: what a window, a cache, batches or a lighter model would save. */
export function textAlternatives(work: TextWork, context: Context, base: Band): Alternative[] {
  const longer = work.turns.expected.gt("1");
  const resent = work.history === "full" && longer;
  const models = mixOf(work).map(({ model }) => model);
  const ways: (Way | undefined)[] = [
    resent && work.turns.expected.gt("4")
      ? { option: "window_3", text: words.window, work: { ...work, history: { last: 3 } } }
      : undefined,
    longer ? cachedWork(work, models, "5m", context) : undefined,
    longer ? cachedWork(work, models, "1h", context) : undefined,
    !(work.batchShare?.low.eq(one) ?? false) && work.turns.high.eq(one)
      ? {
          option: "batch",
          text: words.batch,
          work: { ...work, batchShare: exactly(one), speed: "standard" },
        }
      : undefined,
    lighterWork(work, context),
  ];
  return ways.flatMap((way): Alternative[] => {
    if (way === undefined) return [];
    const total = monthOf(way.work, context);
    if (total === null) return [];
    const saves = base.expected.minus(total.expected);
    return [
      {
        option: way.option,
        wallet: null,
        model: mixOf(way.work).length === 1 ? (way.work.model ?? mixOf(way.work)[0]?.model ?? null) : null,
        text: way.text,
        usd: bandText(total),
        saves: saves.toFixed(),
        breakEven: way.breakEven ?? null,
      },
    ];
  });
}

type Way = { option: string; text: string; work: TextWork; breakEven?: Alternative["breakEven"] };

/**
 * The same work with a cache, and how often what is written has to be read before that pays. Formula: the write costs
 * (w - 1) more than plain input, each read (1 - r) less, so that (w - 1) / (1 - r) reads make up for it.
 */
function cachedWork(
  work: TextWork,
  models: readonly string[],
  caching: "5m" | "1h",
  context: Context,
): Way | undefined {
  const rows = models.map((model) => priceOf(model, context));
  const reads = rows.map((row) => (row === undefined ? undefined : readsToPay(row, caching)));
  if (work.caching !== "none" || !reads.every((each) => each !== undefined)) return undefined;
  return {
    option: `caching_${caching}`,
    text: words.cache(caching),
    work: { ...work, caching },
    breakEven: { from: most(reads).toFixed(), upTo: null, unit: breakEvenUnits.reads },
  };
}

function readsToPay({ input, cached, write5m, write1h }: TokenRates, caching: "5m" | "1h"): Decimal | undefined {
  const write = caching === "5m" ? (write5m ?? input) : write1h;
  if (cached === null || write === null || decimal(cached).gte(input)) return undefined;
  const extra = decimal(write).minus(decimal(input));
  return extra.lte("0") ? zero : ceilDivide(extra, decimal(input).minus(decimal(cached)));
}

/** A month of this work on this context's day; null when a part of it has no price. */
export function monthOf(work: TextWork, context: Context): Band | null {
  return totalOf(evaluateRanges(textInputs(work, context), textPieces(work, context)).bands);
}

function lighterWork(work: TextWork, context: Context) {
  const mix = mixOf(work);
  const [heaviest] = [...mix].sort((a, b) => inputPrice(b.model, context) - inputPrice(a.model, context));
  const lighter = heaviest === undefined ? undefined : lighterOf(heaviest.model, context);
  if (heaviest === undefined || lighter === undefined || mix.some((each) => each.model === lighter)) return undefined;
  const models = mix.map((each) => (each.model === heaviest.model ? { ...each, model: lighter } : each));
  const { model: _, ...rest } = work;
  return {
    option: "lighter_model",
    text: words.lighter(lighter, heaviest.model),
    work: { ...rest, models },
  };
}

export function lighterOf(model: string, context: Context): string | undefined {
  const [vendor = "", name = ""] = model.split(/:(.*)/);
  return context.rates.lighter({ vendor, model: name });
}

/** For ordering only. */
function inputPrice(model: string, context: Context): number {
  return Number(priceOf(model, context)?.input ?? decimal("0").toFixed());
}
