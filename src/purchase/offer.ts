import type { PlainDate, Row } from "#pricing";
import type { Situation } from "../advice/situation.ts";
import { type Band, exactly, one, zero } from "../quantity/band.ts";
import type { Decimal } from "../quantity/money.ts";
import { cents, centsBand, currency, priceOfMonth, priceOfYear } from "./price.ts";
import type { Candidate, Pick, RunnerUp } from "./purchase.ts";

/** One product in the number that would be bought, with what it costs for the work in question. */
export type Offer = {
  row: Row;
  model: string | null;
  count: Decimal;
  of: Pick["quantity"]["of"];
  /** Dollars a month for all of them; null where no price is published. */
  monthly: Band | null;
  annual: { amount: Decimal; row: Row } | null;
  firstPayment: Decimal | null;
  perAccepted: string | null;
  covers: Candidate["covers"];
  /** Where the money was read, where it is not the row's own price: the rates of a model. */
  rate?: { readOn: PlainDate; stale: boolean; own?: true | undefined };
  /** How many of these dollars are for use beyond what the plan or its seats include; left out where none are. */
  beyond?: Decimal;
  /** The money is the written quote of whoever asks. */
  quoted?: true;
  /** What is kept and paid beside it. */
  beside?: Row;
  /** What tells it from another offer of the same model: a quality, a size. */
  form?: string;
  why: string[];
};

/** So many seats or accounts of a row, at its price by the month. */
export function offerOf(row: Row, count: Decimal, { market }: Situation, more: Partial<Offer> = {}): Offer {
  const month = row.price.kind === "free" ? zero : priceOfMonth(row);
  const year = priceOfYear(row, market);
  // Some workspaces have one price for all of their people.
  const times = row.route === "team_workspace" && row.price.per === "account" ? one : count;
  const monthly = month === null ? null : exactly(month.times(times));
  return {
    row,
    model: null,
    count,
    of: row.kind === "seat" ? "seat" : "account",
    monthly:
      monthly ?? (year === null || row.price.kind === "free" ? null : exactly(year.amount.times(times).div("12"))),
    annual: year === null ? null : { amount: year.amount.times(times), row: year.row },
    firstPayment: monthly?.expected ?? year?.amount.times(times) ?? null,
    perAccepted: null,
    covers: "unknown",
    why: [],
    ...more,
  };
}

/**
 * In the order of dollars for the same work: what is known to fit first, what is not known to after it, what cannot do it,
 * and what has no price last. An unknown property is never the cheapest. Of equals the catalogue's order holds.
 */
export function inOrder(offers: readonly Offer[]): Offer[] {
  const places = { yes: 0, unknown: 1, no: 2 } as const;
  const place = ({ monthly, covers }: Offer) => (monthly === null ? 3 : places[covers]);
  return offers
    .map((offer, at) => ({ offer, at }))
    .sort((one, other) => {
      const [left, right] = [one.offer, other.offer];
      if (place(left) !== place(right)) return place(left) - place(right);
      if (left.monthly === null || right.monthly === null) return one.at - other.at;
      return left.monthly.expected.cmp(right.monthly.expected) || one.at - other.at;
    })
    .map(({ offer }) => offer);
}

/**
 * Of the others the one whose month is nearest to the pick's, the first of equals, those first that fit as surely; where no
 * month is known, the next in order. Undefined where there is none.
 */
export function nearestTo(pick: Offer, offers: readonly Offer[], picks: readonly Offer[]): Offer | undefined {
  const able = offers.filter(
    (offer) => offer.covers !== "no" && picks.every(({ row, model }) => row !== offer.row || model !== offer.model),
  );
  const sure = able.filter(({ covers, monthly }) => covers === "yes" && monthly !== null);
  const others = pick.covers === "yes" && sure.length > 0 ? sure : able;
  const month = pick.monthly?.expected;
  if (month === undefined) return others.find(({ row }) => row !== pick.row) ?? others[0];
  return others.reduce<Offer | undefined>((best, each) => {
    if (each.monthly === null) return best;
    if (best?.monthly == null) return each;
    const far = (offer: Band) => offer.expected.minus(month).abs();
    return far(each.monthly).lt(far(best.monthly)) ? each : best;
  }, undefined);
}

/** Whether a price rests on a page that has to be read again, on a third party, or on a contradiction. */
export function isShaky({ row, rate, of, monthly }: Offer, { market }: Situation): boolean {
  // A contract that somebody has quoted rests on the quote.
  if (of === "contract" && monthly !== null) return false;
  if (rate !== undefined) return rate.stale;
  return market.isStale(row) || row.source.evidence === "third_party" || row.seats?.conflict != null;
}

export function pickOf(offer: Offer, situation: Situation): Pick {
  const { row, count, of, monthly, annual, firstPayment, beyond } = offer;
  const saves = annual === null || monthly === null ? zero : monthly.expected.times("12").minus(annual.amount);
  const told = annual !== null && (saves.gt("0") || of === "contract");
  return {
    row: row.id,
    product: row.product,
    model: modelOf(offer),
    quantity: { count: count.toFixed(), of },
    monthly: monthly === null ? null : centsBand(monthly),
    annual:
      told && annual !== null
        ? {
            amount: cents(annual.amount),
            row: annual.row.id,
            saves: cents(of === "contract" ? zero : saves),
            lastPaymentBack: null,
          }
        : null,
    firstPayment: firstPayment === null ? null : cents(firstPayment),
    currency,
    ...(beyond === undefined ? {} : { beyond: cents(beyond) }),
    stale: isShaky(offer, situation),
    ...whose(offer),
  };
}

/** Whose figure the money is. A written quote that was typed is told as a quote. */
function whose({ row, rate, quoted }: Offer): { own?: true } {
  if (quoted === true) return {};
  return (rate ?? row).own === true ? { own: true } : {};
}

export function candidateOf(offer: Offer): Candidate {
  const { row, monthly, perAccepted, covers, beside, why } = offer;
  return {
    row: row.id,
    product: row.product,
    model: modelOf(offer),
    monthly: monthly === null ? null : centsBand(monthly),
    perAccepted,
    covers,
    ...(beside === undefined ? {} : { beside: beside.id }),
    why: why.join(" "),
    ...whose(offer),
  };
}

export function runnerUpOf(offer: Offer, pick: Offer, why: string): RunnerUp {
  return {
    row: offer.row.id,
    product: offer.row.product,
    model: modelOf(offer),
    monthly: offer.monthly === null ? null : centsBand(offer.monthly),
    gap:
      offer.monthly === null || pick.monthly === null
        ? null
        : cents(offer.monthly.expected.minus(pick.monthly.expected)),
    ...yearOf(offer),
    why,
    ...whose(offer),
  };
}

/** What a year costs that is paid at once, where that is less than twelve months. */
function yearOf({ annual, monthly }: Offer): { year?: string } {
  if (annual === null || monthly === null || annual.amount.gte(monthly.expected.times("12"))) return {};
  return { year: cents(annual.amount) };
}

function modelOf({ model, form }: Offer): string | null {
  return model === null || form === undefined ? model : `${model}, ${form}`;
}
