import type { PlainDate } from "#pricing";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day as people write it: `2026-07-01` is 1 Jul 2026. */
export function dayWords(day: PlainDate): string {
  return `${dayAndMonth(day)} ${day.slice(0, 4)}`;
}

/** Two days as a span: 1 Jul to 22 Sep 2026. One day where both are the same. */
export function spanWords(first: PlainDate, last: PlainDate): string {
  if (first === last) return dayWords(last);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${sameYear ? dayAndMonth(first) : dayWords(first)} to ${dayWords(last)}`;
}

/** A month as people write it: `2026-12` is Dec 2026. */
export function monthOfYear(month: string): string {
  return `${months[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

function dayAndMonth(day: PlainDate): string {
  return `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`;
}
