/** A calendar day, `YYYY-MM-DD`, without a time or a zone. Plain dates compare correctly as strings. */
export type PlainDate = string;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists in the calendar: `2026-02-29` is not one. */
export function isPlainDate(text: string): boolean {
  const parts = shape.exec(text);
  if (parts === null) return false;
  return fromTime(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))) === text;
}

/** The day `days` later (or earlier, when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromTime(Date.parse(date) + days * 86_400_000);
}

/** The same day `months` later; the 31st becomes the last day of a shorter month, as vendors' billing does. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return fromTime(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last)));
}

/** How many days after `from` the day `to` is; negative when it is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function fromTime(time: number): PlainDate {
  return new Date(time).toISOString().slice(0, 10);
}
