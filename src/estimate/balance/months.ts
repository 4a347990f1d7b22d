import { addDays, addMonths, daysBetween, type PlainDate } from "#pricing";
import { zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";

/** Months from one day to a later one: whole ones, and the last in parts of its own length. Zero when it is not later. */
export function monthsBetween(from: PlainDate, to: PlainDate): Decimal {
  if (to <= from) return zero;
  const [years, months] = [
    Number(to.slice(0, 4)) - Number(from.slice(0, 4)),
    Number(to.slice(5, 7)) - Number(from.slice(5, 7)),
  ];
  const guess = years * 12 + months;
  const whole = addMonths(from, guess) <= to ? guess : guess - 1;
  const start = addMonths(from, whole);
  const rest = decimal(String(daysBetween(start, to))).div(decimal(String(lengthOf(from, whole))));
  return decimal(String(whole)).plus(rest).round(12);
}

/** The day so many months later; a part of a month is that part of its days, rounded down to a whole day. */
export function dayAfterMonths(from: PlainDate, months: Decimal): PlainDate {
  const whole = Number(months.round(0, 0).toFixed());
  // A trace of rounding must not take a day away: 15 months are 15 months.
  const days = months
    .minus(decimal(String(whole)))
    .times(decimal(String(lengthOf(from, whole))))
    .round(6)
    .round(0, 0);
  return addDays(addMonths(from, whole), Number(days.toFixed()));
}

function lengthOf(from: PlainDate, month: number): number {
  return daysBetween(addMonths(from, month), addMonths(from, month + 1));
}
