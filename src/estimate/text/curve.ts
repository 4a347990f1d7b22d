import { one, zero } from "../../quantity/band.ts";
import { decimal } from "../../quantity/money.ts";
import type { Context } from "../context.ts";
import type { Turn } from "../result.ts";
import { inputOf } from "./conversation.ts";
import { conversationOf, priceOf, type TextWork, textInputs } from "./text.ts";

const mostShown = 40;

/**
 * What each turn sends, and what it costs in dollars without caching, at the expected amounts. Of a long conversation
 * some turns are shown, the last one always. Dollars only for a single model: a mix has no turn of its own.
 */
export function curveOf(work: TextWork, context: Context): Turn[] | null {
  if (work.history === "none" || (typeof work.history === "object" && work.history.last === 0)) return null;
  const inputs = textInputs(work, context);
  const conversation = conversationOf(work, (input) => inputs.get(input)?.expected ?? zero);
  const turns = Number(conversation.turns.toFixed());
  if (turns < 2) return null;
  const row = work.model === undefined ? undefined : priceOf(work.model, context);
  return shownTurns(turns).map((turn) => {
    const input = inputOf(conversation, decimal(String(turn)));
    const rates = row?.long && input.gte(String(row.long.fromTokens)) ? row.long : row;
    const output = conversation.answer.times(work.reasoning?.expected ?? one);
    const usd =
      rates &&
      input
        .times(decimal(rates.input))
        .plus(output.times(decimal(rates.output)))
        .times("0.000001");
    return { turn, input: input.toFixed(), usd: usd?.toFixed() ?? null };
  });
}

/** Which turns of so many are shown: the first, the last, and some between. */
export function shownTurns(turns: number): number[] {
  const step = Math.ceil(turns / mostShown);
  return Array.from({ length: turns }, (_, at) => at + 1).filter(
    (turn) => turn === 1 || turn === turns || turn % step === 0,
  );
}
