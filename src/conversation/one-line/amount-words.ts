import { decimal, formatAmount } from "../../quantity/money.ts";
import type { Period } from "./units.ts";

/** One number, or from one to another. */
const spanWords = (low: number, high: number): string => {
  const [one, other] = [low, high].map((each) => formatAmount(decimal(String(each))));
  return low === high ? `${one}` : `${one} to ${other}`;
};

/** An amount with the name of what it counts. */
export const countWords = (low: number, high: number, [one, many]: readonly [string, string]) =>
  `${spanWords(low, high)} ${low === 1 && high === 1 ? one : many}`;

/** People, where nothing says which. */
export const peopleNoun = ["person", "people"] as const;

/** An amount of each person and day. */
export const eachWords = (count: string) => `${count} a day each`;

/**
 * An amount in its period. `month`: what that is in a month, where it is another number; `characters`: that number counts
 * characters, whatever the amount was typed in.
 */
export function inPeriodWords(
  count: string,
  period: Period,
  month: { low: number; high: number; characters: boolean } | null,
): string {
  const told = `${count}${periodWords[period]}`;
  if (month === null) return told;
  const counted = month.characters ? " characters" : "";
  return `${told} (${spanWords(month.low, month.high)}${counted}${period === "month" ? "" : periodWords.month})`;
}

const periodWords: Record<Period, string> = {
  month: " a month",
  day: " a day",
  workday: " a working day",
  week: " a week",
  year: " a year",
};
