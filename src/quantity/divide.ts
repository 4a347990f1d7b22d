import type { Decimal } from "./money.ts";
import { decimal } from "./money.ts";

/** The smallest whole number not below `amount / by`, exactly: 20 / 0.4 is 50, never 51. `by` must be above zero. */
export function ceilDivide(amount: Decimal, by: Decimal): Decimal {
  const [top, bottom] = wholes(amount, by);
  return decimal(((top + bottom - 1n) / bottom).toString());
}

/** The largest whole number not above `amount / by`, exactly. `amount` is not negative and `by` is above zero. */
export function floorDivide(amount: Decimal, by: Decimal): Decimal {
  const [top, bottom] = wholes(amount, by);
  return decimal((top / bottom).toString());
}

/** Both amounts as whole numbers of one common small part. */
function wholes(amount: Decimal, by: Decimal): [bigint, bigint] {
  const digits = Math.max(digitsAfterPoint(amount), digitsAfterPoint(by));
  const whole = (each: Decimal) => BigInt(each.toFixed(digits).replace(".", ""));
  return [whole(amount), whole(by)];
}

function digitsAfterPoint(amount: Decimal): number {
  return amount.toFixed().split(".")[1]?.length ?? 0;
}
