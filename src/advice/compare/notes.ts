import type { Row } from "#pricing";
import type { Market } from "../../market/market.ts";
import type { BandText } from "../../quantity/band.ts";
import { decimal } from "../../quantity/money.ts";
import { messages } from "./messages.ts";

/** What whoever buys this row for this much a month has to know beside the price. */
export function notesOn(row: Row, usd: BandText, { asOf }: Pick<Market, "asOf">): string[] {
  const { price, seats, kind } = row;
  const total = decimal(usd.expected);
  const least = seats?.min ?? 1;
  const isMore = kind === "plan" && price.amount !== null && total.gt(decimal(price.amount));
  const smallest = [price, ...row.otherPrices].find((each) => each.kind === "minimum")?.amount ?? null;
  return [
    ...(price.period === "month_billed_yearly" ? [messages.billedYearly] : []),
    ...(price.per === "seat" && least > 1 ? [messages.leastSeats(least)] : []),
    ...(isMore ? [messages.withMoreUnits] : []),
    ...(kind === "package" && price.amount === null ? [messages.packSizes] : []),
    ...(smallest !== null && decimal(smallest).gt(total) ? [messages.smallestTopUp(smallest)] : []),
    ...(row.until !== null && row.until >= asOf ? [messages.priceEnds(row.until)] : []),
  ];
}
