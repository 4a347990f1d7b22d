import type { Row } from "#pricing";
import type { QuestionId } from "../checklist/ids.ts";
import { addBands, type Band } from "../quantity/band.ts";
import { balanceLeft } from "./balance-left.ts";
import type { PurchaseContext } from "./context.ts";
import { messages, openText } from "./messages.ts";
import { candidateOf, inOrder, isShaky, nearestTo, type Offer, pickOf, runnerUpOf } from "./offer.ts";
import { namedFor, passedOver } from "./possible.ts";
import { centsBand } from "./price.ts";
import {
  type BreakEven,
  type Budget,
  type Excluded,
  mostCandidates,
  type NextStep,
  type Pick,
  type Purchase,
  type PurchaseKind,
} from "./purchase.ts";

/** What a kind of purchase found, to be told in the one form that all of them have. */
type Found = {
  budget: Budget;
  kind: PurchaseKind;
  /** The plan that is changed into the pick. */
  replaces?: Row | undefined;
  /** What is bought together; none where nothing can be named. */
  picks: readonly Offer[];
  /** All that was considered, in order, the picks among them. */
  offers: readonly Offer[];
  excluded: readonly Excluded[];
  context: PurchaseContext;
  next: (offer: Offer, pick: Pick) => NextStep[];
  /** The offer to name as the next best; the first other one unless given. Null: none. */
  runnerUp?: Offer | null;
  /** Why it is only the next best, where its price does not say it. */
  runnerUpWhy?: string;
  breakEven?: BreakEven | null;
  why?: readonly string[];
  /** Which answer would settle it, where nothing is picked. */
  settledBy?: QuestionId;
};

export function purchaseOf(given: Found): Purchase {
  // What does a part of the work is bought for that part, though it cannot do all of it.
  const picked = new Set(given.picks.map(({ row }) => row.id));
  const found = { ...given, excluded: given.excluded.filter(({ row }) => !picked.has(row)) };
  const { budget, kind, offers, excluded, context } = found;
  const { situation } = context;
  const named = namedFor(budget, context);
  const [first] = found.picks;
  const candidates = withPicks(offers, found.picks, named, situation.vendors).map(candidateOf);
  const told = new Set(
    [...candidates, ...excluded, ...found.picks.map(({ row }) => ({ row: row.id }))].map(({ row }) => row),
  );
  const fallen = [...excluded, ...passedOver(told, named)];
  if (first === undefined) return nothing({ ...found, excluded: fallen }, candidates);
  const picks = found.picks.map((offer) => pickOf(offer, situation));
  const other = found.runnerUp === undefined ? nearestTo(first, offers, found.picks) : (found.runnerUp ?? undefined);
  return {
    budget,
    kind,
    replaces: found.replaces?.id ?? null,
    picks,
    monthly: together(found.picks),
    runnerUp: other === undefined ? null : runnerUpOf(other, first, found.runnerUpWhy ?? whyNext(other, first)),
    candidates,
    excluded: fallen,
    breakEven: found.breakEven ?? null,
    next: found.next(first, picks[0] as Pick),
    why: [
      ...reasons(found, first, context),
      ...balanceLeft(first, context),
      ...(found.why ?? []),
      ...first.why,
      ...atHighNeed(first, offers),
      ...found.picks.flatMap((offer) => shaky(offer, context)),
      ...found.picks.flatMap(({ annual }) => shakyYear(annual, context)),
    ],
    settledBy: null,
  };
}

/**
 * As many as are told, in order; a pick with its other models, what was named, and the first of each named vendor are among
 * them however far down.
 */
function withPicks(
  offers: readonly Offer[],
  picks: readonly Offer[],
  named: readonly Row[],
  vendors: ReadonlySet<string>,
): Offer[] {
  const firsts = [...vendors].flatMap((vendor) => offers.find(({ row }) => row.vendor === vendor) ?? []);
  const own = offers
    .filter(
      (offer) => named.includes(offer.row) || firsts.includes(offer) || picks.some((pick) => pick.row === offer.row),
    )
    .slice(0, mostCandidates);
  const others = offers.filter((offer) => !own.includes(offer)).slice(0, mostCandidates - own.length);
  return offers.filter((offer) => own.includes(offer) || others.includes(offer));
}

function nothing(found: Found, candidates: Purchase["candidates"]): Purchase {
  const question = found.settledBy ?? "vendor";
  return {
    budget: found.budget,
    kind: "none",
    replaces: null,
    picks: [],
    monthly: null,
    runnerUp: null,
    candidates,
    excluded: [...found.excluded],
    breakEven: null,
    next: [{ text: openText(question), url: null }],
    why: [openText(question)],
    settledBy: question,
  };
}

function together(picks: readonly Offer[]): Purchase["monthly"] {
  const priced = picks.flatMap(({ monthly }): Band[] => (monthly === null ? [] : [monthly]));
  return priced.length < picks.length || priced.length === 0 ? null : centsBand(addBands(priced));
}

function whyNext(other: Offer, pick: Offer): string {
  if (other.monthly === null) return other.why.join(" ") || messages.noPrice;
  if (pick.monthly === null) return messages.fixedPrice;
  const gap = other.monthly.expected.cmp(pick.monthly.expected);
  if (other.row === pick.row) return gap < 0 ? messages.lighterModel : messages.strongerModel;
  if (other.covers === "unknown" && pick.covers === "yes") return other.why[0] ?? messages.notConfirmed;
  if (gap === 0) return other.model === null ? messages.samePrice : messages.samePriceForWork;
  return gap > 0 ? messages.nextPrice : messages.cheaperNotPicked;
}

/** Why this one: it was named, or it is the cheapest of those that were, or of all. What was named and fell comes first. */
function reasons({ kind, excluded, offers }: Found, pick: Offer, { situation }: PurchaseContext): string[] {
  const { chosenRows, vendors, market } = situation;
  const fell = excluded.filter(({ row }) => chosenRows.some(({ id }) => id === row)).map(({ why }) => why);
  if (kind === "quote") return fell;
  if (kind === "free" || kind === "none") return [];
  if (chosenRows.includes(pick.row)) return [messages.named];
  const rivals = vendors.has(pick.row.vendor) ? offers.filter(({ row }) => row.vendor === pick.row.vendor) : offers;
  const isCheapest = inOrder(rivals)[0] === pick;
  if (!isCheapest) return fell;
  return [
    ...fell,
    vendors.has(pick.row.vendor)
      ? messages.cheapestOfVendor(market.vendorName(pick.row.vendor))
      : pick.covers === "unknown"
        ? messages.cheapestMaybe
        : messages.cheapestOfAll,
  ];
}

/** Where the high end of a range would be cheaper on another product, it is said. */
function atHighNeed(pick: Offer, offers: readonly Offer[]): string[] {
  const { monthly } = pick;
  if (monthly === null || monthly.low.eq(monthly.high)) return [];
  const high = ({ monthly: other }: Offer) => other?.high ?? null;
  const cheaper = offers
    .filter((offer) => offer.covers === "yes" && offer.row !== pick.row && offer.row.vendor === pick.row.vendor)
    .filter((offer) => high(offer)?.lt(monthly.high) === true && offer.monthly?.expected.gt(monthly.expected) === true)
    .sort((one, other) => high(one)?.cmp(high(other) ?? "0") ?? 0)[0];
  return cheaper === undefined ? [] : [messages.highNeed(cheaper)];
}

function shakyYear(annual: Offer["annual"], { situation }: PurchaseContext): string[] {
  return annual === null || !situation.market.isStale(annual.row)
    ? []
    : [messages.yearlyStale(annual.row.source.readOn)];
}

/** What a price rests on, where that is less than a fresh page of the vendor. */
function shaky(offer: Offer, { situation }: PurchaseContext): string[] {
  if (!isShaky(offer, situation)) return [];
  const { row } = offer;
  return [
    ...(offer.rate !== undefined || situation.market.isStale(row)
      ? [messages.stale(offer.rate?.readOn ?? row.source.readOn)]
      : []),
    ...(offer.rate === undefined && row.source.evidence === "third_party" ? [messages.thirdParty] : []),
    ...(row.seats?.conflict == null ? [] : [row.seats.conflict]),
  ];
}
