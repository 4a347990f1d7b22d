import type { DatedRates } from "./library-prices.ts";
import type { RateRow, TokenRates } from "./rate.ts";

/**
 * Figures are only compared here, never reckoned with. The bounds hold all that was ever sold with room to spare: the dearest
 * so far were $150 in and $600 out for a million tokens, the cheapest $0.029 in.
 */
const cheapest = 0.005;
const dearest = { input: 500, output: 2_000 };
/** Output costs 0.8 to 20 times as much as input. */
const outputTimes = { least: 0.5, most: 25 };
/** Writing to a cache costs up to twice as much as input, a long request up to twice as much as a short one. */
const mostOfInput = 3;
/** Real prices fell to a fifth at most; a slip of a unit is tenfold or more. */
const biggestStep = 5;

/** Whether a price can be one for a million tokens of text. */
export function isPlausible({ long, ...rates }: DatedRates): boolean {
  return (
    isPossible(rates) && (long === null || (isPossible(long) && isWithin(long.input, rates.input, 1, mostOfInput)))
  );
}

function isPossible({ input, output, cached, write5m, write1h }: TokenRates): boolean {
  return (
    Number(input) >= cheapest &&
    Number(input) <= dearest.input &&
    Number(output) >= cheapest &&
    Number(output) <= dearest.output &&
    isWithin(output, input, outputTimes.least, outputTimes.most) &&
    (cached === null || isWithin(cached, input, 0.001, 1)) &&
    [write5m, write1h].every((write) => write === null || isWithin(write, input, 0.1, mostOfInput))
  );
}

function isWithin(price: string, of: string, least: number, most: number): boolean {
  const times = Number(price) / Number(of);
  // Division of decimals as floats may miss a bound by its last digit.
  return times >= least * 0.999 && times <= most * 1.001;
}

const fields = ["input", "output", "cached", "write5m", "write1h"] as const;

/** Whether any of the prices rises or falls by more than prices do. */
export function isJump(from: TokenRates & Pick<RateRow, "long">, to: TokenRates & Pick<RateRow, "long">): boolean {
  const jumps = (one: TokenRates, other: TokenRates) =>
    fields.some((field) => {
      const [before, after] = [one[field], other[field]];
      return before !== null && after !== null && !isWithin(after, before, 1 / biggestStep, biggestStep);
    });
  return jumps(from, to) || (from.long !== null && to.long !== null && jumps(from.long, to.long));
}

/** Whether they are the same prices to the letter. */
export function isSame(one: TokenRates & Pick<RateRow, "long">, other: TokenRates & Pick<RateRow, "long">): boolean {
  const alike = (left: TokenRates, right: TokenRates) => fields.every((field) => left[field] === right[field]);
  if (!alike(one, other)) return false;
  if (one.long === null || other.long === null) return one.long === other.long;
  return one.long.fromTokens === other.long.fromTokens && alike(one.long, other.long);
}
