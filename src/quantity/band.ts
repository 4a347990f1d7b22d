import { type Decimal, decimal } from "./money.ts";

/** An amount that is not known exactly. `low <= expected <= high`; all three are equal for an exact one. */
export type Band = { low: Decimal; expected: Decimal; high: Decimal };

export const zero = decimal("0");
export const one = decimal("1");

export function exactly(amount: Decimal): Band {
  return { low: amount, expected: amount, high: amount };
}

export function isRange(band: Band): boolean {
  return !band.low.eq(band.high);
}

/** A band as decimal strings: how amounts leave the core. */
export type BandText = { low: string; expected: string; high: string };

export function bandText({ low, expected, high }: Band): BandText {
  return { low: low.toFixed(), expected: expected.toFixed(), high: high.toFixed() };
}

/** The three amounts brought into order around the expected one. */
export function ordered(one: Decimal, expected: Decimal, other: Decimal): Band {
  const all = [one, expected, other];
  return { low: least(all), expected, high: most(all) };
}

export function addBands(bands: readonly Band[]): Band {
  return bands.reduce(
    (sum, band) => ({
      low: sum.low.plus(band.low),
      expected: sum.expected.plus(band.expected),
      high: sum.high.plus(band.high),
    }),
    exactly(zero),
  );
}

export function least(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((best, each) => (each.lt(best) ? each : best));
}

export function most(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((best, each) => (each.gt(best) ? each : best));
}
