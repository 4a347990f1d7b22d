import type { Row } from "#pricing";
import { contextOf } from "../advice/estimated.ts";
import { modelRef } from "../estimate/context.ts";
import { type MeasuredWork, measuredMonth } from "../estimate/measured/month.ts";
import { one } from "../quantity/band.ts";
import { bare } from "./bare.ts";
import type { PurchaseContext } from "./context.ts";
import { firstTopUp } from "./first-top-up.ts";
import { messages } from "./messages.ts";
import { type Offer, offerOf } from "./offer.ts";

/** A balance with a month of what was measured of its vendor's models. It covers the work where nobody else's were used. */
export function measuredOn(row: Row, work: MeasuredWork, context: PurchaseContext): Offer {
  const models = work.models.filter(({ model }) => modelRef(model).vendor === row.vendor);
  const month =
    models.length === 0 ? null : measuredMonth({ ...work, models }, contextOf(context.rates, context.situation));
  if (month === null) return bare(row, context);
  return offerOf(row, one, context.situation, {
    of: "balance",
    monthly: month,
    annual: null,
    firstPayment: firstTopUp(row, month),
    covers: models.length === work.models.length ? "yes" : "unknown",
    why: [messages.asMeasured],
  });
}
