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
import { calendarOf, changesOf } from "./calendar.ts";
import { curveOf } from "./curve.ts";
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
      return {
        field,
        problem: `${field} ${model} has no price before ${found.before}: the day ${context.day} is too early.`,
      };
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
      finish: () => ({ assumptions: assumptionsOf(work, context) }),
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
      return {
        assumptions: assumptionsOf(work, context),
        curve: curveOf(work, context),
        alternatives: total === null ? [] : textAlternatives(work, context, total),
        calendar: calendar(work, models, context),
        wallets: known.length === 1 && total !== null ? known.map((row) => drain(row, total, context.day)) : [],
        zeroDrill: known.map((row) =>
          zeroDrillOf(row, smallestPurchase(row), known.length === 1 ? total : null, context),
        ),
      };
    },
  };
}

/** Twelve months at announced prices; prices are looked up once for each stretch in which none of them changes. */
function calendar(work: TextWork, models: readonly string[], context: Context): Estimate["calendar"] {
  const changes = changesOf(models, context);
  const known = new Map<string, Band | null>();
  const monthly = (day: PlainDate): Band | null => {
    const rows = models.map((model) => priceOf(model, { ...context, day }));
    const key = rows.map((row) => `${row?.from} ${row?.until} ${row?.input}`).join("|");
    if (!known.has(key)) known.set(key, monthOf(work, { ...context, day }));
    return known.get(key) ?? null;
  };
  const sum = calendarOf(models, context, monthly);
  if (sum === null) return changes.length === 0 ? null : { months: [], total: null, changes };
  return { ...sum, changes };
}

/** The balance of the vendor's API under a month of this work, in dollars. */
function drain(row: Row, total: Band, day: PlainDate): WalletDrain {
  const months = monthsOf(row);
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
    largestTopUp: months === null ? null : total.low.times(months).toFixed(),
    buckets: bucketsOf(row, day, null, null),
  };
}
