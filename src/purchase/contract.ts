import type { Row } from "#pricing";
import { exactly, one } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import { chosenOn, isNamed, type PurchaseContext, rowsOn } from "./context.ts";
import { messages } from "./messages.ts";
import { nextSteps } from "./next-steps.ts";
import { type Offer, offerOf } from "./offer.ts";
import { sortOut } from "./possible.ts";
import { currency, priceOfMonth, priceOfYear } from "./price.ts";
import type { Budget, Purchase } from "./purchase.ts";
import { purchaseOf } from "./put-together.ts";
import { quoteRequest } from "./quote-request.ts";
import { usersOf } from "./users.ts";

/** A contract: the vendor's own offer, or the person's written quote, with what public rows would cost as the floor. */
export function contractPurchase(context: PurchaseContext, budget: Budget, floor: Purchase): Purchase {
  const { situation } = context;
  const { possible, excluded } = sortOut(rowsOn("enterprise_contract", context), context);
  const row = contractRow(possible, floor, context);
  const contract = row === undefined ? undefined : contractOf(row, context);
  const quoted = contract !== undefined && contract.monthly !== null;
  const least = cheapest(floor, context);
  const found = purchaseOf({
    budget,
    kind: "quote",
    picks: contract === undefined ? [] : [contract],
    offers: contract === undefined ? [] : [contract],
    excluded,
    context,
    runnerUp: null,
    settledBy: "vendor",
    why: [
      ...(quoted ? [] : [messages.quoteNeeded]),
      ...(least === undefined ? [] : [messages.floor(least.product, decimal(least.monthly.expected))]),
    ],
    next: () =>
      quoted
        ? nextSteps.quoted(row ?? null, least?.product ?? null)
        : nextSteps.quote(row ?? null, quoteRequest(situation, usersOf(context)), least !== undefined),
  });
  return {
    ...found,
    // The floor is what is sold to everybody: never the contract's own price.
    candidates: floor.candidates,
    excluded: [...excluded, ...floor.excluded.filter((each) => excluded.every(({ row }) => row !== each.row))],
  };
}

function contractRow(possible: readonly Row[], floor: Purchase, context: PurchaseContext): Row | undefined {
  const { situation } = context;
  const chosen = chosenOn("enterprise_contract", context);
  const vendor = situation.vendors.size > 0 ? undefined : situation.market.row(floor.picks[0]?.row ?? "")?.vendor;
  return (
    possible.find((each) => chosen.includes(each)) ??
    possible.find((each) => (vendor === undefined ? isNamed(each, context) && hasFee(each) : each.vendor === vendor)) ??
    possible.find((each) => isNamed(each, context)) ??
    possible[0]
  );
}

/** A contract whose fee for a seat is published says at least something of its price. */
function hasFee(row: Row): boolean {
  return priceOfMonth(row) !== null;
}

/** The cheapest public row that can be bought by itself. */
function cheapest({ candidates }: Purchase, { situation }: PurchaseContext) {
  return candidates.flatMap(({ row, product, monthly, covers }) =>
    monthly === null || covers === "no" || situation.market.row(row)?.addOnTo !== undefined
      ? []
      : [{ product, monthly }],
  )[0];
}

function contractOf(row: Row, context: PurchaseContext): Offer {
  const { situation } = context;
  const quote = situation.answer("quote");
  const { all, expected } = usersOf(context);
  const fee = priceOfMonth(row);
  const why = fee === null || all === null ? [] : [messages.seatFee(all, fee.times(all))];
  const quoted = typeof quote === "object" ? yearOfQuote(quote, all ?? expected) : null;
  const base = { of: "contract" as const, annual: null, firstPayment: null };
  const agreed = typeof quote === "object" ? null : agreedMonth(row, all ?? expected, context);
  if (agreed !== null)
    return offerOf(row, one, situation, {
      ...base,
      monthly: exactly(agreed),
      annual: { amount: agreed.times("12"), row },
      why: [messages.ownPrice],
    });
  if (quoted === null)
    return offerOf(row, one, situation, {
      ...base,
      monthly: null,
      why: [...(typeof quote === "object" ? [messages.quoteUnread(quote)] : []), ...why],
    });
  return offerOf(row, one, situation, {
    ...base,
    quoted: true,
    monthly: exactly(quoted.div("12")),
    annual: { amount: quoted, row },
    why: [
      messages.quoteGiven,
      ...(all === null || all.eq("0") ? [] : [messages.quotedSeat(quoted.div("12").div(all))]),
      ...why,
    ],
  });
}

/**
 * What a contract costs in a month by a row that whoever runs the program has added; null where there is none. A price that
 * a page publishes for a contract is only where talks begin.
 */
function agreedMonth(row: Row, seats: Decimal, { situation }: PurchaseContext): Decimal | null {
  if (row.own !== true) return null;
  const month = priceOfMonth(row) ?? priceOfYear(row, situation.market)?.amount.div("12") ?? null;
  return month === null ? null : row.price.per === "seat" ? month.times(seats) : month;
}

/** The words by which people say what a quoted amount is for. Anything else is not reckoned with. */
const perSeat = /\b(seats?|users?|persons?|people|licen[cs]es?)\b/;
const perYear = /\b(years?|yearly|annum|annual(ly)?)\b|\bp\.?\s?a\b/;
const perMonth = /\b(months?|monthly)\b|\bp\.?\s?m\b/;

/**
 * A written quote as dollars a year, where its unit says for how long and for whom, or its term how long a total is for;
 * null where neither does.
 */
function yearOfQuote(
  quote: { amount: string; currency: string; unit: string; term: string },
  seats: Decimal,
): Decimal | null {
  if (quote.currency !== currency) return null;
  const words = quote.unit.toLowerCase().replaceAll("_", " ");
  // An amount that no seat costs is hardly for one: rather none than a sum a hundred times too large.
  if (perSeat.test(words) && decimal(quote.amount).gt(perYear.test(words) ? dearestSeat.times("12") : dearestSeat))
    return null;
  const total = perSeat.test(words) ? decimal(quote.amount).times(seats) : decimal(quote.amount);
  if (perYear.test(words)) return total;
  if (perMonth.test(words)) return total.times("12");
  const [, many, unit] = /(\d+)\s*-?\s*(months?|years?)\b/.exec(quote.term.toLowerCase()) ?? [];
  if (many === undefined || Number(many) === 0 || !wholeTerm.test(words)) return null;
  return unit?.startsWith("y") ? total.div(many) : total.times("12").div(many);
}

/** Dollars a month: ten times the dearest seat that is sold in public. */
const dearestSeat = decimal("1250");

/** Words for the whole of a contract, whose length its term says. */
const wholeTerm = /\b(total|contract|term|all|whole|deal|agreement)\b/;
