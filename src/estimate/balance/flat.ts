import type { Row } from "#pricing";
import { rowSource } from "../../market/sources.ts";
import { ceilDivide } from "../../quantity/divide.ts";
import { decimal, formatAmount } from "../../quantity/money.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import type { Context } from "../context.ts";
import type { At, Inputs, Piece } from "../piece.ts";
import type { FlatCheck } from "../result.ts";

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
      notPriceable: price === null ? `no price known for ${row.product}` : null,
      eligible: allowed,
      reason: allowed ? null : reason,
    },
    {
      ...line,
      key: "meter",
      option: "meter, one use",
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
  if (price === null)
    return { ...bare, breakEven: null, comparable: false, reason: `No price is known for ${row.product}.` };
  const even = ceilDivide(decimal(price), work.usdPerUse.expected);
  if (even.gt(cap)) {
    return {
      ...bare,
      breakEven: null,
      comparable: false,
      reason: `It would take ${formatAmount(even)} uses a month to pay, and the plan ends at ${formatAmount(cap)}: a sum beyond the cap would be of uses nobody can have.`,
    };
  }
  return {
    ...bare,
    breakEven: even.toFixed(),
    comparable: true,
    reason: `From ${formatAmount(even)} uses a month on, up to ${formatAmount(cap)}, the plan costs no more than the meter.`,
  };
}

function allowance({ use }: FlatWork, row: Row): { allowed: boolean; reason: string } {
  const personal = row.route === "app_subscription" || row.route === "team_workspace";
  if (!personal || use === "own") return { allowed: true, reason: "" };
  return {
    allowed: false,
    reason:
      use === "customers"
        ? "A person's plan does not cover what customers get: set against the meter it would look cheap for work it may not do."
        : "A person's plan does not cover a program that runs unattended: set against the meter it would look cheap for work it may not do.",
  };
}

function monthlyPrice({ price }: Row): string | null {
  return price.period === "month" || price.period === "month_billed_yearly" ? price.amount : null;
}
