import { type Band, isRange, zero } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import type { At, Inputs } from "./piece.ts";

export const draws = 1_000;

export type Spread = { mean: Decimal; p10: Decimal; p90: Decimal };

/**
 * Mean and percentiles of a total whose inputs vary independently, each by a triangle from low over expected to high:
 * adding the P90s of lines would overstate the P90 of their sum. A thousand draws from a fixed seed, so that the same
 * question always has the same answer; the percentiles are good to about a percent of the range, and no better.
 */
export function spreadOf(inputs: Inputs, total: (at: At) => Decimal): Spread {
  const random = generator(20_261_121);
  const drawn = new Map([...inputs].map(([name, band]) => [name, band.expected]));
  const ranges = [...inputs].filter(([, band]) => isRange(band)).map(([name, band]) => ({ name, at: triangle(band) }));
  const totals: Decimal[] = [];
  for (let draw = 0; draw < draws; draw++) {
    for (const { name, at } of ranges) drawn.set(name, written(at(random()), name === "turns"));
    totals.push(total((input) => drawn.get(input) ?? zero));
  }
  totals.sort((a, b) => a.cmp(b));
  const sum = totals.reduce((all, each) => all.plus(each));
  const at = (share: number) => totals[Math.floor(share * (draws - 1))] ?? sum;
  return { mean: sum.times(decimal((1 / draws).toFixed(3))), p10: at(0.1), p90: at(0.9) };
}

/** The quantile of a triangular distribution, closed form. */
export function triangle({ low, expected, high }: Band): (quantile: number) => number {
  const [a, c, b] = [Number(low.toFixed()), Number(expected.toFixed()), Number(high.toFixed())];
  const split = (c - a) / (b - a);
  return (quantile) =>
    quantile < split ? a + Math.sqrt(quantile * (b - a) * (c - a)) : b - Math.sqrt((1 - quantile) * (b - a) * (b - c));
}

/** Six digits: more would only make every later product longer, and a thousand draws tell three. */
const digits = 6;

function written(drawn: number, whole: boolean): Decimal {
  return decimal(whole ? drawn.toFixed(0) : Number(drawn.toPrecision(digits)).toFixed(9));
}

/** Mulberry32: small, seeded and good enough for a thousand draws. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
