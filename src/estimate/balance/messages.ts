import type { Row } from "#pricing";
import { type Decimal, formatAmount, formatMoney } from "../../quantity/money.ts";

/** What an estimate of seats, prepaid balances, lots and flat plans takes for granted, and why a line has no price. */
export const messages = {
  beforeTax: "Before tax, and in US dollars.",
  twoBudgets: "Seats and usage are two budgets: ask who owns each.",
  firstToExpire: "The lot that expires first is drawn first.",
  evenUse: "What is used is used evenly over the months.",
  purchase: "The purchase",
  lives: ({ product }: Row, months: Decimal) =>
    `${product}: what is bought lives ${months.toFixed()} months, and no longer.`,
  noProduct: (field: string, id: string, nearest: string) =>
    `${field} "${id}" is no product in the catalogue. ${nearest}`,
  noPriceOfEarlier: "no price known for units bought earlier",
  noPriceOfSeat: ({ product }: Row) => `no price known for a seat of ${product}`,
  noGrantOfSeat: ({ product }: Row) => `no page says how much a seat of ${product} brings`,
  noPriceBeyond: ({ product }: Row) => `no price known for usage beyond the allowance of ${product}`,
  byTheYear: (year: Decimal, months: Decimal) =>
    `paid for a year at once, ${formatMoney({ amount: year, currency: "USD" })}: cheaper than by the month when the seats are used for ${months.toFixed()} months or more`,
  leastSeats: (count: number) => `it is sold for ${count} seats or more`,
  mostSeats: (count: number) => `it is sold for at most ${count} seats`,
} as const;

/** A flat plan beside the meter. */
export const flatWords = {
  /** The option of a line, in an estimate's data too. */
  meter: "meter, one use",
  noPrice: ({ product }: Row) => `no price known for ${product}`,
  noPriceKnown: ({ product }: Row) => `No price is known for ${product}.`,
  beyondCap: (even: Decimal, cap: Decimal) =>
    `It would take ${formatAmount(even)} uses a month to pay, and the plan ends at ${formatAmount(cap)}: a sum beyond the cap would be of uses nobody can have.`,
  pays: (even: Decimal, cap: Decimal) =>
    `From ${formatAmount(even)} uses a month on, up to ${formatAmount(cap)}, the plan costs no more than the meter.`,
  notForCustomers:
    "A person's plan does not cover what customers get: set against the meter it would look cheap for work it may not do.",
  notForPrograms:
    "A person's plan does not cover a program that runs unattended: set against the meter it would look cheap for work it may not do.",
} as const;
