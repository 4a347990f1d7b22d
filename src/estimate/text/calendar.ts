import { addDays, addMonths, daysBetween, type PlainDate, type RateRow } from "#pricing";
import { rowSource, type SourceRead } from "../../market/sources.ts";
import { addBands, type Band, type BandText, bandText } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import { type Context, modelRef } from "../context.ts";

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
            ? [{ model, on: row.from, announced: row.source.readOn < row.from, text: pricesOf(row), source }]
            : [];
        const after = row.until === null ? "" : addDays(row.until, 1);
        const ends = row.until !== null && within(after) && rows[at + 1]?.from !== after;
        return ends
          ? [...starts, { model, on: after, announced: false, text: "No price is known from this day on.", source }]
          : starts;
      });
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * The next twelve calendar months at the prices known today, announced ones from their day on. A month in which a price
 * changes is split by days. Null where a price is not known: the sum is then null too.
 */
export function calendarOf(
  models: readonly string[],
  context: Context,
  monthly: (day: PlainDate) => Band | null,
): { months: CalendarMonth[]; total: BandText } | null {
  const first = monthAfter(context.day);
  const priced = Array.from({ length: months }, (_, at) => {
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
  const all = priced.map((each) => each.usd);
  if (!all.every((each) => each !== null)) return null;
  return {
    months: priced.map(({ usd, ...rest }) => ({ ...rest, usd: usd && bandText(usd) })),
    total: bandText(addBands(all)),
  };
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

function pricesOf(row: RateRow): string {
  return `From this day 1M tokens cost $${row.input} as input and $${row.output} as output.`;
}
