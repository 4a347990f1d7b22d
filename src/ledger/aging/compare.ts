import type { Basis, BasisMoney } from "../../purchase/basis.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import { type Change, differences } from "./changes.ts";

/**
 * What is to be told of a decision: all that is different between then and now, if any of it is worth telling; else null.
 * `share`: by what part of itself money must have changed, as a decimal; 0.1 is a tenth.
 *
 * Worth telling are another outcome (route, what is bought, what stands against it), money by more than the share, and a fact
 * that the card shows. A price is told by what it does to the money; where no money is known, by itself.
 */
export function compare(then: Basis, now: Basis, share: string): Change[] | null {
  const all = differences(then, now);
  const priced = hasMoney(then) && hasMoney(now);
  return all.some((each) => isWorthTelling(each, decimal(share), priced)) ? all : null;
}

function isWorthTelling(change: Change, share: Decimal, priced: boolean): boolean {
  switch (change.about) {
    case "routes":
    case "buy":
    case "rule":
    case "sold":
    case "unit":
    case "expiry":
    case "whenEmpty":
    case "edge":
      return true;
    case "money":
      return movedBy(change.before, change.after, share);
    case "price": {
      if (priced) return false;
      const { before, after } = change;
      if (before === null || after === null) return true;
      const isOther = before.currency !== after.currency || before.period !== after.period || before.per !== after.per;
      return isOther || moved(before.amount, after.amount, share);
    }
    case "rate": {
      if (priced) return false;
      const { before, after } = change;
      return moved(before.input, after.input, share) || moved(before.output, after.output, share);
    }
  }
}

function hasMoney({ buys }: Basis): boolean {
  return buys?.some(({ money }) => money?.period === "month") ?? false;
}

/** Money that came or went, or is of another kind, has moved however little it is. */
function movedBy(before: BasisMoney | null, after: BasisMoney | null, share: Decimal): boolean {
  if (before === null || after === null) return true;
  if (before.currency !== after.currency || before.period !== after.period) return true;
  return (["low", "expected", "high"] as const).some((end) => moved(before[end], after[end], share));
}

/** By more than the share of what it was. */
function moved(before: string, after: string, share: Decimal): boolean {
  return decimal(after).minus(decimal(before)).abs().gt(decimal(before).abs().times(share));
}
