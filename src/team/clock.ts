import { Temporal } from "temporal-polyfill";
import { addDays, daysBetween, type PlainDate } from "#pricing";
import type { TeamSettings } from "./settings.ts";

/** What is asked of a team's settings to know when its people can be reminded. */
export type Hours = Pick<TeamSettings, "zone" | "hours">;

/** The day that it is in the team's zone, at a moment in milliseconds since 1970. */
export function dayIn({ zone }: Pick<Hours, "zone">, now: number): PlainDate {
  return remembered(days, `${zone} ${now}`, () => at(zone, now).toPlainDate().toString());
}

/** The moment at which the team's hours begin on a day. Where the clock is put forward over that time, the one after it. */
export function opening(day: PlainDate, { zone, hours }: Hours): number {
  return momentOf(day, hours.from, zone);
}

/** Whether people may be reminded at this moment: on a day of theirs, within their hours. */
export function isOpen(now: number, { zone, hours }: Hours): boolean {
  const day = dayIn({ zone }, now);
  return isDayOf(day, { hours }) && momentOf(day, hours.from, zone) <= now && now < momentOf(day, hours.to, zone);
}

/** The next moment from `now` on at which people may be reminded; `now` itself where they may. */
export function nextOpening(now: number, settings: Hours): number {
  if (isOpen(now, settings)) return now;
  let day = dayIn(settings, now);
  while (!isDayOf(day, settings) || opening(day, settings) < now) day = addDays(day, 1);
  return opening(day, settings);
}

/** The first day of the team's from a day on; where that would be `before` or later, the last one that comes before it. */
export function dayFrom(day: PlainDate, before: PlainDate, settings: Pick<Hours, "hours">): PlainDate {
  let found = day;
  while (!isDayOf(found, settings)) found = addDays(found, 1);
  if (found < before) return found;
  found = day;
  while (!isDayOf(found, settings)) found = addDays(found, -1);
  return found;
}

const aMonday: PlainDate = "2024-01-01";

function isDayOf(day: PlainDate, { hours }: Pick<Hours, "hours">): boolean {
  if (!hours.workingDays) return true;
  const sinceMonday = daysBetween(aMonday, day) % 7;
  return (sinceMonday + 7) % 7 < 5;
}

function momentOf(day: PlainDate, time: string, zone: string): number {
  return remembered(moments, `${zone} ${day}T${time}`, () => {
    const local = Temporal.PlainDateTime.from(`${day}T${time}`);
    return local.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
  });
}

/** A thousand teams ask for the same few moments, and a calendar of zones is slow to ask. */
const days = new Map<string, PlainDate>();
const moments = new Map<string, number>();
const mostRemembered = 5_000;

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const found = known.get(key) ?? find();
  if (known.size >= mostRemembered) known.clear();
  known.set(key, found);
  return found;
}

function at(zone: string, now: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
}
