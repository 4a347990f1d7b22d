import { moneyWords, unitWords } from "../quantity/amounts.ts";
import { bandText } from "../quantity/band.ts";
import { type Decimal, decimal, formatAmount, formatMoney } from "../quantity/money.ts";
import type { Loss } from "../team/burn-down.ts";
import type { Holding } from "../team/holding.ts";
import { monthOf, rateOf } from "../team/use.ts";
import { balanceMessages as words } from "./balance-messages.ts";

type Unit = Pick<Holding, "unit">;

/** Three capital letters are a currency; anything else is a vendor's word for its units. */
function isCurrency({ unit }: Unit): boolean {
  return /^[A-Z]{3}$/.test(unit);
}

/** An exact amount of what is held: `$620`, `1,200 credits`. */
export function heldWords(amount: Decimal, { unit }: Unit): string {
  if (!isCurrency({ unit })) return `${formatAmount(amount.round(2))} ${unit}`;
  return formatMoney({ amount, currency: unit }).replace(/\.00$/, "");
}

/** An amount that rests on how fast is used: no more digits than that deserves. */
export function roughWords(amount: Decimal, { unit }: Unit): string {
  const rough = amount.gte("10") ? amount.prec(Math.max(2, String(amount.round(0, 0).toFixed()).length - 1)) : amount;
  return heldWords(rough.round(2), { unit });
}

/** What is used in a month; null where it is not known. */
export function monthWords({ use, unit }: Pick<Holding, "use" | "unit">): string | null {
  if (use === null) return null;
  const { low, expected, high } = bandText(monthOf(rateOf(use)));
  if (isCurrency({ unit })) return moneyWords({ low, expected, high }, unit).replace(/\.00$/, "");
  return `${unitWords(low, expected, high)} ${unit}`;
}

/** How much will have expired, all lots of that day together. */
export function lossWords(losses: readonly Pick<Loss, "low" | "expected" | "high">[], holding: Holding): string {
  const sum = (end: "low" | "expected" | "high") => losses.reduce((all, each) => all.plus(each[end]), decimal("0"));
  const [expected, high] = [sum("expected"), sum("high")];
  if (holding.use === null) return heldWords(high, holding);
  return expected.gt("0") ? words.about(roughWords(expected, holding)) : words.upTo(roughWords(high, holding));
}

/** Seats in a sentence. */
export function seatsWords({ held, unit }: Holding): string {
  if (held.kind !== "seats") return "";
  const count = formatAmount(decimal(String(held.count)));
  return held.price === null
    ? words.seats(count)
    : words.seatsFor(count, heldWords(decimal(held.price), { unit }), held.per);
}
