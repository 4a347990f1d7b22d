import { type KeptAmount, keptAmount, readTypedAmount } from "./typed-amount.ts";

/** How long a text is, in tokens, and whether they were counted or worked out from its length. */
export type Length = { tokens: KeptAmount; basis: "count" | "length" };

/**
 * Tokens for one unit of length: few for plain English, the usual number, many for other languages and code. English has
 * about four letters or three quarters of a word to a token; a page is taken as 500 words.
 */
const perUnit: Record<string, readonly [low: number, expected: number, high: number]> = {
  word: [1, 4 / 3, 2],
  page: [500, 2000 / 3, 1000],
  character: [0.2, 0.25, 0.5],
  token: [1, 1, 1],
};

const names: Record<string, string> = {
  words: "word",
  w: "word",
  pages: "page",
  p: "page",
  characters: "character",
  chars: "character",
  char: "character",
  letters: "character",
  letter: "character",
  tokens: "token",
};

/** Whether a length is a number alone: it may be words, tokens or pages, and whoever typed it has to say which. */
export function lacksUnit(line: string): boolean {
  return readTypedAmount(line)?.unit === "";
}

/**
 * Reads `2 pages`, `300 words`, `1200 tokens`, a range of these, or a pasted text, by its length. Undefined for anything
 * else, and for a number alone.
 */
export function readLength(line: string): Length | undefined {
  const read = readTypedAmount(line);
  if (read !== undefined) {
    if (read.per !== null) return undefined;
    const unit = Object.hasOwn(names, read.unit) ? (names[read.unit] ?? read.unit) : read.unit;
    const rates = Object.hasOwn(perUnit, unit) ? perUnit[unit] : undefined;
    if (rates === undefined) return undefined;
    const [low, expected, high] = rates;
    const tokens = {
      low: Math.round(read.low * low),
      expected: Math.round(read.expected * expected),
      high: Math.round(read.high * high),
    };
    return { tokens: keptAmount(tokens), basis: unit === "token" ? "count" : "length" };
  }
  return isPasted(line) ? readLength(`${line.trim().length} characters`) : undefined;
}

/** Words that are no length: an example that was pasted to be counted. */
export function isPasted(line: string): boolean {
  const text = line.trim();
  return readTypedAmount(text) === undefined && text.length >= 20 && !meansLength(text);
}

/** A length in words, such as "about 2000 words each": counted as an example it would mean something else. */
function meansLength(text: string): boolean {
  return text.length < 80 && units.test(text) && numbers.test(text);
}

const units = /\b(words?|pages?|tokens?|characters?|chars?|letters?)\b/i;
const numbers =
  /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundreds?|thousands?|half|few|couple|several)\b/i;
