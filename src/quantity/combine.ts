import type { Measure, Quantity, Refusal } from "./quantity.ts";

const sameWork = "Price one and the same piece of work on each of them, inside its own route.";

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
    left: nameOf(left),
    right: nameOf(right),
    reason,
    wayOut,
  });
  if (isSeat(left) !== isSeat(right)) {
    return refuse(
      "UN-10",
      "a seat is access, the other is consumption.",
      "Keep seats and usage on two lines, each with its owner.",
    );
  }
  if (left.wallet.id !== right.wallet.id) {
    return refuse("UN-02", "they belong to different wallets, and no rate changes one into the other.", sameWork);
  }
  if (left.unit === null || left.unit !== right.unit)
    return refuse("UN-02", "their units are unlike, or not known.", sameWork);
  if (left.wallet.budgetOwner !== right.wallet.budgetOwner) {
    return refuse("RT-04", "two people own the two budgets.", "Show each budget on its own line.");
  }
  if (left.currency !== right.currency) {
    return refuse("UN-02", "they are in different currencies.", "Give an exchange rate with its source and its day.");
  }
  if (left.period !== right.period)
    return refuse("UN-02", "they are for different periods.", "Bring both to one period first.");
  return undefined;
}

/** A sum is as old as its oldest part; with a part of unknown age its own age is unknown. */
function older(left: string | null, right: string | null): string | null {
  return left === null || right === null ? null : left < right ? left : right;
}

function isSeat(quantity: Measure): boolean {
  return quantity.unit === "seat_month";
}

function nameOf(quantity: Measure): string {
  return `${quantity.wallet.unitName} of ${quantity.wallet.name}`;
}
