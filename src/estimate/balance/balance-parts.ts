import type { Row } from "#pricing";
import { zero } from "../../quantity/band.ts";
import { decimal } from "../../quantity/money.ts";
import { nearest } from "../../quantity/nearest.ts";
import type { Workload, WorkloadOf } from "../../workload/workload.ts";
import type { Context } from "../context.ts";
import type { Parts } from "../parts.ts";
import type { At } from "../piece.ts";
import { always, zeroDrillOf } from "../zero.ts";
import { flatCheck, flatInputs, flatPieces } from "./flat.ts";
import { messages } from "./messages.ts";
import { dayAfterMonths } from "./months.ts";
import {
  lotsCheck,
  lotsDrain,
  lotsInputs,
  lotsPieces,
  prepaidCheck,
  prepaidDrain,
  prepaidInputs,
  prepaidPieces,
  withKnownLife,
} from "./prepaid.ts";
import { isSoldFor, overages, peopleInput, poolOf, seatsAlternatives, seatsInputs, seatsPieces } from "./seats.ts";

type PrepaidWork = WorkloadOf<"prepaid">;
type BalanceWork = Extract<Workload, { kind: "seats" | "prepaid" | "lots" | "flat" }>;

/** Seats, prepaid balances, lots and flat plans: one named product each. */
export function estimateBalance(work: BalanceWork, context: Context): Parts | { field: string; problem: string } {
  const [field, id] = productOf(work);
  const row = context.market.row(id);
  if (row === undefined) return unknownRow(field, id, context);
  const base = { gauge: "usd" as const, accepted: null, rows: () => [row] };
  switch (work.kind) {
    case "seats": {
      const inputs = seatsInputs(work);
      const at: At = (input) => inputs.get(input)?.expected ?? zero;
      const sold = isSoldFor(work, row);
      return {
        ...base,
        per: "month",
        ...(sold ? {} : { moves: false as const }),
        whole: new Set(work.usage.map((_, group) => peopleInput(group))),
        inputs,
        evaluate: (each) => seatsPieces(work, row, context, each),
        finish: () => ({
          pool: sold ? poolOf(work, row, at) : null,
          alternatives: sold ? seatsAlternatives(work, row, context, at) : [],
          assumptions: [messages.beforeTax, messages.twoBudgets],
          zeroDrill: [zeroDrillOf(row, undefined, [], context)],
        }),
        signs: dearerPerUnit(work, row, at) ? ["seat_dearer_per_output"] : [],
      };
    }
    case "prepaid":
      return { ...base, ...prepaidParts(withKnownLife(work, row), work, row, context) };
    case "lots":
      return {
        ...base,
        per: null,
        inputs: lotsInputs(work),
        evaluate: (at) => lotsPieces(work, row, context, at),
        finish: () => ({
          lots: lotsCheck(work),
          wallets: [lotsDrain(work, row)],
          assumptions: [messages.firstToExpire, messages.evenUse],
          zeroDrill: [zeroDrillOf(row, undefined, [], context)],
        }),
      };
    case "flat":
      return {
        ...base,
        per: null,
        moves: false,
        inputs: flatInputs(work),
        evaluate: (at) => flatPieces(work, row, context, at),
        finish: () => ({ flat: flatCheck(work, row), zeroDrill: [zeroDrillOf(row, undefined, [], context)] }),
      };
  }
}

/** `asked`: the work before its life was cut to what the page gives. */
function prepaidParts(work: PrepaidWork, asked: PrepaidWork, row: Row, context: Context) {
  const { purchase, lifeMonths, burnPerMonth } = work;
  const cut = lifeMonths === asked.lifeMonths ? [] : [messages.lives(row, lifeMonths.high)];
  const until = dayAfterMonths(context.day, lifeMonths.expected);
  const stock = { amount: purchase.expected, text: messages.purchase, until };
  return {
    per: "purchase" as const,
    moves: false as const,
    inputs: prepaidInputs(work),
    evaluate: (at: At) => prepaidPieces(row, context, at),
    finish: () => ({
      prepaid: prepaidCheck(work),
      wallets: [prepaidDrain(work, row, context)],
      assumptions: [messages.evenUse, ...cut],
      zeroDrill: [zeroDrillOf(row, stock, always(burnPerMonth), context)],
    }),
  };
}

function productOf(work: BalanceWork): [field: string, id: string] {
  switch (work.kind) {
    case "seats":
      return ["product", work.product];
    case "prepaid":
    case "lots":
      return ["wallet", work.wallet];
    case "flat":
      return ["plan", work.plan];
  }
}

/** Whether a used unit costs more inside the seat than the same unit bought on its own. */
function dearerPerUnit(work: Extract<BalanceWork, { kind: "seats" }>, row: Row, at: At): boolean {
  const { rate } = row.topUp;
  const { people, used } = overages(work, zero, at);
  if (rate === null || row.price.amount === null || used.eq(zero)) return false;
  return people
    .times(decimal(row.price.amount))
    .times(decimal(rate.gives))
    .gt(used.times(decimal(rate.price)));
}

function unknownRow(field: string, id: string, { market }: Context): { field: string; problem: string } {
  const ids = market.catalogue.rows.map((row) => row.id);
  return { field, problem: messages.noProduct(field, id.slice(0, 60), nearest(id, ids)) };
}
