import type { Measure, Quantity, Refusal } from "./quantity.ts";

const sameWork = "Compare the price of one finished result instead.";

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
      "one buys access, the other usage.",
      "Keep seats and usage on two lines, each with its own owner.",
    );
  }
  if (left.wallet.id !== right.wallet.id) {
    return refuse("UN-02", "they belong to different balances, and nothing converts between them.", sameWork);
  }
  if (left.unit === null || left.unit !== right.unit)
    return refuse("UN-02", "their units differ or are not known.", sameWork);
  if (left.wallet.budgetOwner !== right.wallet.budgetOwner) {
    return refuse("RT-04", "the two budgets have different owners.", "Keep each budget on its own line.");
  }
  if (left.currency !== right.currency) {
    return refuse("UN-02", "they are in different currencies.", "Enter an exchange rate with its source and date.");
  }
  if (left.period !== right.period)
    return refuse("UN-02", "they cover different periods.", "Convert both to one period first.");
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
