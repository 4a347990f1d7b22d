import { type Band, isRange, ordered, zero } from "../quantity/band.ts";
import type { Decimal } from "../quantity/money.ts";
import type { Gauge } from "./parts.ts";
import type { At, Inputs, Piece } from "./piece.ts";

/** How far one input moves the result on its own. */
export type Swing = { input: string; band: Band; low: Decimal; high: Decimal };

export type Ranged = {
  expected: Piece[];
  /** The three values of each piece, by key. */
  bands: Map<string, { piece: Piece; amount: Band | null; usd: Band | null }>;
  swings: Swing[];
};

type Evaluate = (at: At) => Piece[];

/** What is compared to tell cheap from dear: dollars or units of the first option that has them. */
export function gaugeOf(pieces: readonly Piece[], gauge: Gauge): Decimal {
  const told = gauge === "usd" && pieces.some((piece) => piece.eligible && piece.usd !== null) ? "usd" : "amount";
  const option = pieces.find((piece) => piece.eligible && piece[told] !== null)?.option;
  return pieces.filter((piece) => piece.option === option).reduce((sum, piece) => sum.plus(piece[told] ?? zero), zero);
}

/**
 * The work at its cheapest, expected and dearest inputs. Which end of a range is the cheap one is found by moving one
 * input at a time: more conversations cost more, a higher acceptance rate costs less.
 */
export function evaluateRanges(inputs: Inputs, evaluate: Evaluate, gauge: Gauge = "usd"): Ranged {
  const expectedAt: At = (input) => bandOf(inputs, input).expected;
  const expected = evaluate(expectedAt);
  const ranges = [...inputs].filter(([, band]) => isRange(band));
  const swings = ranges.map(([input, band]): Swing => {
    const moved = (to: Decimal) =>
      gaugeOf(
        evaluate((name) => (name === input ? to : expectedAt(name))),
        gauge,
      );
    return { input, band, low: moved(band.low), high: moved(band.high) };
  });
  const rising = new Map(swings.map((swing) => [swing.input, swing.low.lte(swing.high)]));
  const corner =
    (cheap: boolean): At =>
    (input) => {
      const band = bandOf(inputs, input);
      return (rising.get(input) ?? true) === cheap ? band.low : band.high;
    };
  const [low, high] = ranges.length === 0 ? [expected, expected] : [evaluate(corner(true)), evaluate(corner(false))];
  return { expected, bands: joined(low, expected, high), swings };
}

/** A line that is not there in one of the three, such as no cached tokens in a single turn, is zero in it. */
function joined(low: readonly Piece[], expected: readonly Piece[], high: readonly Piece[]): Ranged["bands"] {
  const bands: Ranged["bands"] = new Map();
  const ends = [low, expected, high].map(byKey);
  for (const piece of [...expected, ...high, ...low]) {
    if (bands.has(piece.key)) continue;
    const all = ends.map((pieces) => pieces.get(piece.key));
    const [one, middle, other] = all;
    const lastThat = (test: (each: Piece) => boolean) => all.findLast((each) => each !== undefined && test(each));
    const worst = lastThat((each) => !each.eligible) ?? lastThat((each) => each.notPriceable !== null) ?? piece;
    const bandOf = (part: "amount" | "usd") =>
      all.some((each) => each !== undefined && each[part] === null)
        ? null
        : ordered(one?.[part] ?? zero, middle?.[part] ?? zero, other?.[part] ?? zero);
    bands.set(piece.key, { piece: worst, amount: bandOf("amount"), usd: bandOf("usd") });
  }
  return bands;
}

/** The first piece of each key. */
function byKey(pieces: readonly Piece[]): Map<string, Piece> {
  return new Map(pieces.toReversed().map((piece) => [piece.key, piece]));
}

function bandOf(inputs: Inputs, input: string): Band {
  const band = inputs.get(input);
  if (band === undefined) throw new Error(`there is no input ${input}`);
  return band;
}
