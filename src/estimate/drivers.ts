import { isRange, least, most, one, zero } from "../quantity/band.ts";
import { type Decimal, decimal, formatMoney } from "../quantity/money.ts";
import { inputNames, driverWords as words } from "./messages.ts";
import type { Gauge, Parts } from "./parts.ts";
import type { Piece } from "./piece.ts";
import { gaugeOf, type Ranged, type Swing } from "./ranges.ts";

const shown = 3;
const tenth = decimal("0.1");

/** Their two ends are no amounts that a person gave. */
const unnamed = new Set(["openRate", "openRefund", "pace"]);

/** Shares never pass 1. */
const shares = new Set(["acceptanceRate", "failureRate", "batchShare", "peakShare"]);

/**
 * The inputs that move the result most, the strongest first: those given as ranges by what their range does, and where
 * none is a range, each by what a tenth more or less of it does: the same share of every input. Where units drain and no
 * price moves with them, in percent of the expected units.
 */
export function driversOf(parts: Parts, { expected, swings }: Ranged): string[] {
  const { gauge } = parts;
  const felt = swings.filter((swing) => !swing.low.eq(swing.high));
  const moves = felt.length > 0 ? felt : nudges(parts);
  const whole = gaugeOf(expected, gauge);
  // Units that have no price move in percent.
  const told = expected.some((piece) => piece.eligible && piece.usd !== null) ? gauge : "amount";
  return moves
    .map((swing) => ({ swing, by: felt.length > 0 ? effectOf(swing) : effectOf(swing).div(movedShare(swing)) }))
    .filter(({ by }) => by.gt(zero))
    .sort((a, b) => b.by.cmp(a.by))
    .slice(0, shown)
    .map(({ swing }) => words.moves(spanOf(swing, felt.length > 0), changeOf(swing, told, whole)));
}

function effectOf({ low, high }: Swing): Decimal {
  return high.minus(low).abs();
}

/** How far an input was moved, as a share of itself: less than the others where it cannot go that far. */
function movedShare({ band }: Swing): Decimal {
  return band.high.minus(band.low).div(band.expected);
}

/** What a tenth less and a tenth more of each input does that is above zero and no range. */
function nudges({ inputs, evaluate, exact = evaluate, gauge, whole: counted = new Set() }: Parts): Swing[] {
  return [...inputs].flatMap(([input, band]): Swing[] => {
    const { expected } = band;
    if (isRange(band) || expected.lte(zero)) return [];
    const valueAt = (to: Decimal) =>
      figureOf(
        exact((name) => (name === input ? to : (inputs.get(name)?.expected ?? to))),
        gauge,
      );
    const at = counted.has(input) ? between(valueAt) : valueAt;
    const step = expected.times(tenth);
    const more = expected.plus(step);
    const ends = { low: expected.minus(step), expected, high: shares.has(input) ? least([more, one]) : more };
    const [less, here, beyond] = [at(ends.low), at(expected), at(ends.high)];
    if (here === null) return [];
    // What cannot be had at one end, such as fewer seats than are sold, is told as far from it as the other end.
    const mirrored = (other: Decimal | null) => here.times("2").minus(other ?? here);
    return [{ input, band: ends, low: less ?? mirrored(beyond), high: beyond ?? mirrored(less) }];
  });
}

/** What is counted in whole numbers lies between its neighbours as its share of the way says: no rounding decides. */
function between(valueAt: (count: Decimal) => Decimal | null): (count: Decimal) => Decimal | null {
  return (count) => {
    const from = most([count.round(0, 0), one]);
    const below = valueAt(from);
    if (count.eq(from) || below === null) return below;
    const above = valueAt(from.plus(one));
    return above === null ? null : below.plus(above.minus(below).times(count.minus(from)));
  };
}

/** What is gauged; null where nothing that can be had has a figure. */
function figureOf(pieces: readonly Piece[], gauge: Gauge): Decimal | null {
  const had = pieces.some((piece) => piece.eligible && (piece.usd !== null || piece.amount !== null));
  return had ? gaugeOf(pieces, gauge) : null;
}

function spanOf({ input, band }: Swing, ranged: boolean): string {
  const span = words.span(band.low, band.high);
  const name =
    inputNames[input] ??
    input.replace(/^usage\.(\d+)\.(\w+)$/, (_, at: string, of: string) => words.ofGroup(of, Number(at) + 1));
  if (unnamed.has(input)) return name;
  if (ranged) return words.ranged(name, span);
  const isCut = band.high.lt(band.expected.times(one.plus(tenth)));
  return isCut ? words.tenthCut(name, span) : words.tenth(name, span);
}

function changeOf({ low, high }: Swing, gauge: Gauge, whole: Decimal): string {
  const shown = (amount: Decimal) =>
    gauge === "usd"
      ? formatMoney({ amount, currency: "USD" })
      : `${whole.eq(zero) ? "0" : amount.times("100").div(whole).round(0).toFixed()}%`;
  const ends = [least([low, high]), most([low, high])].map(shown);
  return gauge === "usd" ? words.cost(ends) : words.units(ends);
}
