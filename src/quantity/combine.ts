import { reasons, unitOfWallet, waysOut } from "./messages.ts";
import type { Measure, Quantity, Refusal } from "./quantity.ts";

/** The sum of two quantities, or the refusal to add them. Nothing is converted: no rate between wallets exists. */
export function combine(left: Quantity, right: Quantity): Quantity | Refusal {
  return (
    refuseToAdd(left, right) ?? {
      ...left,
      amount: left.amount.plus(right.amount),
      readOn: older(left.readOn, right.readOn),
    }
  );
}

/**
 * Why two measures cannot be added; `undefined` when they can. A sum needs the same known unit in the same wallet; money
 * also the same currency, the same period and the same budget owner.
 */
export function refuseToAdd(left: Measure, right: Measure): Refusal | undefined {
  const refuse = (rule: Refusal["rule"], reason: string, wayOut: string): Refusal => ({
    refused: true,
    rule,
    left: unitOfWallet(left),
    right: unitOfWallet(right),
    reason,
    wayOut,
  });
  if (isSeat(left) !== isSeat(right)) {
    return refuse("UN-10", reasons.seatAndUsage, waysOut.twoLines);
  }
  if (left.wallet.id !== right.wallet.id) {
    return refuse("UN-02", reasons.balances, waysOut.sameWork);
  }
  if (left.unit === null || left.unit !== right.unit) return refuse("UN-02", reasons.units, waysOut.sameWork);
  if (left.wallet.budgetOwner !== right.wallet.budgetOwner) {
    return refuse("RT-04", reasons.owners, waysOut.budgets);
  }
  if (left.currency !== right.currency) {
    return refuse("UN-02", reasons.currencies, waysOut.exchangeRate);
  }
  if (left.period !== right.period) return refuse("UN-02", reasons.periods, waysOut.onePeriod);
  return undefined;
}

/** A sum is as old as its oldest part; with a part of unknown age its own age is unknown. */
function older(left: string | null, right: string | null): string | null {
  return left === null || right === null ? null : left < right ? left : right;
}

function isSeat(quantity: Measure): boolean {
  return quantity.unit === "seat_month";
}
