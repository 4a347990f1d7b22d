import { daysBetween } from "#pricing";
import { type Decimal, decimal, formatAmount } from "../quantity/money.ts";
import type { PurchaseContext } from "./context.ts";
import { dollars, messages } from "./messages.ts";
import type { Offer } from "./offer.ts";

/** Days of a month on average: what a balance lasts is said in days. */
const daysInMonth = decimal("30");

/**
 * What is said of the balance that somebody has already: how long it lasts at this use, and what of it would expire. Empty
 * where none was told, or where the use is not known in its unit.
 */
export function balanceLeft(offer: Offer, context: PurchaseContext): string[] {
  const { situation, result } = context;
  const left = situation.count("balance_left");
  if (left === undefined || left === 0) return [];
  const amount = decimal(String(left));
  const drain = result.estimate?.wallets.find(({ wallet }) => wallet === offer.row.id);
  const inDollars = offer.row.unit === "account_balance";
  const month = inDollars ? (offer.monthly?.expected ?? null) : drain === undefined ? null : decimal(drain.needed);
  if (month === null || month.lte("0")) return [];
  const words = (much: Decimal) =>
    inDollars ? dollars(much) : `${formatAmount(much.round(0, 1))} ${offer.row.unitName}`;
  const days = amount.times(daysInMonth).div(month).round(0, 0);
  const ends = situation.answer("expires_on");
  const until = ends === undefined ? null : decimal(String(Math.max(0, daysBetween(situation.market.asOf, ends))));
  const used = until === null ? amount : month.times(until).div(daysInMonth);
  return [
    messages.lasts(words(amount), formatAmount(until?.lt(days) ? until : days)),
    ...(ends !== undefined && used.lt(amount) ? [messages.expires(words(amount.minus(used)), ends)] : []),
  ];
}
