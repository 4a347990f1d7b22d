import { daysBetween, type PlainDate, type Row } from "#pricing";
import { rowSource } from "../market/sources.ts";
import { type Band, zero } from "../quantity/band.ts";
import { floorDivide } from "../quantity/divide.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import { boughtUntil } from "./buckets.ts";
import type { Context } from "./context.ts";
import { messages } from "./messages.ts";
import type { ZeroDrill } from "./result.ts";

/**
 * How much there is to be used up, and in which words; undefined when nobody said and no page does. `until`: the last day
 * on which it can be used; null when no page gives one.
 */
export type Stock = { amount: Decimal; text: string; until: PlainDate | null };

/** Use for a month of 30 days, on so many days in a row; null days: with no known end. */
export type Stretch = { days: Decimal | null; monthly: Band };

const daysInMonth = decimal("30");

/**
 * What happens when this wallet is empty, and after how many days of this use it is: never more than its units live. No
 * days where the use is not known for so long.
 */
export function zeroDrillOf(row: Row, stock: Stock | undefined, use: readonly Stretch[], context: Context): ZeroDrill {
  const { day } = context;
  const lives = stock?.until ? decimal(String(daysBetween(day, stock.until))) : null;
  const lasts = (end: "expected" | "high") => (stock === undefined ? null : daysOf(stock.amount, use, end, lives));
  const [expected, high] = [lasts("expected"), lasts("high")];
  const known = expected !== null && high !== null;
  return {
    wallet: row.id,
    stops: row.atZero.text,
    notices: whoNotices(row),
    jobsInFlight: row.inFlight ?? null,
    days: known ? { expected: expected.days.toFixed(), high: high.days.toFixed() } : null,
    expires: known && expected.expires ? (stock?.until ?? null) : null,
    from: known ? (stock?.text ?? null) : null,
    source: rowSource(row, context.market),
  };
}

/** Whole days until `amount` is used up, or until it ends; null where nothing is used, or nobody knows how much. */
function daysOf(
  amount: Decimal,
  use: readonly Stretch[],
  end: "expected" | "high",
  lives: Decimal | null,
): { days: Decimal; expires: boolean } | null {
  let left = amount.times(daysInMonth);
  let days = zero;
  for (const stretch of use) {
    const aDay = stretch.monthly[end];
    if (aDay.gt(zero) && (stretch.days === null || left.lte(stretch.days.times(aDay)))) {
      const last = days.plus(floorDivide(left, aDay));
      return lives?.lt(last) ? { days: lives, expires: true } : { days: last, expires: false };
    }
    // Nothing is used from here on.
    if (stretch.days === null) return null;
    left = left.minus(stretch.days.times(aDay));
    days = days.plus(stretch.days);
    if (lives?.lte(days)) return { days: lives, expires: true };
  }
  return null;
}

/** Use that stays as it is; none where it is not known. */
export function always(monthly: Band | null): Stretch[] {
  return monthly === null ? [] : [{ days: null, monthly }];
}

/** The smallest purchase that a page names: what a new account starts with. */
export function smallestPurchase(row: Row, day: PlainDate): Stock | undefined {
  const smallest = [row.price, ...row.otherPrices].find(
    (price) =>
      price.amount !== null &&
      price.currency === "USD" &&
      (price.period === "minimum_purchase" || price.kind === "minimum"),
  );
  if (!smallest?.amount) return undefined;
  const amount = decimal(smallest.amount);
  return {
    amount,
    text: messages.smallestPurchase(amount),
    until: boughtUntil(row, day),
  };
}

function whoNotices(row: Row): string | null {
  const alert = row.caps?.find((cap) => cap.effect === "alerts");
  if (alert !== undefined) return messages.alerted(alert.name);
  switch (row.route) {
    case "app_subscription":
    case "team_workspace":
      return messages.user;
    case "api_meter":
    case "prepaid_credits":
    case "usage_package":
      return row.outputs.includes("text") || row.ownerKind !== "personal" ? messages.errorReaders : messages.user;
    case "enterprise_contract":
      return null;
  }
}
