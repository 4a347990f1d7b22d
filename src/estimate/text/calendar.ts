import { addDays, addMonths, daysBetween, type PlainDate } from "#pricing";
import { rowSource, type SourceRead } from "../../market/sources.ts";
import { addBands, type Band, type BandText, bandText } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import { type Context, modelRef } from "../context.ts";
import type { Stretch } from "../zero.ts";
import { prices } from "./messages.ts";

export type CalendarMonth = { month: string; usd: BandText | null; announced: boolean };

/** A dated change of the prices in play. `announced`: it is not in force yet, and may be cancelled. */
export type PriceChange = { model: string; on: PlainDate; announced: boolean; text: string; source: SourceRead };

const months = 12;

/** The changes known for these models after today, within the next twelve calendar months. */
export function changesOf(models: readonly string[], context: Context): PriceChange[] {
  const last = addMonths(monthAfter(context.day), months);
  const within = (day: PlainDate) => day > context.day && day < last;
  return models
    .flatMap((model) => {
      const rows = context.rates.rows(modelRef(model), context.day);
      return rows.flatMap((row, at): PriceChange[] => {
        const source = rowSource(row, context.market);
        const starts =
          row.from !== null && within(row.from)
            ? [{ model, on: row.from, announced: row.source.readOn < row.from, text: prices.change(row), source }]
            : [];
        const after = row.until === null ? "" : addDays(row.until, 1);
        const ends = row.until !== null && within(after) && rows[at + 1]?.from !== after;
        return ends ? [...starts, { model, on: after, announced: false, text: prices.unknownFrom, source }] : starts;
      });
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * The next calendar months, twelve where nothing else is said, at the prices known today, announced ones from their day on.
 * A month in which a price changes is split by days. It ends before the first month in which a price is not known; the sum
 * is of the months that are left, and null where there is none.
 */
export function calendarOf(
  models: readonly string[],
  context: Context,
  monthly: (day: PlainDate) => Band | null,
  count: number = months,
): { months: CalendarMonth[]; total: BandText | null } {
  const first = monthAfter(context.day);
  const priced = Array.from({ length: count }, (_, at) => {
    const start = addMonths(first, at);
    const end = addMonths(first, at + 1);
    const cuts = [start, ...changeDays(models, context).filter((day) => day > start && day < end), end];
    const parts = cuts.slice(1).map((to, index) => {
      const from = cuts[index] ?? start;
      const band = monthly(from);
      return band === null ? null : part(band, daysBetween(from, to), daysBetween(start, end));
    });
    const usd = parts.every((each) => each !== null) ? addBands(parts) : null;
    const announced = models.some((model) => {
      const rows = cuts.slice(0, -1).map((day) => context.rates.find(modelRef(model), day));
      return rows.some(
        (found) =>
          "row" in found &&
          found.row.from !== null &&
          found.row.source.readOn < found.row.from &&
          found.row.from > context.day,
      );
    });
    return { month: start.slice(0, 7), usd, announced };
  });
  const gap = priced.findIndex(({ usd }) => usd === null);
  const known = gap < 0 ? priced : priced.slice(0, gap);
  return {
    months: known.map(({ usd, ...rest }) => ({ ...rest, usd: usd && bandText(usd) })),
    total: known.length === 0 ? null : bandText(addBands(known.flatMap(({ usd }) => usd ?? []))),
  };
}

/** The last day up to which all of these models have a price, from today on; null where no end of them is known. */
export function knownUntil(models: readonly string[], { rates, day }: Context): PlainDate | null {
  const ends = models.flatMap((model) => {
    let last: PlainDate | null = null;
    for (let from = day; ; from = addDays(last, 1)) {
      const found = rates.find(modelRef(model), from);
      if (!("row" in found)) return last ?? [];
      if (found.row.until === null) return [];
      last = found.row.until;
    }
  });
  return ends.sort()[0] ?? null;
}

/** Stretches of days in which no price changes, from today on; it ends with the last day on which all prices are known. */
export function stretchesOf(
  models: readonly string[],
  context: Context,
  monthly: (day: PlainDate) => Band | null,
): Stretch[] {
  const starts = [context.day, ...changeDays(models, context).filter((day) => day > context.day)];
  const stretches = starts.map((from, at) => {
    const to = starts[at + 1];
    const band = monthly(from);
    const days = to === undefined ? null : decimal(String(daysBetween(from, to)));
    return band === null ? null : { days, monthly: band };
  });
  const gap = stretches.indexOf(null);
  return (gap < 0 ? stretches : stretches.slice(0, gap)).flatMap((each) => each ?? []);
}

function changeDays(models: readonly string[], { rates, day }: Context): PlainDate[] {
  const rows = models.flatMap((model) => rates.rows(modelRef(model), day));
  const days = rows.flatMap((row) => [row.from ?? [], row.until === null ? [] : addDays(row.until, 1)].flat());
  return [...new Set(days)].sort();
}

function part(band: Band, days: number, of: number): Band {
  if (days === of) return band;
  const share = (amount: Decimal) =>
    amount
      .times(decimal(String(days)))
      .div(decimal(String(of)))
      .round(12);
  return { low: share(band.low), expected: share(band.expected), high: share(band.high) };
}

function monthAfter(day: PlainDate): PlainDate {
  return addMonths(`${day.slice(0, 7)}-01`, 1);
}
