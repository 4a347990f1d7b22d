import { ceilDivide, floorDivide } from "../../quantity/divide.ts";
import { decimal } from "../../quantity/money.ts";
import type { EncodingName, ModelTokens } from "./models.ts";

/** The tokens of a text for one model. `exact: false`: an estimate, and only the band from `low` to `high` is honest. */
export type Counted = {
  model: string;
  encoding: EncodingName;
  exact: boolean;
  tokens: number;
  low: number;
  high: number;
};

/** Why a text was not counted: one sentence with what to do. */
export type NotCounted = { problem: string };

/** One message of a chat, as an API takes it. */
export type Message = { role: string; content: string; name?: string };

/** Counts texts off the event loop. A text that is too long, or takes too long, is a sentence and never a stop. */
export type TokenCounter = {
  /** The tokens of a text, or of a whole chat with what its messages add. */
  count(what: string | readonly Message[], model: string): Promise<Counted | NotCounted>;
  close(): Promise<void>;
};

/** The most that is counted at once, in bytes of UTF-8. */
export const mostBytes = 1_000_000;

/** A number of tokens of the encoding as tokens of the model; the ends of the band are rounded outward. */
export function asCounted(model: string, { encoding, exact, factor, low, high }: ModelTokens, tokens: number): Counted {
  const times = (by: string) => decimal(String(tokens)).times(decimal(by));
  const one = decimal("1");
  return {
    model,
    encoding,
    exact,
    tokens: Number(times(factor).round(0).toFixed()),
    low: Number(floorDivide(times(low), one).toFixed()),
    high: Number(ceilDivide(times(high), one).toFixed()),
  };
}

/** The texts of a chat that are counted one by one. */
export function textsOf(messages: readonly Message[]): string[] {
  return messages.flatMap(({ role, content, name }) => [role, content, ...(name === undefined ? [] : [name])]);
}

/**
 * What a chat adds to its texts: three tokens for each message, one for each name, and three that begin the reply. The
 * rule is of OpenAI's cookbook, and approximate for newer models.
 */
export function chatOverhead(messages: readonly Message[]): number {
  return messages.reduce((sum, { name }) => sum + (name === undefined ? 3 : 4), 3);
}
