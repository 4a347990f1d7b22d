import type { Price, Row } from "#pricing";
import type { Market } from "../market/market.ts";
import { type Band, type BandText, bandText } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";

/** The one currency that purchases are reckoned in: every price that has been read is in it. */
export const currency = "USD";
const twelve = decimal("12");

/** What a row asks each month from a buyer who pays by the month, in dollars; null where no page says. */
export function priceOfMonth(row: Row): Decimal | null {
  return amountOf([row.price, ...row.otherPrices].find((price) => isLasting(price) && price.period === "month"));
}

/** A year paid at once, for one account or seat, in dollars: by the row itself, or by the row it is also sold as. */
export function priceOfYear(row: Row, market: Market): { amount: Decimal; row: Row } | null {
  const twin = row.paidYearly === undefined ? undefined : market.row(row.paidYearly);
  for (const each of twin !== undefined && market.isSold(twin) ? [row, twin] : [row]) {
    const prices = [each.price, ...each.otherPrices].filter(isLasting);
    const bill = amountOf(prices.find((price) => price.period === "year"));
    const monthly = amountOf(prices.find((price) => price.period === "month_billed_yearly"));
    const amount = bill ?? monthly?.times(twelve) ?? null;
    if (amount !== null) return { amount, row: each };
  }
  return null;
}

/** The smallest first payment that a page names, in dollars; null where none does. */
export function smallestPayment(row: Row): Decimal | null {
  return amountOf(
    [row.price, ...row.otherPrices].find(
      (price) => price.period === "minimum_purchase" || price.kind === "minimum" || price.period === "package",
    ),
  );
}

/** A one-off, a first month or a struck-through figure never decides. */
function isLasting({ kind }: Price): boolean {
  return kind === "list" || kind === "renewal" || kind === "free";
}

function amountOf(price: Price | undefined): Decimal | null {
  return price === undefined || price.amount === null || price.currency !== currency ? null : decimal(price.amount);
}

/** Money to the cent. Rounded only here, when it leaves the purchase. */
export function cents(amount: Decimal): string {
  return amount.round(2, 1).toFixed(2);
}

export function centsBand({ low, expected, high }: Band): BandText {
  const rounded = bandText({ low, expected, high });
  return {
    low: cents(decimal(rounded.low)),
    expected: cents(decimal(rounded.expected)),
    high: cents(decimal(rounded.high)),
  };
}
