import { least, most, one, zero } from "../../quantity/band.ts";
import { ceilDivide } from "../../quantity/divide.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";

/** One conversation, in tokens; `window` is how many earlier turns are sent again, null for all of them. */
export type Conversation = {
  turns: Decimal;
  system: Decimal;
  user: Decimal;
  answer: Decimal;
  window: Decimal | null;
  cached: boolean;
  /** The part of `system` that never changes; used by caching alone, and never more than `system`. */
  prefix: Decimal;
};

/** Input by the way it is billed, and visible output, in tokens. */
export type Tokens = { plain: Decimal; read: Decimal; write: Decimal; output: Decimal };

const half = decimal("0.5");
export const noTokens: Tokens = { plain: zero, read: zero, write: zero, output: zero };

/**
 * The tokens of one conversation, those of requests below `longFrom` input tokens and those of requests at or above it:
 * the size of each single request decides, never the sum. Sums are closed, so a long conversation costs no more time
 * than a short one. Formula: input of turn t = system + user + min(t-1, window) x (user + answer).
 */
export function tokensOf(conversation: Conversation, longFrom: number | null): { short: Tokens; long: Tokens } {
  const turnsShort = shortTurns(conversation, longFrom);
  const all = upTo(conversation, conversation.turns);
  if (turnsShort.eq(conversation.turns)) return { short: all, long: noTokens };
  if (turnsShort.eq(zero)) return { short: noTokens, long: all };
  const short = upTo(conversation, turnsShort);
  return { short, long: minus(all, short) };
}

/** Input tokens of one turn, counted from 1. */
export function inputOf({ system, user, answer, window, turns }: Conversation, turn: Decimal): Decimal {
  const earlier = least([turn.minus(one), window ?? turns]);
  return system.plus(user).plus(earlier.times(user.plus(answer)));
}

/** How many turns stay below the border; the input never shrinks from turn to turn, so they are the first ones. */
function shortTurns(conversation: Conversation, longFrom: number | null): Decimal {
  const { turns, user, answer } = conversation;
  if (longFrom === null) return turns;
  const border = decimal(String(longFrom));
  const room = border.minus(inputOf(conversation, one));
  if (room.lte(zero)) return zero;
  if (inputOf(conversation, turns).lt(border)) return turns;
  return least([turns, ceilDivide(room, user.plus(answer))]);
}

/** The first `turns` turns together. */
function upTo(conversation: Conversation, turns: Decimal): Tokens {
  const output = turns.times(conversation.answer);
  const input = inputUpTo(conversation, turns);
  if (!conversation.cached || turns.eq(zero)) return { plain: input, read: zero, write: zero, output };
  const { prefix, window } = conversation;
  // Nothing is resent: the prefix is written once and read on every later turn.
  if (window?.eq(zero)) {
    const read = turns.minus(one).times(prefix);
    return { plain: input.minus(prefix).minus(read), read, write: prefix, output };
  }
  // While the history grows at its end, each turn reads what the last one wrote. When the window slides, what follows
  // the prefix changes from its beginning, and only the prefix can still be read.
  const growing = window === null ? turns : least([turns, window.plus(one)]);
  const written = inputOf(conversation, growing);
  const grown = inputUpTo(conversation, growing);
  const sliding = turns.minus(growing).times(prefix);
  return {
    plain: input.minus(grown).minus(sliding),
    read: grown.minus(written).plus(sliding),
    write: written,
    output,
  };
}

function inputUpTo({ system, user, answer, window }: Conversation, turns: Decimal): Decimal {
  const growing = window === null ? turns : least([turns, window.plus(one)]);
  const pairs = growing.times(growing.minus(one)).times(half);
  const sliding = most([turns.minus(growing), zero]).times(window ?? zero);
  return turns.times(system.plus(user)).plus(user.plus(answer).times(pairs.plus(sliding)));
}

function minus(all: Tokens, part: Tokens): Tokens {
  return {
    plain: all.plain.minus(part.plain),
    read: all.read.minus(part.read),
    write: all.write.minus(part.write),
    output: all.output.minus(part.output),
  };
}
