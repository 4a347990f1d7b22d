import { dollars, moneyColumns } from "../quantity/amounts.ts";
import type { BandText } from "../quantity/band.ts";
import { decimal } from "../quantity/money.ts";
import { chartMessages as words } from "./chart-messages.ts";

/** Dollars with their range, as short as they are true: `$1,500`, `about $13, from $8 to $19`. */
export function rangeWords(band: BandText): string {
  const [low, expected, high] = moneyColumns(band);
  return decimal(band.low).eq(decimal(band.high)) ? whole(expected) : words.about(expected, low, high);
}

/** One amount of dollars; below ten cents with two digits that say something. */
export function usdWords(amount: string): string {
  const exact = decimal(amount);
  return exact.gt("0") && exact.lt("0.1") ? `$${exact.prec(2).toFixed()}` : whole(dollars(amount));
}

function whole(text: string): string {
  return text.replace(/\.00$/, "");
}
