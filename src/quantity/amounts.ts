import type { BandText } from "./band.ts";
import { rangeWords } from "./messages.ts";
import { type Decimal, decimal, formatAmount, formatMoney } from "./money.ts";

/**
 * Money for a person, never with more digits than its range deserves: cents where it is exact, three digits where the
 * ends are within a tenth of each other, two where they are further apart. An amount below a cent keeps two digits.
 */
export function moneyWords({ low, expected, high }: BandText, currency = "USD"): string {
  const [from, about, to] = moneyColumns({ low, expected, high }, currency);
  return decimal(low).eq(decimal(high)) ? about : rangeWords(from, to, about);
}

/** Low, expected and high, each rounded as `moneyWords` does. */
export function moneyColumns({ low, expected, high }: BandText, currency = "USD"): [string, string, string] {
  const [least, middle, most] = [decimal(low), decimal(expected), decimal(high)];
  const digits = least.eq(most) ? undefined : most.lte(least.times("1.1")) ? 3 : 2;
  return [money(least, digits, currency), money(middle, digits, currency), money(most, digits, currency)];
}

/** Units for a person, rounded like money. */
export function unitWords(low: string, expected: string, high: string): string {
  const [least, middle, most] = [decimal(low), decimal(expected), decimal(high)];
  if (least.eq(most)) return formatAmount(middle.eq(middle.round(0)) ? middle : middle.prec(6));
  const digits = most.lte(least.times("1.1")) ? 3 : 2;
  const rounded = (amount: Decimal) => formatAmount(amount.prec(digits));
  return rangeWords(rounded(least), rounded(most), rounded(middle));
}

/** One amount of dollars, to `digits` or to the cent. */
export function dollars(amount: string, digits?: number): string {
  return money(decimal(amount), digits, "USD");
}

function money(amount: Decimal, digits: number | undefined, currency: string): string {
  const tiny = amount.abs().lt("0.01") && !amount.eq("0");
  if (tiny) return `${currency === "USD" ? "$" : `${currency} `}${amount.prec(2).toFixed()}`;
  const rounded = digits === undefined ? amount : amount.prec(digits);
  const whole = digits !== undefined && rounded.eq(rounded.round(0));
  const text = formatMoney({ amount: rounded, currency });
  return whole ? text.replace(/\.00$/, "") : text;
}
