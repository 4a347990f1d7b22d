import { decimal } from "../../quantity/money.ts";
import { type Band, exactly, one, written } from "../band.ts";
import type { Context } from "../context.ts";
import type { At, Inputs, Piece } from "../piece.ts";
import { evaluateRanges } from "../ranges.ts";
import type { Alternative } from "../result.ts";
import { totalOf } from "../total.ts";
import { mixOf, priceOf, type TextWork, textInputs, textPieces } from "./text.ts";

/** Other ways to do the same work, each priced whole: what a window, a cache, batches or a lighter model would save. */
export function textAlternatives(work: TextWork, context: Context, base: Band): Alternative[] {
  const longer = work.turns.expected.gt("1");
  const resent = work.history === "full" && longer;
  const models = mixOf(work).map(({ model }) => model);
  const cacheable = models.every((model) => priceOf(model, context)?.cached);
  const ways: ({ option: string; text: string; work: TextWork } | undefined)[] = [
    resent && work.turns.expected.gt("4")
      ? { option: "window_3", text: "only the last 3 turns are sent again", work: { ...work, history: { last: 3 } } }
      : undefined,
    work.caching === "none" && longer && cacheable
      ? {
          option: "caching_5m",
          text: "what is sent again is read from a cache that lives five minutes",
          work: { ...work, caching: "5m" },
        }
      : undefined,
    !(work.batchShare?.low.eq(one) ?? false) && work.turns.high.eq(one)
      ? {
          option: "batch",
          text: "all of it waits up to a day and goes in batches",
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
        usd: written(total),
        saves: saves.toFixed(),
        breakEven: null,
      },
    ];
  });
}

/** A month of this work on this context's day; null when a part of it has no price. */
export function monthOf(work: TextWork, context: Context): Band | null {
  const inputs: Inputs = textInputs(work, context);
  const evaluate = (at: At): Piece[] => textPieces(work, context, at);
  return totalOf(evaluateRanges(inputs, evaluate).bands);
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
    text: `${lighter} instead of ${heaviest.model}, where it is good enough`,
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
