import type { Row } from "#pricing";
import { rowSource } from "../market/sources.ts";
import { type Band, zero } from "../quantity/band.ts";
import { floorDivide } from "../quantity/divide.ts";
import { type Decimal, decimal, formatMoney } from "../quantity/money.ts";
import type { Context } from "./context.ts";
import type { ZeroDrill } from "./result.ts";

/** How much there is to be used up, and in which words; undefined when nobody said and no page does. */
export type Stock = { amount: Decimal; text: string };

const daysInMonth = decimal("30");

/** What happens when this wallet is empty, and after how many days of this use it is. Use is per month of 30 days. */
export function zeroDrillOf(row: Row, stock: Stock | undefined, monthly: Band | null, context: Context): ZeroDrill {
  const lasts = (use: Decimal) =>
    stock === undefined || use.lte(zero) ? null : floorDivide(stock.amount.times(daysInMonth), use).toFixed();
  const [expected, high] = monthly === null ? [null, null] : [lasts(monthly.expected), lasts(monthly.high)];
  return {
    wallet: row.id,
    stops: row.atZero.text,
    notices: whoNotices(row),
    jobsInFlight: row.inFlight ?? null,
    days: expected === null || high === null ? null : { expected, high },
    from: expected === null ? null : (stock?.text ?? null),
    source: rowSource(row, context.market),
  };
}

/** The smallest purchase that a page names: what a new account starts with. */
export function smallestPurchase(row: Row): Stock | undefined {
  const smallest = [row.price, ...row.otherPrices].find(
    (price) =>
      price.amount !== null &&
      price.currency === "USD" &&
      (price.period === "minimum_purchase" || price.kind === "minimum"),
  );
  if (!smallest?.amount) return undefined;
  const amount = decimal(smallest.amount);
  return { amount, text: `The smallest purchase, ${formatMoney({ amount, currency: "USD" })},` };
}

function whoNotices(row: Row): string | null {
  const alert = row.caps?.find((cap) => cap.effect === "alerts");
  if (alert !== undefined) return `Whoever receives this: ${alert.name}.`;
  switch (row.route) {
    case "app_subscription":
    case "team_workspace":
      return "The person in front of the screen.";
    case "api_meter":
    case "prepaid_credits":
    case "usage_package":
      return row.outputs.includes("text") || row.ownerKind !== "personal"
        ? "Whoever reads the errors of the program: no page read promises a message."
        : "The person in front of the screen.";
    case "enterprise_contract":
      return null;
  }
}
