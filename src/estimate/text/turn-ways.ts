import { one, zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { Context } from "../context.ts";
import type { At } from "../piece.ts";
import { shownTurns } from "./curve.ts";
import { mixOf, priceOf, type TextWork, textInputs, textPieces } from "./text.ts";

/** What of a conversation is sent again with each turn, and what each turn costs in dollars then, at the expected amounts. */
export type TurnWay = { sent: "full" | "cached" | { last: number }; turns: { turn: number; usd: string }[] };

/**
 * The conversation as it was described, with a window of three turns, and with what is sent again read from a cache: those
 * of them that change something and have a price. What is tried again is left out. Empty for a conversation of one turn.
 */
export function turnWays(work: TextWork, context: Context): TurnWay[] {
  const turns = Number(work.turns.expected.round(0).toFixed());
  if (work.history === "none" || turns < 2 || work.caching !== "none") return [];
  const shown = shownTurns(turns);
  const ways: [TurnWay["sent"], TextWork][] = [
    [work.history, work],
    ...(work.history === "full" && turns > 4
      ? [[{ last: 3 }, { ...work, history: { last: 3 } }] satisfies [TurnWay["sent"], TextWork]]
      : []),
    ...(mixOf(work).every(({ model }) => priceOf(model, context)?.cached != null)
      ? [["cached", { ...work, caching: "5m" }] satisfies [TurnWay["sent"], TextWork]]
      : []),
  ];
  return ways.flatMap(([sent, each]) => {
    const costs = costsOf(each, shown, context);
    return costs === null ? [] : [{ sent, turns: costs }];
  });
}

/** A turn costs what a conversation costs that ends with it, less one that ends before it. */
function costsOf(work: TextWork, shown: readonly number[], context: Context): TurnWay["turns"] | null {
  const inputs = textInputs(work, context);
  const pieces = textPieces(work, context);
  const upTo = (turns: number): Decimal | null => {
    const at: At = (input) => {
      if (input === "turns") return decimal(String(turns));
      if (input === "conversations") return one;
      return input === "retryRate" ? zero : (inputs.get(input)?.expected ?? zero);
    };
    const dollars = pieces(at).map(({ usd }) => usd);
    return dollars.reduce<Decimal | null>((sum, usd) => (sum === null || usd === null ? null : sum.plus(usd)), zero);
  };
  const costs = shown.map((turn) => {
    const [with_, before] = [upTo(turn), turn === 1 ? zero : upTo(turn - 1)];
    return with_ === null || before === null ? null : { turn, usd: with_.minus(before).toFixed() };
  });
  return costs.every((cost) => cost !== null) ? costs : null;
}
