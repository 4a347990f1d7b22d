import { isRange, least, most, one, zero } from "../quantity/band.ts";
import { type Decimal, decimal, formatAmount, formatMoney } from "../quantity/money.ts";
import type { Gauge, Parts } from "./parts.ts";
import type { At, Inputs } from "./piece.ts";
import { gaugeOf, type Ranged, type Swing } from "./ranges.ts";

const shown = 3;
const tenth = decimal("0.1");

/** How inputs are called where a person reads them. */
const names: Readonly<Record<string, string>> = {
  conversations: "conversations a month",
  turns: "turns in a conversation",
  systemTokens: "system prompt",
  userTokens: "question",
  answerTokens: "answer",
  prefixTokens: "fixed beginning",
  reasoning: "reasoning that is billed as output",
  retryRate: "retries",
  batchShare: "share in batches",
  peakShare: "share at peak hours",
  acceptanceRate: "share that is accepted",
  failureRate: "share that fails",
  accepted: "accepted outputs",
  seconds: "seconds of a clip",
  characters: "characters",
  takes: "takes",
  input: "input tokens",
  cached: "cached tokens",
  write5m: "tokens written to the cache",
  write1h: "tokens written to the cache for an hour",
  output: "output tokens",
  burnPerMonth: "use a month",
  openRate: "which end of a published range holds",
  openRefund: "whether failed jobs are paid",
};

/** Their two ends are no amounts that a person gave. */
const unnamed = new Set(["openRate", "openRefund"]);

/** Shares never pass 1. */
const shares = new Set(["acceptanceRate", "failureRate", "batchShare", "peakShare"]);

/**
 * The inputs that move the result most, the strongest first: those given as ranges by what their range does, and where
 * none is a range, each by what a tenth more or less of it does. Where units drain and no price moves with them, in
 * percent of the expected units.
 */
export function driversOf({ inputs, evaluate, gauge, whole: counted }: Parts, { expected, swings }: Ranged): string[] {
  const felt = swings.filter((swing) => !swing.low.eq(swing.high));
  const moves = felt.length > 0 ? felt : nudges(inputs, evaluate, gauge, counted);
  const whole = gaugeOf(expected, gauge);
  // Units that have no price move in percent.
  const told = expected.some((piece) => piece.eligible && piece.usd !== null) ? gauge : "amount";
  return moves
    .map((swing) => ({ swing, by: swing.high.minus(swing.low).abs() }))
    .filter(({ by }) => by.gt(zero))
    .sort((a, b) => b.by.cmp(a.by))
    .slice(0, shown)
    .map(({ swing }) => `${spanOf(swing, felt.length > 0)} makes it ${changeOf(swing, told, whole)}`);
}

function nudges(
  inputs: Inputs,
  evaluate: Parts["evaluate"],
  gauge: Gauge,
  counted: ReadonlySet<string> = new Set(),
): Swing[] {
  const at =
    (input: string, to: Decimal): At =>
    (name) =>
      name === input ? to : (inputs.get(name)?.expected ?? to);
  return [...inputs]
    .filter(([, band]) => !isRange(band) && band.expected.gt(zero))
    .map(([input, { expected }]) => {
      const isWhole = counted.has(input);
      const step = isWhole ? most([expected.times(tenth).round(0), one]) : expected.times(tenth);
      const low = isWhole ? most([expected.minus(step), one]) : expected.minus(step);
      const high = shares.has(input) ? least([expected.plus(step), one]) : expected.plus(step);
      const moved = (to: Decimal) => gaugeOf(evaluate(at(input, to)), gauge);
      return { input, band: { low, expected, high }, low: moved(low), high: moved(high) };
    });
}

function spanOf({ input, band }: Swing, ranged: boolean): string {
  const span = `${formatAmount(band.low)} to ${formatAmount(band.high)}`;
  const name =
    names[input] ??
    input.replace(/^usage\.(\d+)\.(\w+)$/, (_, at: string, of: string) => `${of} of group ${Number(at) + 1}`);
  if (unnamed.has(input)) return name;
  return ranged ? `${name}: ${span}` : `${name}: a tenth less or more (${span})`;
}

function changeOf({ low, high }: Swing, gauge: Gauge, whole: Decimal): string {
  const ends = [least([low, high]), most([low, high])];
  const shown = (amount: Decimal) =>
    gauge === "usd"
      ? formatMoney({ amount, currency: "USD" })
      : `${whole.eq(zero) ? "0" : amount.times("100").div(whole).round(0).toFixed()}%`;
  return `${ends.map(shown).join(" to ")}${gauge === "usd" ? "" : " of the units"}`;
}
