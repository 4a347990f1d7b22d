import type { Row } from "#pricing";
import { rowSource } from "../../market/sources.ts";
import { ceilDivide } from "../../quantity/divide.ts";
import { decimal } from "../../quantity/money.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import type { Context } from "../context.ts";
import type { At, Inputs, Piece } from "../piece.ts";
import type { FlatCheck } from "../result.ts";
import { flatWords as words } from "./messages.ts";

type FlatWork = WorkloadOf<"flat">;

export function flatInputs({ usdPerUse, cap }: FlatWork): Inputs {
  return new Map([
    ["usdPerUse", usdPerUse],
    ["cap", cap],
  ]);
}

/** The plan and one use on the meter, side by side: two options, never added. */
export function flatPieces(work: FlatWork, row: Row, context: Context, at: At): Piece[] {
  const line = {
    model: null,
    notPriceable: null,
    eligible: true,
    reason: null,
    sources: [rowSource(row, context.market)],
  };
  const price = monthlyPrice(row);
  const { reason, allowed } = allowance(work, row);
  return [
    {
      ...line,
      key: "flat",
      option: "flat",
      wallet: row.id,
      budget: row.price.per === "seat" ? "seats" : "usage",
      unit: row.unit,
      amount: null,
      usd: price === null || !allowed ? null : decimal(price),
      notPriceable: price === null ? words.noPrice(row) : null,
      eligible: allowed,
      reason: allowed ? null : reason,
    },
    {
      ...line,
      key: "meter",
      option: words.meter,
      wallet: null,
      budget: "usage",
      unit: "request",
      amount: decimal("1"),
      usd: at("usdPerUse"),
      sources: [],
    },
  ];
}

/** From how many uses a month the plan is cheaper: only where the use is allowed and the plan's cap is not passed. */
export function flatCheck(work: FlatWork, row: Row): FlatCheck {
  const price = monthlyPrice(row);
  const cap = work.cap.expected;
  const bare = { plan: row.id, price, cap: cap.toFixed() };
  const { allowed, reason } = allowance(work, row);
  if (!allowed) return { ...bare, breakEven: null, comparable: false, reason };
  if (price === null) return { ...bare, breakEven: null, comparable: false, reason: words.noPriceKnown(row) };
  const even = ceilDivide(decimal(price), work.usdPerUse.expected);
  if (even.gt(cap)) {
    return {
      ...bare,
      breakEven: null,
      comparable: false,
      reason: words.beyondCap(even, cap),
    };
  }
  return {
    ...bare,
    breakEven: even.toFixed(),
    comparable: true,
    reason: words.pays(even, cap),
  };
}

function allowance({ use }: FlatWork, row: Row): { allowed: boolean; reason: string } {
  const personal = row.route === "app_subscription" || row.route === "team_workspace";
  if (!personal || use === "own") return { allowed: true, reason: "" };
  return {
    allowed: false,
    reason: use === "customers" ? words.notForCustomers : words.notForPrograms,
  };
}

function monthlyPrice({ price }: Row): string | null {
  return price.period === "month" || price.period === "month_billed_yearly" ? price.amount : null;
}
