import { addDays, addMonths, type PlainDate, type Row } from "#pricing";
import { least, zero } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";

/** Units of one wallet with a validity of their own. Null: no page says, or nothing is known to be in it. */
export type Bucket = {
  name: string;
  /** The last day on which units bought or granted today can be used; null when they never end or no page says. */
  until: PlainDate | null;
  /** Why `until` has no day: they never end, they end with each cycle or with the plan, or it is not known. */
  ends: "never" | "on_date" | "each_cycle" | "with_plan" | null;
  /** What this work takes from it. */
  drawn: string | null;
};

type Life = NonNullable<Row["expiry"]["life"]>;

/** The last day of units that are bought on `day`. `endOfYearAfter: 2` is 31 December of the second year after. */
function lastDay(life: Life, day: PlainDate): PlainDate {
  if ("days" in life) return addDays(day, life.days);
  if ("months" in life) return addMonths(day, life.months);
  return `${Number(day.slice(0, 4)) + life.endOfYearAfter}-12-31`;
}

/**
 * The kinds of units in a wallet as its page lists them, which is the order in which they are spent where the page gives
 * one. What a plan brings is drawn first, and what is short comes from bought units.
 */
export function bucketsOf(row: Row, day: PlainDate, needed: Decimal | null, included: Decimal | null): Bucket[] {
  const kinds =
    row.lots.length > 0 ? row.lots : [{ name: row.unitName, answer: row.expiry.answer, life: row.expiry.life }];
  const granted = needed === null || included === null ? null : least([needed, included]);
  const bought = needed === null || granted === null ? null : needed.minus(granted);
  return kinds.map(({ name, answer, life }, at) => ({
    name,
    until: life === null ? null : lastDay(life, day),
    ends: answer,
    drawn: (at === 0 ? granted : at === 1 && bought?.gt(zero) ? bought : null)?.toFixed() ?? null,
  }));
}

/** The last day of what is bought on `day`; null where it never ends or no page gives one. */
export function boughtUntil(row: Row, day: PlainDate): PlainDate | null {
  const life = boughtLife(row);
  return life === null ? null : lastDay(life, day);
}

function boughtLife(row: Row): Life | null {
  return row.lots.find((lot) => lot.answer === "on_date" && lot.life !== null)?.life ?? row.expiry.life;
}

/** Months that a purchase lives, where its page gives them. */
export function monthsOf(row: Row): Decimal | null {
  const life = boughtLife(row);
  return life !== null && "months" in life ? decimal(String(life.months)) : null;
}
