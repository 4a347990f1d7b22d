import { withNames } from "../checklist/person.ts";
import { most } from "../quantity/band.ts";
import { decimal } from "../quantity/money.ts";
import { clean } from "../screen/clean.ts";
import { boughtOf } from "./bought.ts";
import { nameOf, summaryOfLine } from "./named.ts";
import type { Decision } from "./rows.ts";

/** What a decision is found by, in small letters: an index holds all of it. */
export type Findable = {
  /** Name, money, owner, vendor and day. */
  words: string;
  owners: string;
  vendors: string;
  /** Cents a month of the dearest of its budgets, in dollars; null where none has a price. Budgets are never added. */
  month: number | null;
};

const longestWords = 300;
const longestName = 80;
/** More than this many cents are not told apart. */
const mostCents = 9_000_000_000_000_000;

export function findableOf(decision: Pick<Decision, "summary" | "route" | "at" | "result" | "answers">): Findable {
  const { owner, vendor } = summaryOfLine(decision);
  return {
    words: small(`${nameOf(decision)} ${vendor}`, longestWords),
    owners: small(withNames(owner), longestName),
    vendors: small(vendor, longestName),
    month: monthOf(decision),
  };
}

/** A text as texts are compared. */
export function small(text: string, longest: number): string {
  return clean(text).toLowerCase().slice(0, longest).toWellFormed();
}

function monthOf({ result, answers }: Pick<Decision, "result" | "answers">): number | null {
  const amounts = (boughtOf(result, answers) ?? []).flatMap(({ monthly, picks }) =>
    monthly === null || picks.some(({ currency }) => currency !== "USD") ? [] : [decimal(monthly.expected)],
  );
  return amounts.length === 0 ? null : wholeCents(most(amounts).toFixed());
}

/** Dollars as whole cents, rounded down. */
export function wholeCents(dollars: string): number {
  return Math.min(mostCents, Number(decimal(dollars).times("100").round(0, 0).toFixed()));
}
