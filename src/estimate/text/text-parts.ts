import type { PlainDate, Row } from "#pricing";
import type { Band } from "../../quantity/band.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import { bucketsOf, monthsOf } from "../buckets.ts";
import { type Context, modelRef } from "../context.ts";
import type { Parts } from "../parts.ts";
import type { Estimate, EstimateLine, WalletDrain } from "../result.ts";
import { smallestPurchase, zeroDrillOf } from "../zero.ts";
import { monthOf, textAlternatives } from "./alternatives.ts";
import { assumptionsOf } from "./assumptions.ts";
import { calendarOf, changesOf, knownUntil, stretchesOf } from "./calendar.ts";
import { curveOf } from "./curve.ts";
import { prices } from "./messages.ts";
import { mixOf, priceOf, type TextWork, textInputs, textPieces } from "./text.ts";
import { usageInputs, usagePieces } from "./usage.ts";

/** Text through an API: by the month as people describe it, or one request as a vendor counts it. */
export function estimateText(
  work: TextWork | WorkloadOf<"usage">,
  context: Context,
): Parts | { field: string; problem: string } {
  const models = work.kind === "usage" ? [work.model] : mixOf(work).map(({ model }) => model);
  for (const model of models) {
    const found = context.rates.find(modelRef(model), context.day);
    if ("before" in found) {
      const field = work.kind === "text" && work.models !== undefined ? "models" : "model";
      return { field, problem: prices.tooEarly(field, model, found.before, context.day) };
    }
  }
  const rows = (lines: readonly EstimateLine[]) =>
    [...new Set(lines.flatMap((line) => line.wallet ?? []))].flatMap((id) => context.market.row(id) ?? []);
  if (work.kind === "usage") {
    return {
      inputs: usageInputs(work),
      evaluate: (at) => usagePieces(work, context, at),
      gauge: "usd",
      per: "request",
      accepted: null,
      rows,
      finish: (_, total) => ({
        assumptions: assumptionsOf(work, context),
        knownUntil: total === null ? null : knownUntil(models, context),
      }),
    };
  }
  return {
    inputs: textInputs(work, context),
    evaluate: textPieces(work, context),
    gauge: "usd",
    per: "month",
    whole: new Set(["turns"]),
    accepted: null,
    rows,
    finish: (ranged, total) => {
      const wallets = [...new Set(ranged.expected.flatMap((piece) => piece.wallet ?? []))];
      const known = wallets.flatMap((id) => context.market.row(id) ?? []);
      const monthly = monthlyOf(work, models, context);
      const days = total === null || known.length !== 1 ? [] : stretchesOf(models, context, monthly);
      return {
        assumptions: assumptionsOf(work, context),
        knownUntil: total === null ? null : knownUntil(models, context),
        curve: curveOf(work, context),
        alternatives: total === null ? [] : textAlternatives(work, context, total),
        calendar: calendar(models, context, monthly),
        wallets:
          known.length === 1 && total !== null ? known.map((row) => drain(row, total, models, context, monthly)) : [],
        zeroDrill: known.map((row) => zeroDrillOf(row, smallestPurchase(row, context.day), days, context)),
      };
    },
  };
}

/** A month of the work at the prices of a day; looked up once for each stretch in which none of them changes. */
function monthlyOf(work: TextWork, models: readonly string[], context: Context): Monthly {
  const known = new Map<string, Band | null>();
  return (day) => {
    const rows = models.map((model) => priceOf(model, { ...context, day }));
    const key = rows.map((row) => `${row?.from} ${row?.until} ${row?.input}`).join("|");
    if (!known.has(key)) known.set(key, monthOf(work, { ...context, day }));
    return known.get(key) ?? null;
  };
}

type Monthly = (day: PlainDate) => Band | null;

/** Twelve months at announced prices, or as many of them as have a known price. */
function calendar(models: readonly string[], context: Context, monthly: Monthly): Estimate["calendar"] {
  const changes = changesOf(models, context);
  const sum = calendarOf(models, context, monthly);
  return sum.months.length === 0 && changes.length === 0 ? null : { ...sum, changes };
}

/** The balance of the vendor's API under a month of this work, in dollars. */
function drain(row: Row, total: Band, models: readonly string[], context: Context, monthly: Monthly): WalletDrain {
  const life = monthsOf(row);
  // What is bought lives so many months, and is worth what these months cost: the same months as in the calendar.
  const sum = life === null ? null : calendarOf(models, context, monthly, Number(life.toFixed()));
  const [first, last] = [sum?.months[0]?.month, sum?.months.at(-1)?.month];
  return {
    option: "base",
    wallet: row.id,
    unit: row.unit,
    needed: total.expected.toFixed(),
    included: null,
    short: null,
    left: null,
    lost: null,
    zeroOn: null,
    largestTopUp: sum?.total?.low ?? null,
    topUpMonths: first === undefined || last === undefined ? null : { first, last },
    buckets: bucketsOf(row, context.day, null, null),
  };
}
