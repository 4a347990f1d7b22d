import type { Row } from "#pricing";
import { one } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import { flatOrMeter } from "./break-even.ts";
import { chosenOn, isNamed, outputsOf, type PurchaseContext, rowsOn } from "./context.ts";
import { mediaOffers } from "./media.ts";
import { messages } from "./messages.ts";
import { nextSteps } from "./next-steps.ts";
import { inOrder, nearestTo, type Offer, offerOf } from "./offer.ts";
import { sortOut } from "./possible.ts";
import type { Purchase } from "./purchase.ts";
import { purchaseOf } from "./put-together.ts";
import { seatOffers } from "./seats.ts";
import { usersOf } from "./users.ts";

/** Subscriptions of single persons: the chosen product, else the cheapest that does all of the work. */
export function subscriptionPurchase(context: PurchaseContext): Purchase {
  const { possible, excluded } = sortOut(rowsOn("app_subscription", context), context);
  const paid = possible.filter((row) => row.price.kind !== "free");
  const count = usersOf(context).expected;
  const offers = inOrder(mediaOffers(paid, context) ?? paid.map((row) => onePlan(row, context, count)));
  const picks = picksFrom(offers, context);
  const [pick] = picks;
  const workspace =
    count.gt("1") && pick !== undefined
      ? nearestTo({ ...pick, covers: "yes" }, seatOffers(context).offers, [pick])
      : undefined;
  const flat = pick === undefined ? undefined : flatOrMeter(pick.row, context);
  return purchaseOf({
    budget: "people",
    kind: "subscribe",
    picks,
    offers: workspace === undefined ? offers : inOrder([...offers, workspace]),
    excluded,
    context,
    ...(workspace === undefined ? {} : { runnerUp: workspace, runnerUpWhy: messages.companyOwns }),
    breakEven: flat?.breakEven ?? null,
    why: [...(flat === undefined ? [] : [flat.says]), ...spreadOf(offers, picks, context)],
    next: ({ row }, { annual }) => nextSteps.subscribe(row, count, annual?.saves ?? null, context.situation),
  });
}

/** A plan as people buy it: one for each of them, with room that vendors seldom publish. */
export function onePlan(row: Row, { situation }: PurchaseContext, count: Decimal = one): Offer {
  return offerOf(row, count, situation, {
    why: [messages.capacity],
  });
}

/** The chosen product where one was named, else the cheapest; where none makes everything, the cheapest for each output. */
function picksFrom(offers: readonly Offer[], context: PurchaseContext): Offer[] {
  const able = offers.filter(({ covers }) => covers !== "no");
  const own = able.filter(({ row }) => isNamed(row, context));
  const chosen = chosenOn("app_subscription", context);
  const pick =
    own.find(({ row }) => chosen.includes(row)) ??
    own.find(({ monthly }) => monthly !== null) ??
    able.find(({ monthly }) => monthly !== null);
  return pick === undefined ? perOutput(context) : [pick];
}

function perOutput(context: PurchaseContext): Offer[] {
  const rows = sortOut(rowsOn("app_subscription", context), context, "any_output").possible.filter(
    (row) => row.price.kind !== "free",
  );
  const picks: Offer[] = [];
  for (const output of outputsOf(context)) {
    if (picks.some(({ row }) => row.outputs.some((made) => made === output))) continue;
    const [best] = inOrder(
      rows.filter((row) => row.outputs.some((made) => made === output)).map((row) => onePlan(row, context)),
    );
    if (best?.monthly != null) picks.push(best);
  }
  return picks;
}

/** Where nothing says which does more, what tells them apart is said: the cheapest, and the one with most room. */
function spreadOf(offers: readonly Offer[], [pick]: readonly Offer[], context: PurchaseContext): string[] {
  if (pick === undefined || pick.covers !== "unknown" || pick.monthly === null) return [];
  const tiers = offers.filter(({ row, monthly }) => row.vendor === pick.row.vendor && monthly !== null);
  const roomiest = tiers.reduce<Offer>((best, each) => (isDearer(each, best) ? each : best), pick);
  const cheapest = offers.find(({ monthly }) => monthly !== null);
  return [
    ...(cheapest === undefined || cheapest === pick || !isNamed(pick.row, context)
      ? []
      : [messages.cheapest(cheapest)]),
    ...(roomiest === pick ? [] : [messages.roomiest(roomiest)]),
  ];
}

function isDearer(one: Offer, other: Offer): boolean {
  return one.monthly?.expected.gt(other.monthly?.expected ?? decimal("0")) === true;
}
