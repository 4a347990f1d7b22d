import { one } from "../quantity/band.ts";
import { decimal } from "../quantity/money.ts";
import { chosenOn, isNamed, type PurchaseContext, rowsOn } from "./context.ts";
import { mediaOffers } from "./media.ts";
import { messages } from "./messages.ts";
import { nextSteps } from "./next-steps.ts";
import { inOrder, offerOf } from "./offer.ts";
import { sortOut } from "./possible.ts";
import { smallestPayment } from "./price.ts";
import type { Purchase } from "./purchase.ts";
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
  const breakEven = context.result.estimate?.alternatives.find(
    ({ wallet, breakEven }) => wallet === pick?.row.id && breakEven !== null,
  )?.breakEven;
  const meter = offers.find(({ row }) => row.route === "api_meter" && row.vendor === pick?.row.vendor);
  return purchaseOf({
    budget: "program",
    kind: "package",
    picks: pick === undefined ? [] : [pick],
    offers,
    excluded,
    context,
    settledBy: "workload",
    breakEven:
      breakEven == null || pick === undefined || meter === undefined
        ? null
        : {
            flat: pick.row.id,
            meter: meter.row.id,
            at: { amount: breakEven.from, of: "attempt" },
            you: null,
            cheaper: null,
          },
    next: ({ row, count }) => nextSteps.package(row, count),
  });
}
