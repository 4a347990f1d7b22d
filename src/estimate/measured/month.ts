import { daysBetween } from "#pricing";
import { type Band, exactly, one, zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import type { Context } from "../context.ts";
import type { At, Inputs, Piece } from "../piece.ts";
import { evaluateRanges } from "../ranges.ts";
import { countedPieces } from "../text/counted.ts";
import { totalOf } from "../total.ts";
import { messages } from "./messages.ts";

export type MeasuredWork = WorkloadOf<"measured">;
export type MeasuredModel = MeasuredWork["models"][number];

const daysInMonth = decimal("30");

/** Days of the measurement, its first and last included. */
export function measuredDays({ from, to }: MeasuredWork): number {
  return daysBetween(from, to) + 1;
}

/** How much use a month has beside the average week: the one thing that may vary, for the counts are exact. */
export function measuredInputs({ pace }: MeasuredWork): Inputs {
  return new Map([["pace", pace ?? exactly(one)]]);
}

/** A month of 30 days as the measured ones were, at the context's prices: a line for each model and way of billing. */
export function measuredPieces(work: MeasuredWork, context: Context): (at: At) => Piece[] {
  return (at) =>
    work.models.flatMap((each, index) =>
      modelPieces(each, toMonth(work, at("pace")), context).map((piece) => ({
        ...piece,
        key: `${index} ${piece.key}`,
      })),
    );
}

/** Tokens of the measured days as those of a month, in whole ones: a third of a token would stay in every later sum. */
export function toMonth(work: MeasuredWork, pace: Decimal = one): (tokens: Decimal) => Decimal {
  const days = decimal(String(measuredDays(work)));
  return (tokens) => tokens.times(daysInMonth).times(pace).div(days).round(0);
}

/** What was counted of one model, at the context's prices. `scale` makes a month of it, or leaves it as it is. */
export function modelPieces(used: MeasuredModel, scale: (tokens: Decimal) => Decimal, context: Context): Piece[] {
  const { model, tier, long, input, cached = zero, write5m = zero, write1h = zero, output } = used;
  const tokens = {
    plain: scale(input),
    read: scale(cached),
    write5m: scale(write5m),
    write1h: scale(write1h),
    output: scale(output),
  };
  const form = [messages.tiers[tier], long ? messages.long : ""].filter((each) => each !== "").join(", ");
  return countedPieces(model, tokens, { tier, long: () => long, form, atAllHours: true }, context);
}

/** A month on this context's day; null when a part of it has no price. */
export function measuredMonth(work: MeasuredWork, context: Context): Band | null {
  return totalOf(evaluateRanges(measuredInputs(work), measuredPieces(work, context)).bands);
}

/** Dollars of these lines; null where one of them has no price. */
export function dollarsOf(pieces: readonly Piece[]): Decimal | null {
  return pieces.reduce<Decimal | null>((sum, { usd }) => (sum === null || usd === null ? null : sum.plus(usd)), zero);
}
