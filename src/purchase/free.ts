import type { Row } from "#pricing";
import { one } from "../quantity/band.ts";
import { chosenOn, isNamed, outputsOf, type PurchaseContext, rowsOn } from "./context.ts";
import { messages } from "./messages.ts";
import { nextSteps } from "./next-steps.ts";
import { offerOf } from "./offer.ts";
import { sortOut } from "./possible.ts";
import type { Purchase } from "./purchase.ts";
import { purchaseOf } from "./put-together.ts";
import { subscriptionPurchase } from "./subscribe.ts";

/** So many free plans are named: one to use, and others for the day on which its limit is met. */
const mostFree = 3;

/** Nothing is bought yet: the free plans that do the work, the named vendor's first. Where none does, the cheapest paid one. */
export function freePurchase(context: PurchaseContext): Purchase {
  const { situation } = context;
  const { possible, excluded } = sortOut(rowsOn("app_subscription", context), context);
  const chosen = chosenOn("app_subscription", context);
  const rank = (row: Row) => (chosen.includes(row) ? 0 : isNamed(row, context) ? 1 : 2);
  const offers = possible
    .filter((row) => row.price.kind === "free")
    .sort((one, other) => rank(one) - rank(other))
    .map((row) =>
      offerOf(row, one, situation, {
        annual: null,
        covers: outputsOf(context).length > 0 ? "yes" : "unknown",
        why: [messages.free],
      }),
    );
  if (offers.length === 0) return subscriptionPurchase(context);
  const shown = offers.slice(0, mostFree);
  return purchaseOf({
    budget: "people",
    kind: "free",
    // Two or three to choose from, not to be had together: the first is the pick.
    picks: shown.slice(0, 1),
    offers,
    excluded,
    context,
    runnerUp: shown[1] ?? null,
    why: shown.map(({ row }) => messages.freeEnds(row)),
    next: () => nextSteps.free(shown.map(({ row }) => row)),
  });
}
