import { decimal, formatAmount } from "../quantity/money.ts";
import { monthly, type Typed } from "../workload/typed-amount.ts";
import { spanOf, understood } from "./messages.ts";

/** How an amount was understood that did not stand there in plain digits; null for one that did. `line`: as it was typed. */
export function understoodWords(line: string, typed: Typed): string | null {
  if (typed.plain) return null;
  const aMonth = typed.per !== null;
  const { low, expected, high } = aMonth ? monthly(typed) : typed;
  const amount = low === high ? inWords(expected) : spanOf(inWords(low), inWords(high));
  const unit = typed.unit === "" || typed.unit === "%" ? typed.unit : ` ${typed.unit}`;
  const ofDays = typed.per === "day" || typed.per === "week";
  return understood(line.trim(), amount, unit, ofDays ? "days" : aMonth ? "month" : "no");
}

function inWords(amount: number): string {
  const digits = String(amount);
  return /e|∞|Infinity/.test(digits) ? digits : formatAmount(decimal(digits));
}
