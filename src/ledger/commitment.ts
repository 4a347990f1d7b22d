import type { Band, BandText } from "../quantity/band.ts";
import { decimal } from "../quantity/money.ts";
import type { Bought } from "../store/bought.ts";

export type Picked = Bought["picks"][number];

/**
 * Money that comes due again and again. `paid`: a price that is fixed, or use that is only expected: they are never one sum,
 * and neither are months and years. Exact, in its currency.
 */
export type Commitment = {
  currency: string;
  period: "month" | "year";
  paid: "fixed" | "use";
  amount: Band;
  /** What a year comes to a month, where the purchase says so. Never summed. */
  monthShare: string | null;
};

/**
 * What a pick comes to; null where nobody said. Where the first payment is for a year, or a contract was quoted by the year, it is a year's; the
 * purchase then says the month's share.
 */
export function commitmentOf(
  { kind }: Pick<Bought, "kind">,
  { monthly, annual, firstPayment, quantity, currency }: Picked,
): Commitment | null {
  const paid = kind === "pay_as_you_go" || kind === "top_up" ? "use" : "fixed";
  const monthShare = monthly?.expected ?? null;
  if (quantity.of === "contract" && annual !== null)
    return { period: "year", paid, currency, amount: exact(annual.amount), monthShare };
  if (monthly === null) return null;
  if (paidByYear({ monthly, firstPayment, quantity }))
    return { period: "year", paid, currency, amount: exact(firstPayment ?? ""), monthShare };
  return { period: "month", paid, currency, amount: bandOf(monthly), monthShare: null };
}

/** Whether seats or accounts are sold only by the year: their first payment is then not a month's, but twelve of them. */
function paidByYear({
  monthly,
  firstPayment,
  quantity,
}: Omit<Picked, "row" | "product" | "model" | "annual" | "currency">) {
  if (monthly === null || firstPayment === null || (quantity.of !== "seat" && quantity.of !== "account")) return false;
  const year = decimal(monthly.expected).times("12");
  // The month's share was rounded to the cent.
  return decimal(firstPayment).gt(monthly.high) && decimal(firstPayment).minus(year).abs().lte("0.06");
}

function exact(text: string): Band {
  const amount = decimal(text);
  return { low: amount, expected: amount, high: amount };
}

function bandOf({ low, expected, high }: BandText): Band {
  return { low: decimal(low), expected: decimal(expected), high: decimal(high) };
}
