import type { Row } from "#pricing";
import type { Situation } from "../advice/situation.ts";
import { one, zero } from "../quantity/band.ts";
import type { Decimal } from "../quantity/money.ts";
import { decimal } from "../quantity/money.ts";
import { chosenOn, isNamed, type PurchaseContext, rowsOn, workOf } from "./context.ts";
import { contractPurchase } from "./contract.ts";
import { messages } from "./messages.ts";
import { nextSteps } from "./next-steps.ts";
import { inOrder, type Offer, offerOf } from "./offer.ts";
import { sortOut } from "./possible.ts";
import { priceOfMonth } from "./price.ts";
import type { Excluded, Purchase } from "./purchase.ts";
import { purchaseOf } from "./put-together.ts";
import { quoteRequest } from "./quote-request.ts";
import { usersOf } from "./users.ts";

/** Seats of a team: price times number, within what the vendor sells. */
export function seatsPurchase(context: PurchaseContext): Purchase {
  const { offers, excluded } = seatOffers(context);
  const own = offers.filter(({ row }) => isOfNamed(row.id, context));
  const tooMany = excluded.some(({ rule, row }) => rule === "PU-03" && isOfNamed(row, context));
  // Who named a vendor that sells workspaces is not sent to another one for want of a published price.
  const pick = pickFrom(tooMany || own.length > 0 ? own : offers, context);
  const { all } = usersOf(context);
  const found = purchaseOf({
    budget: "people",
    kind: "seats",
    picks: pick === undefined ? [] : [pick],
    offers,
    excluded,
    context,
    why: [
      ...(pick !== undefined && all !== null && pick.count.lt(all) ? messages.someOfAll(pick, pick.count, all) : []),
      ...(pick === undefined || isNamed(pick.row, context) ? [] : [messages.notSoldByNamed(pick.row)]),
    ],
    settledBy: "vendor",
    next: ({ row, count }, { annual }) => {
      const rest = all !== null && count.lt(all) ? all.minus(count) : null;
      const saves = annual?.saves ?? null;
      return nextSteps
        .seats(row, count, context.situation, { saves, rest, overage: overageOf(row, context) })
        .slice(0, 4);
    },
  });
  // Too many people for every public row, or too few rows with a price: then sales is the next address.
  if (found.picks.length > 0) return found;
  const unpriced = offers.find(({ row, covers }) => covers !== "no" && context.situation.vendors.has(row.vendor));
  return unpriced === undefined || tooMany
    ? contractPurchase(context, "people", found)
    : askFor(unpriced, pickFrom(offers, context) ?? null, found, context);
}

function isOfNamed(row: string, { situation }: PurchaseContext): boolean {
  return situation.vendors.has(situation.market.row(row)?.vendor ?? "");
}

/** A workspace whose price no page publishes: its vendor says it. */
function askFor(
  offer: Offer,
  others: Offer | null,
  { candidates, excluded }: Purchase,
  context: PurchaseContext,
): Purchase {
  const asked = purchaseOf({
    budget: "people",
    kind: "quote",
    picks: [offer],
    offers: [offer],
    excluded,
    context,
    runnerUp: others,
    why: [messages.noPrice],
    next: ({ row }) => nextSteps.quote(row, quoteRequest(context.situation, usersOf(context)), false),
  });
  return { ...asked, candidates };
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
  const needs = needLabels(context.situation);
  const month = priceOfMonth(row);
  const why = [
    ...(needs.length === 0 ? [] : [messages.needsUnread(needs)]),
    ...(wanted === null ? [messages.seatsNotGiven(count)] : []),
    ...(wanted !== null && count.gt(wanted) ? [messages.fewestSeats(count, wanted)] : []),
  ];
  if (row.addOnTo !== undefined) {
    // Its own price is not what it costs: that of the plan it needs is not known.
    const own = month === null ? [] : [messages.addOnPrice(month)];
    const open = { monthly: null, annual: null, firstPayment: null, covers: "unknown" as const };
    return offerOf(row, count, context.situation, { ...open, why: [messages.addOn(row.addOnTo), ...own, ...why] });
  }
  const used = poolOf(row, count, context);
  const offer = offerOf(row, count, context.situation, {
    // One price for everybody says nothing of how many that may be.
    covers: month === null || row.price.per === "account" || needs.length > 0 || used === "unknown" ? "unknown" : "yes",
    why: used === "unknown" ? [messages.otherUnits, ...why] : why,
  });
  if (used === "unknown" || offer.monthly === null || used.eq("0")) return offer;
  const plus = (amount: Decimal) => amount.plus(used);
  const { low, expected, high } = offer.monthly;
  return {
    ...offer,
    monthly: { low: plus(low), expected: plus(expected), high: plus(high) },
    beyond: used,
    why: [...offer.why, messages.overage(used)],
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

/** Dollars a month beyond what the pool of these seats includes, where its use was told; zero where none is needed. */
function overageOf(row: Row, context: PurchaseContext): Decimal | null {
  const used = poolOf(row, usersOf(context).expected, context);
  return used === "unknown" || used.eq("0") ? null : used;
}

/**
 * What the told use costs beyond the units that so many seats bring together; "unknown" where the use was told in the units
 * of another vendor, or extra units have no price. Units of one vendor and name are alike, those of two vendors never.
 */
function poolOf(row: Row, count: Decimal, context: PurchaseContext): Decimal | "unknown" {
  const work = workOf(context);
  if (work?.kind !== "seats") return zero;
  const told = context.situation.market.row(work.product);
  const grant = row.included.find(({ per, amount }) => per === "seat" && amount !== null);
  if (told?.vendor !== row.vendor || told.unitName !== row.unitName || grant?.amount == null) return "unknown";
  const need = work.usage.reduce((sum, { people, units }) => sum.plus(people.expected.times(units.expected)), zero);
  const short = need.minus(count.times(grant.amount));
  if (short.lte("0")) return zero;
  const { rate } = row.topUp;
  return rate === null ? "unknown" : short.times(rate.price).div(rate.gives);
}
