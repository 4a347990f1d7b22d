import type { Row } from "#pricing";
import type { Situation } from "../advice/situation.ts";
import { one } from "../quantity/band.ts";
import type { Decimal } from "../quantity/money.ts";
import { decimal } from "../quantity/money.ts";
import { chosenOn, isNamed, type PurchaseContext, rowsOn, workOf } from "./context.ts";
import { contractPurchase } from "./contract.ts";
import { messages } from "./messages.ts";
import { nextSteps } from "./next-steps.ts";
import { inOrder, type Offer, offerOf } from "./offer.ts";
import { sortOut } from "./possible.ts";
import type { Excluded, Purchase } from "./purchase.ts";
import { purchaseOf } from "./put-together.ts";
import { usersOf } from "./users.ts";

/** Seats of a team: price times number, never fewer than the vendor sells, and never more than it does. */
export function seatsPurchase(context: PurchaseContext): Purchase {
  const { offers, excluded } = seatOffers(context);
  const pick = pickFrom(offers, context);
  const { all, expected } = usersOf(context);
  const found = purchaseOf({
    budget: "people",
    kind: "seats",
    picks: pick === undefined ? [] : [pick],
    offers,
    excluded,
    context,
    why: [
      ...(pick !== undefined && all !== null && expected.lt(all) ? messages.someOfAll(pick, expected, all) : []),
      ...(pick === undefined || isNamed(pick.row, context) ? [] : [messages.notSoldByNamed(pick.row)]),
    ],
    settledBy: "vendor",
    next: ({ row, count }, { annual }) => {
      const rest = all !== null && expected.lt(all) && count.lt(all) ? all.minus(count) : null;
      return nextSteps.seats(row, count, context.situation, annual?.saves ?? null, rest);
    },
  });
  // Too many people for every public row, or too few rows with a price: then sales is the next address.
  return found.picks.length > 0 ? found : contractPurchase(context, "people", found);
}

/** What workspaces cost for this many people, cheapest first, and which of them cannot be bought. */
export function seatOffers(context: PurchaseContext): { offers: Offer[]; excluded: Excluded[] } {
  const { possible, excluded } = sortOut(rowsOn("team_workspace", context), context);
  const { expected, told } = usersOf(context);
  const wanted = told ? expected : null;
  const offers = inOrder(
    possible
      .filter((row) => row.price.kind !== "free" && row.price.period !== "month_billed_yearly")
      .map((row) => seatsOf(row, wanted, context)),
  );
  return { offers, excluded };
}

function pickFrom(offers: readonly Offer[], context: PurchaseContext): Offer | undefined {
  const priced = offers.filter(
    ({ monthly, row }) => monthly !== null && (row.addOnTo === undefined || isChosen(row, context)),
  );
  const work = workOf(context);
  const named = work?.kind === "seats" ? work.product : undefined;
  const chosen = chosenOn("team_workspace", context);
  return (
    priced.find(({ row }) => row.id === named) ??
    priced.find(({ row }) =>
      chosen.some((each) => each === row || each.paidYearly === row.id || row.paidYearly === each.id),
    ) ??
    priced.find(({ row }) => isNamed(row, context)) ??
    priced[0]
  );
}

/** What is added to a plan is the pick only of who named its vendor: its price alone is not the whole. */
function isChosen(row: Row, { situation }: PurchaseContext): boolean {
  return situation.vendors.has(row.vendor);
}

function seatsOf(row: Row, wanted: Decimal | null, context: PurchaseContext): Offer {
  const fewest = row.seats?.min ? decimal(String(row.seats.min)) : one;
  const count = wanted === null || wanted.lt(fewest) ? fewest : wanted;
  const overage = overageOf(row, context);
  const needs = needLabels(context.situation);
  const offer = offerOf(row, count, context.situation, {
    covers: needs.length === 0 && row.addOnTo === undefined ? "yes" : "unknown",
    why: [
      ...(needs.length === 0 ? [] : [messages.needsUnread(needs)]),
      ...(wanted === null ? [messages.seatsNotGiven(count)] : []),
      ...(wanted !== null && count.gt(wanted) ? [messages.fewestSeats(count, wanted)] : []),
      ...(row.addOnTo === undefined ? [] : [messages.addOn(row.addOnTo)]),
    ],
  });
  if (overage === null || offer.monthly === null) return offer;
  const plus = (amount: Decimal) => amount.plus(overage);
  const { low, expected, high } = offer.monthly;
  return {
    ...offer,
    monthly: { low: plus(low), expected: plus(expected), high: plus(high) },
    covers: "yes",
    why: [...offer.why, messages.overage(overage)],
  };
}

/** What the team needs, by its names: no page is read so closely that it would say which product has it. */
function needLabels(situation: Situation): string[] {
  const { kind } = situation.checklist.questions.find(({ id }) => id === "team_needs") ?? {};
  const given = situation.answer("team_needs") ?? [];
  return kind?.type === "choices"
    ? kind.options.filter(({ id }) => id !== "none" && given.includes(id)).map(({ label }) => label)
    : [];
}

/** Dollars a month for what the told use needs beyond the seats' own units; null where none was told for this product. */
function overageOf(row: Row, context: PurchaseContext): Decimal | null {
  const work = workOf(context);
  const { estimate } = context.result;
  if (work?.kind !== "seats" || work.product !== row.id || estimate?.pool == null) return null;
  const { usd } = estimate.pool.pooledOverage;
  return usd === null || decimal(usd).eq("0") ? null : decimal(usd);
}
