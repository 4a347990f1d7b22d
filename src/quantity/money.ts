import Big from "big.js";

// A float that slips in is a bug, not a rounding question.
Big.strict = true;

/** An exact decimal. Never a float: `Decimal` is made from strings only. */
export type Decimal = Big;

/** Reads a plain decimal such as `8.80`. Throws on anything else, exponents included: amounts come from checked data. */
export function decimal(text: string): Decimal {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`"${text}" is no decimal amount`);
  return new Big(text);
}

/** An amount of one currency. */
export type Money = { amount: Decimal; currency: string };

/** Money for a person: whole cents, rounded half up, with the currency's sign or code in front. Rounds only here. */
export function formatMoney({ amount, currency }: Money): string {
  const rounded = amount.round(2, Big.roundHalfUp);
  const [whole = "0", cents] = rounded.abs().toFixed(2).split(".");
  const sign = rounded.lt("0") ? "-" : "";
  return `${sign}${currency === "USD" ? "$" : `${currency} `}${grouped(whole)}.${cents}`;
}

/** An exact amount for a person, with separators and without trailing zeros. */
export function formatAmount(amount: Decimal): string {
  const [whole = "0", fraction] = amount.toFixed().split(".");
  return `${grouped(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A decimal as a program writes it into a file, exponents such as `1.5e-7` included. Undefined for anything else. */
export function writtenDecimal(text: string): Decimal | undefined {
  return /^-?\d{1,20}(\.\d{1,40})?(e[+-]?\d{1,2})?$/i.test(text) ? new Big(text) : undefined;
}
