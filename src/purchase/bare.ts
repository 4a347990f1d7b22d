import type { Row } from "#pricing";
import { one } from "../quantity/band.ts";
import type { PurchaseContext } from "./context.ts";
import { messages } from "./messages.ts";
import { type Offer, offerOf } from "./offer.ts";
import { smallestPayment } from "./price.ts";

/** A balance of which only the smallest payment is known. */
export function bare(row: Row, { situation }: PurchaseContext): Offer {
  return offerOf(row, one, situation, {
    of: "balance",
    monthly: null,
    annual: null,
    firstPayment: smallestPayment(row),
    why: [messages.noRateHere],
  });
}
