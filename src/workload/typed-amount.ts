import { type Decimal, decimal } from "../quantity/money.ts";
import { messages } from "./messages.ts";

/** An amount as it is kept in an answer: one number, or a range. */
export type KeptAmount = number | { low: number; expected: number; high: number };

type Range = { low: number; expected: number; high: number };

/** What was typed: one to three numbers, perhaps a unit behind them, and perhaps a time for which they hold. */
export type Typed = Range & {
  unit: string;
  per: Span | null;
  /** It stands there in plain digits: nothing had to be understood. */
  plain: boolean;
};

type Span = "day" | "week" | "month" | "year";

const digits = "(\\d{1,3}(?:[, \u202f]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
const number = `${digits}\\s?(k|m|mn|mio|thousand|million)?(?![a-z])`;
const about = "(about|around|roughly|approximately|approx\\.?|circa|ca\\.?|some|~|\u2248)?\\s*";
const span = "(day|week|month|year)";
const time = `(?:(?:\\s+(?:a|an|per|each|every)\\s+|\\s*/\\s*)${span}|\\s+(daily|weekly|monthly|yearly))?`;
const wordOfTime = "(?:a|an|per|each|every|daily|weekly|monthly|yearly)\\b";
/** With a blank, or at once behind plain digits, as in `1200tokens`. */
const unit = `(?:\\s*(%|(?!${wordOfTime})[a-z]+))?`;
const shape = new RegExp(
  `^${about}(?:${number}(?:\\s*(?:-|\u2013|to|/)\\s*${number})?(?:\\s*/\\s*${number})?|${digits})${unit}${time}$`,
  "i",
);

type Part = { digits: string; times: string | undefined };
type Parts = { about: boolean; numbers: Part[]; unit: string; per: Span | null };

function partsOf(line: string): Parts | undefined {
  const found = shape.exec(line.trim());
  if (found === null) return undefined;
  const [, loose, a, aTimes, b, bTimes, c, cTimes, glued, unitWord = "", perWord, adverb] = found;
  const pairs = [
    [a ?? glued, aTimes],
    [b, bTimes],
    [c, cTimes],
  ] as const;
  const numbers = pairs.flatMap(([each, times]) => (each === undefined ? [] : [{ digits: each, times }]));
  const per = spans[(perWord ?? adverb ?? "").toLowerCase()] ?? null;
  return { about: loose !== undefined, numbers, unit: unitWord.toLowerCase(), per };
}

const spans: Partial<Record<string, Span>> = {
  day: "day",
  daily: "day",
  week: "week",
  weekly: "week",
  month: "month",
  monthly: "month",
  year: "year",
  yearly: "year",
};

const multiples: Partial<Record<string, string>> = {
  k: "1000",
  thousand: "1000",
  m: "1000000",
  mn: "1000000",
  mio: "1000000",
  million: "1000000",
};

/**
 * Reads `5000`, `3,000-8,000`, `3000 to 8000` or `3000/5000/8000`, also as `3k`, `1.5m`, `about 3000` or `~3000`, each
 * perhaps with a unit behind it and a time, as in `100 a day` or `20/week`. Undefined for anything else, and for what can
 * be read in two ways; see `twoReadings`.
 */
export function readTypedAmount(line: string): Typed | undefined {
  const parts = partsOf(line);
  if (parts === undefined || parts.numbers.some((part) => doubtful.test(part.digits))) return undefined;
  const [low, second = low, third] = amountsOf(parts.numbers);
  if (low === undefined || second === undefined) return undefined;
  const high = third ?? second;
  // Of two ends the middle is expected; the person gave no better one.
  const expected = third === undefined ? low.plus(high).times("0.5") : second;
  const plain = !parts.about && parts.per === null && parts.numbers.every(({ times }) => times === undefined);
  return { ...numbersOf({ low, expected, high }), unit: parts.unit, per: parts.per, plain };
}

/** `3-8k` means thousands at both ends, `500-3k` only at the one that says so. */
function amountsOf(parts: readonly Part[]): Decimal[] {
  const plain = parts.map((part) => decimal(part.digits.replace(/[,\u202f ]/g, "")));
  const [last, shared] = [plain.at(-1), parts.at(-1)?.times];
  return plain.map((amount, at) => {
    const own = parts[at]?.times ?? (last?.gt(amount) ? shared : undefined);
    return amount.times(multiples[own?.toLowerCase() ?? ""] ?? "1");
  });
}

function numbersOf(amounts: { low: Decimal; expected: Decimal; high: Decimal }): Range {
  const of = (amount: Decimal) => Number(amount.toFixed());
  return { low: of(amounts.low), expected: of(amounts.expected), high: of(amounts.high) };
}

/** How many times a span fits into a month of 30 days, as a fraction. */
const inAMonth: Record<Exclude<Span, "month">, readonly [times: string, by: string]> = {
  day: ["30", "1"],
  week: ["30", "7"],
  year: ["1", "12"],
};

/** What was typed for a day, a week or a year as an amount for a month of 30 days, to two digits behind the point; else as it is. */
export function monthly(typed: Typed): Range {
  const { per } = typed;
  if (per === null || per === "month" || ![typed.low, typed.expected, typed.high].every(isExact)) return typed;
  const [times, by] = inAMonth[per];
  const month = (amount: number) => decimal(String(amount)).times(times).div(decimal(by)).round(2);
  return numbersOf({ low: month(typed.low), expected: month(typed.expected), high: month(typed.high) });
}

/** Whether it is written without an exponent. What is too large for that is refused as an amount. */
function isExact(amount: number): boolean {
  return amount < 1e15 && (amount === 0 || amount >= 1e-6);
}

/** A point before three digits: a decimal point to some, to others what sets thousands apart. */
const doubtful = /^[1-9]\d{0,2}\.\d{3}$/;

/** What to do about an amount that means two things, such as `3.000`, in a sentence; undefined where there is none. */
export function twoReadings(line: string): string | undefined {
  const found = partsOf(line)?.numbers.find((part) => doubtful.test(part.digits))?.digits;
  if (found === undefined) return undefined;
  const [whole = "", behind = ""] = found.split(".");
  const small = Number(behind) === 0 ? whole : `${found}0`;
  return messages.twoReadings(found, `${whole},${behind}`, small);
}

/** One number where all are equal, else the range. */
export function keptAmount({ low, expected, high }: Range): KeptAmount {
  return low === high ? expected : { low, expected, high };
}

/** A kept amount as a person would type it again. */
export function retyped(amount: unknown): string | null {
  const one = (each: unknown) => (doubtful.test(String(each)) ? `${each}0` : String(each));
  if (typeof amount === "number" || typeof amount === "string") return one(amount);
  if (typeof amount !== "object" || amount === null) return null;
  const { low, expected, high } = amount as Record<string, unknown>;
  return [low, expected, high].map(one).join("/");
}
