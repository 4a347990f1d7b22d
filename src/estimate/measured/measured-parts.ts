import { isRange, zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import { type Context, modelRef } from "../context.ts";
import type { Parts } from "../parts.ts";
import { priceAssumptions } from "../text/assumptions.ts";
import { calendarOf, changesOf, knownUntil } from "../text/calendar.ts";
import { prices } from "../text/messages.ts";
import { priceOf } from "../text/text.ts";
import { messages } from "./messages.ts";
import { type MeasuredWork, measuredDays, measuredInputs, measuredMonth, measuredPieces } from "./month.ts";
import { cachingSaves, measuredSavings } from "./savings.ts";

/** Fewer days say little about a month. */
const week = 7;

/** A month like the days that were measured. */
export function estimateMeasured(work: MeasuredWork, context: Context): Parts | { field: string; problem: string } {
  const models = [...new Set(work.models.map(({ model }) => model))];
  for (const model of models) {
    const found = context.rates.find(modelRef(model), context.day);
    if ("before" in found)
      return {
        field: "models",
        problem: prices.tooEarly("models", model, found.before, context.day),
      };
  }
  const ranged = work.pace !== undefined && isRange(work.pace);
  return {
    inputs: measuredInputs(work),
    evaluate: measuredPieces(work, context),
    gauge: "usd",
    per: "month",
    accepted: null,
    rows: (lines) =>
      [...new Set(lines.flatMap((line) => line.wallet ?? []))].flatMap((id) => context.market.row(id) ?? []),
    finish: (_, total) => {
      const changes = changesOf(models, context);
      const ahead = calendarOf(models, context, (day) => measuredMonth(work, { ...context, day }));
      return {
        measured: measuredLines(work, context),
        assumptions: [
          messages.month,
          ranged ? messages.pace : messages.steady,
          ...work.models.flatMap((each) => longUnknown(each, context)),
          ...models.flatMap((model) => priceAssumptions(model, context)),
        ],
        alternatives: measuredSavings(work, context),
        knownUntil: total === null ? null : knownUntil(models, context),
        // Without a change ahead twelve months are twelve times one.
        calendar: total === null || changes.length === 0 ? null : { ...ahead, changes },
      };
    },
    // The counts are exact: naming one as what moves the cost would only repeat the lines.
    ...(ranged ? {} : { moves: false as const }),
  };
}

/** What is known instead of assumed, each with the period it was measured in. */
function measuredLines(work: MeasuredWork, context: Context): string[] {
  const days = measuredDays(work);
  const saves = cachingSaves(work, context);
  return [
    messages.period(work.from, work.to, days),
    ...(days < week ? [messages.little(days)] : []),
    ...byModel(work).map(([model, { input, cached, output }]) =>
      messages.model(model, input, share(cached, input), output),
    ),
    ...requestLine(work),
    ...(saves.gt("0.005")
      ? [messages.cachingSaved(saves)]
      : saves.lt("-0.005")
        ? [messages.cachingCosts(saves.abs())]
        : []),
  ];
}

type Sums = { input: Decimal; cached: Decimal; output: Decimal };

/** The tokens of each model, however it was sent. `input` is all of it. */
function byModel({ models }: MeasuredWork): [string, Sums][] {
  const sums = new Map<string, Sums>();
  for (const { model, input, cached = zero, write5m = zero, write1h = zero, output } of models) {
    const before = sums.get(model) ?? { input: zero, cached: zero, output: zero };
    sums.set(model, {
      input: before.input.plus(input).plus(cached).plus(write5m).plus(write1h),
      cached: before.cached.plus(cached),
      output: before.output.plus(output),
    });
  }
  return [...sums];
}

function requestLine(work: MeasuredWork): string[] {
  if (work.requests === undefined || work.requests.eq(zero)) return [];
  const all = byModel(work).map(([, sums]) => sums);
  const each = (part: keyof Sums) =>
    all
      .reduce((sum, one) => sum.plus(one[part]), zero)
      .div(work.requests ?? decimal("1"))
      .round(0);
  return [messages.requests(work.requests, each("input"), each("output"))];
}

function longUnknown({ model, long }: MeasuredWork["models"][number], context: Context): string[] {
  const from = priceOf(model, context)?.long?.fromTokens;
  return from === undefined || long ? [] : [messages.longUnknown(model, String(from).replace(/\B(?=(\d{3})+$)/g, ","))];
}

/** A share in whole percent. */
function share(part: Decimal, whole: Decimal): string {
  return whole.eq(zero) ? "0%" : `${part.times("100").div(whole).round(0).toFixed()}%`;
}
