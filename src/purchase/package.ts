import { one } from "../quantity/band.ts";
import { ceilDivide } from "../quantity/divide.ts";
import { decimal } from "../quantity/money.ts";
import { chosenOn, isNamed, type PurchaseContext, rowsOn } from "./context.ts";
import { mediaOffers } from "./media.ts";
import { evenCounts, messages } from "./messages.ts";
import { nextSteps } from "./next-steps.ts";
import { inOrder, type Offer, offerOf } from "./offer.ts";
import { sortOut } from "./possible.ts";
import { smallestPayment } from "./price.ts";
import type { BreakEven, Purchase } from "./purchase.ts";
import { purchaseOf } from "./put-together.ts";

/** Prepaid units for steady work, beside the meter of the same vendors. */
export function packagePurchase(context: PurchaseContext): Purchase {
  const { situation } = context;
  const { possible, excluded } = sortOut(
    [...rowsOn("usage_package", context), ...rowsOn("api_meter", context)],
    context,
  );
  const offers = inOrder(
    mediaOffers(possible, context) ??
      possible
        .filter(({ route }) => route === "usage_package")
        .map((row) =>
          offerOf(row, one, situation, {
            of: "package",
            monthly: null,
            firstPayment: smallestPayment(row),
            why: [messages.noWork],
          }),
        ),
  );
  const chosen = chosenOn("usage_package", context);
  const packages = offers.filter(({ row }) => row.route === "usage_package" && isNamed(row, context));
  const bySize = [...packages].sort((left, right) =>
    (left.firstPayment ?? decimal("0")).cmp(right.firstPayment ?? decimal("0")),
  );
  const pick =
    packages.find(({ row }) => chosen.includes(row)) ??
    packages.find(({ monthly, covers }) => monthly !== null && covers !== "no") ??
    bySize.find(({ firstPayment }) => firstPayment !== null);
  return purchaseOf({
    budget: "program",
    kind: "package",
    picks: pick === undefined ? [] : [pick],
    offers,
    excluded,
    context,
    settledBy: "workload",
    breakEven: pick === undefined ? null : packageOrMeter(pick, offers),
    next: ({ row, count }) => nextSteps.package(row, count),
  });
}

/** From how many finished pieces a month on one package costs less than the same vendor's meter. */
function packageOrMeter(pick: Offer, offers: readonly Offer[]): BreakEven | null {
  const price = smallestPayment(pick.row);
  const meter = offers.find(
    ({ row, perAccepted }) => row.route === "api_meter" && row.vendor === pick.row.vendor && perAccepted !== null,
  );
  if (price === null || meter?.perAccepted == null || decimal(meter.perAccepted).lte("0")) return null;
  const at = { amount: ceilDivide(price, decimal(meter.perAccepted)).toFixed(), of: evenCounts.piece };
  const prices = {
    flat: price.toFixed(),
    start: "0",
    each: meter.perAccepted,
    of: "finished pieces",
    per: "month" as const,
    upTo: null,
  };
  return { flat: pick.row.id, meter: meter.row.id, at, you: null, cheaper: null, prices };
}
