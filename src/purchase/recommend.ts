import type { RateBook } from "#pricing";
import { type Advisor, resultOf } from "../advice/advise.ts";
import type { Result } from "../advice/result.ts";
import type { Situation } from "../advice/situation.ts";
import { apiPurchase } from "./api.ts";
import { type BudgetOnRoute, budgetsOf, outputsOf, type PurchaseContext } from "./context.ts";
import { contractPurchase } from "./contract.ts";
import { freePurchase } from "./free.ts";
import { limitPurchase } from "./limit.ts";
import { messages } from "./messages.ts";
import { packagePurchase } from "./package.ts";
import type { Purchase } from "./purchase.ts";
import { purchaseOf } from "./put-together.ts";
import { seatsPurchase } from "./seats.ts";
import { subscriptionPurchase } from "./subscribe.ts";
import { toSettle } from "./to-settle.ts";

/**
 * A recommendation with what to buy for each of its budgets. `toSettle`: the rules among its findings that stand against
 * buying that, the gravest first.
 */
export type Recommendation = Result & { purchases: Purchase[]; toSettle: string[] };

/** The recommendation for a situation, with what to buy. Pure. Its money takes a while: it is not asked for on every page. */
export function recommend(advisor: Advisor, situation: Situation): Recommendation {
  return withPurchases(advisor, situation, resultOf(advisor, situation));
}

type Bought = Pick<Recommendation, "purchases" | "toSettle">;
const known = new WeakMap<Situation, { rates: RateBook; bought: Bought }>();

/**
 * A recommendation that is there already, with what to buy. A result is shown, named and posted from one situation: what was
 * found for it is kept with it. Only a memory: it never changes a purchase.
 */
export function withPurchases({ rates }: Advisor, situation: Situation, result: Result): Recommendation {
  const kept = known.get(situation);
  if (kept?.rates === rates) return { ...result, ...kept.bought };
  const purchases = purchasesOf(situation, result, rates);
  const bought = { purchases, toSettle: toSettle(situation, result, purchases) };
  known.set(situation, { rates, bought });
  return { ...result, ...bought };
}

/** What to buy on the routes that were found, one purchase a budget, in the order of the routes. Pure. */
function purchasesOf(situation: Situation, result: Result, rates: RateBook): Purchase[] {
  const context = { situation, result, rates };
  const budgets = budgetsOf(context);
  if (budgets.length === 0) return [undecided(context)];
  return budgets.map((each) => {
    const open = onRoute(each, context);
    return each.contract && open.settledBy !== "output" ? contractPurchase(context, each.budget, open) : open;
  });
}

function onRoute({ budget, route }: BudgetOnRoute, context: PurchaseContext): Purchase {
  // Nothing is known of what has to come out, and nothing was named: any product would be a guess.
  if (outputsOf(context).length === 0 && context.situation.vendors.size === 0) return withoutOutput(budget, context);
  switch (route) {
    case "stay_free":
      return freePurchase(context);
    case "app_subscription":
      return context.situation.answer("intensity") === "hits_limit"
        ? limitPurchase(context)
        : subscriptionPurchase(context);
    case "team_workspace":
      return teamPurchase(context);
    case "prepaid_credits":
      return budget === "program" ? apiPurchase(context, true) : limitPurchase(context);
    case "usage_package":
      return packagePurchase(context);
    case "api_meter":
      return apiPurchase(context, false);
    case "enterprise_contract":
      return undecided(context);
  }
}

/** A workspace; for a team that is smaller than any that is sold, subscriptions of single persons. */
function teamPurchase(context: PurchaseContext): Purchase {
  const seats = seatsPurchase(context);
  const tooSmall = seats.kind !== "seats" && seats.excluded.some(({ rule }) => rule === "PU-12");
  if (!tooSmall) return seats;
  const single = subscriptionPurchase(context);
  return {
    ...single,
    excluded: [
      ...seats.excluded,
      ...single.excluded.filter((each) => seats.excluded.every(({ row }) => row !== each.row)),
    ],
    why: [messages.noTeamThatSmall, ...single.why],
  };
}

function withoutOutput(budget: Purchase["budget"], context: PurchaseContext): Purchase {
  const nothing = { kind: "none" as const, picks: [], offers: [], excluded: [], settledBy: "output" as const };
  return purchaseOf({ ...nothing, budget, context, next: () => [] });
}

function undecided(context: PurchaseContext): Purchase {
  return purchaseOf({
    budget: "people",
    kind: "none",
    picks: [],
    offers: [],
    excluded: [],
    context,
    settledBy: "job",
    next: () => [],
  });
}
