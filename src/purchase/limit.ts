import type { Row } from "#pricing";
import { addBands, exactly } from "../quantity/band.ts";
import { ceilDivide } from "../quantity/divide.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import { chosenOn, isNamed, type PurchaseContext, rowsOn } from "./context.ts";
import { mediaOffers } from "./media.ts";
import { evenCounts, messages } from "./messages.ts";
import { nextSteps } from "./next-steps.ts";
import { inOrder, type Offer, offerOf } from "./offer.ts";
import { sortOut } from "./possible.ts";
import { priceOfMonth } from "./price.ts";
import type { BreakEven, Excluded, Purchase } from "./purchase.ts";
import { purchaseOf } from "./put-together.ts";
import { onePlan } from "./subscribe.ts";
import { usersOf } from "./users.ts";

/** At a plan's limit: more of the same units at a published price, the next tier up, or a second product beside it. */
export function limitPurchase(context: PurchaseContext): Purchase {
  const { possible, excluded } = sortOut(rowsOn("app_subscription", context), context);
  const paid = possible.filter((row) => row.price.kind !== "free");
  const current = currentPlan(context, paid, excluded);
  const worked = mediaOffers(paid, context);
  const count = usersOf(context).expected;
  const planned = worked ?? paid.map((row) => onePlan(row, context, count));
  const tier = current === undefined ? undefined : nextTier(current, paid);
  const own = planned.filter(({ row }) => row.vendor === current?.vendor);
  const stay = current === undefined || worked !== undefined ? undefined : withTopUps(current, count, context);
  const up = planned.find(({ row }) => row === tier);
  const beside = planned
    .filter(({ row }) => row.vendor !== current?.vendor)
    .map((offer) => together(offer, current, count));
  const offers = inOrder(
    current === undefined || worked !== undefined
      ? planned
      : [
          ...own.filter(({ row }) => row !== current && isUp(row, current)),
          ...(stay === undefined ? [] : [stay]),
          ...beside,
        ],
  );
  const pick =
    worked === undefined
      ? (stay ?? up ?? offers.find(({ row }) => isNamed(row, context)) ?? offers[0])
      : (offers.find(({ row, monthly, covers }) => monthly !== null && covers !== "no" && isNamed(row, context)) ??
        offers[0]);
  const staying = pick !== undefined && pick.row === current;
  return purchaseOf({
    budget: "people",
    kind: staying ? "top_up" : "subscribe",
    picks: pick === undefined ? [] : [pick],
    offers,
    excluded,
    context,
    replaces: pick !== undefined && !staying && pick.row.vendor === current?.vendor ? current : undefined,
    ...(pick !== undefined && worked === undefined && stay === undefined
      ? {
          runnerUp: inOrder(beside.filter(isAsDear(current)))[0] ?? null,
          runnerUpWhy: current === undefined ? messages.nextPrice : messages.besideWhy(current),
        }
      : {}),
    ...(staying && worked === undefined ? { runnerUp: up ?? null } : {}),
    breakEven: current === undefined || tier === undefined ? null : tierOrTopUps(current, tier, context),
    why: [
      ...(current === undefined ? [messages.namePlan] : []),
      ...(current !== undefined && current.topUp.rate === null ? [messages.topUpUnpriced(current)] : []),
      ...(pick?.row === tier && current !== undefined && tier !== undefined ? moreThan(current, tier, count) : []),
    ],
    settledBy: "vendor",
    next: ({ row, monthly }, { annual }) => {
      const extra = monthly !== null && priceOfMonth(row)?.lt(monthly.expected) === true;
      if (current !== undefined && row === current) return nextSteps.buyMore(current);
      if (current !== undefined && row.vendor === current.vendor) return nextSteps.upgrade(row, current, extra);
      return nextSteps.subscribe(row, count, annual?.saves ?? null, context.situation);
    },
  });
}

/**
 * The plan whose limit is met: the dearest that was named, else the cheapest paid one of the only vendor named. One that
 * cannot do the work is not it.
 */
function currentPlan(context: PurchaseContext, paid: readonly Row[], excluded: readonly Excluded[]): Row | undefined {
  const priced = (rows: readonly Row[]) => rows.filter((row) => priceOfMonth(row) !== null);
  const chosen = chosenOn("app_subscription", context);
  const named = priced(chosen.filter(({ id }) => excluded.every(({ row }) => row !== id)));
  const dearest = named.reduce<Row | undefined>((best, row) => (best && !isUp(row, best) ? best : row), undefined);
  if (dearest !== undefined || context.situation.vendors.size !== 1) return dearest;
  const own = priced(paid.filter((row) => isNamed(row, context)));
  return own.reduce<Row | undefined>((best, row) => (best && !isUp(best, row) ? best : row), undefined);
}

/** Whether a plan costs more by the month than another. */
function isUp(row: Row, other: Row): boolean {
  return priceOfMonth(row)?.gt(priceOfMonth(other) ?? "0") === true;
}

function nextTier(current: Row, rows: readonly Row[]): Row | undefined {
  return rows
    .filter((row) => row.vendor === current.vendor && row.kind === current.kind && isUp(row, current))
    .reduce<Row | undefined>((best, row) => (best === undefined || isUp(best, row) ? row : best), undefined);
}

/** The plan as it is, and units by the piece: how many nobody told, so that a month has no figure yet. */
function withTopUps(current: Row, count: Decimal, { situation }: PurchaseContext): Offer | undefined {
  const { rate } = current.topUp;
  const month = priceOfMonth(current);
  if (rate === null || month === null) return undefined;
  return offerOf(current, count, situation, {
    monthly: null,
    annual: null,
    firstPayment: month.times(count),
    why: [messages.topUpRate(month, rate, current.unitName)],
  });
}

/** A second product is paid beside the first. */
function together(offer: Offer, current: Row | undefined, count: Decimal): Offer {
  const month = current === undefined ? null : priceOfMonth(current);
  if (current === undefined || month === null || offer.monthly === null) return offer;
  return {
    ...offer,
    monthly: addBands([offer.monthly, exactly(month.times(count))]),
    annual: null,
    beside: current,
    why: [messages.beside(current), ...offer.why],
  };
}

/** A second product that is sold for less than the plan in use is hardly room for what did not fit into it. */
function isAsDear(current: Row | undefined): (offer: Offer) => boolean {
  return ({ row }) => current === undefined || !isUp(current, row);
}

function moreThan(current: Row, tier: Row, count: Decimal): string[] {
  const [now, then] = [priceOfMonth(current), priceOfMonth(tier)];
  return now === null || then === null ? [] : [messages.upFrom(current, then.minus(now).times(count))];
}

/** From how many bought units a month on the next tier is cheaper than buying more. */
function tierOrTopUps(current: Row, tier: Row, { result }: PurchaseContext): BreakEven | null {
  const { rate } = current.topUp;
  const [now, then] = [priceOfMonth(current), priceOfMonth(tier)];
  if (rate === null || now === null || then === null) return null;
  const units = ceilDivide(then.minus(now).times(decimal(rate.gives)), decimal(rate.price));
  const at = { amount: units.toFixed(), of: evenCounts.bought(current.unitName) };
  const short = result.estimate?.wallets.find(({ wallet }) => wallet === current.id)?.short ?? null;
  const cheaper = short === null ? null : decimal(short).gte(units) ? tier.id : current.id;
  const prices = {
    flat: then.toFixed(),
    start: now.toFixed(),
    each: decimal(rate.price).div(rate.gives).toFixed(),
    of: `bought ${current.unitName}`,
    per: "month" as const,
    upTo: moreIncluded(current, tier),
  };
  return { flat: tier.id, meter: current.id, at, you: short, cheaper, prices };
}

/** How many units more the next tier brings each month; null where a page does not say it of both. */
function moreIncluded(current: Row, tier: Row): string | null {
  const [now, then] = [current, tier].map(({ included }) => included.find(({ amount }) => amount !== null)?.amount);
  return now == null || then == null || current.unitName !== tier.unitName
    ? null
    : decimal(then).minus(decimal(now)).toFixed();
}
