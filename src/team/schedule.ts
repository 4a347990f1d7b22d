import { addDays, daysBetween, type PlainDate } from "#pricing";
import { dayFrom, dayIn, isOpen, nextOpening, opening } from "./clock.ts";
import { eventsOf, type HoldingEvent } from "./events.ts";
import type { Holding } from "./holding.ts";
import type { TeamSettings } from "./settings.ts";

/** What a reminder is called, the same for ever for the same event of a holding and the same lead: kept once. */
export type ReminderKey = string;

/**
 * What is kept of a reminder. `sent`: it is in the outbox. `passed`: a more urgent one took its place. `snoozed`: it was sent,
 * and comes again at `again`. `done`: nothing more is said of its event.
 */
export type KeptReminder = { key: ReminderKey; state: "sent" | "passed" | "snoozed" | "done"; again: number | null };

/** A reminder to be sent now. `lead`: how many days before; what was snoozed has the lead of what is left. */
export type DueReminder = { key: ReminderKey; event: HoldingEvent; daysLeft: number };

/** `passed`: keys that are not to be sent any more. `next`: when to look again; null: nothing is ahead. */
export type Schedule = { due: DueReminder[]; passed: ReminderKey[]; next: number | null };

type Settings = Pick<TeamSettings, "leadDays" | "zone" | "hours">;

/**
 * Which reminders of a holding are due at a moment, and when the next one is. Of one event only the most urgent is sent: what
 * was missed, as while nothing ran, is passed over. `kept`: what became of reminders before.
 */
export function scheduleOf(holding: Holding, settings: Settings, kept: readonly KeptReminder[], now: number): Schedule {
  const open = isOpen(now, settings);
  const later = open ? now : nextOpening(now, settings);
  const today = dayIn(settings, now);
  const schedule: Schedule = { due: [], passed: [], next: null };
  for (const event of eventsOf(holding, today)) {
    // On its day something else is ahead, such as the renewal after this one.
    schedule.next = earlier(schedule.next, opening(event.on, settings));
    const mine = kept.filter(({ key }) => eventIn(key) === event.id);
    if (mine.some(({ state }) => state === "done")) continue;
    const ways = [...leadsOf(event, settings, mine), ...againOf(mine)];
    const [urgent, ...passed] = ways.filter(({ at }) => at <= now);
    const [soonest] = ways.flatMap(({ at }) => (at > now ? [at] : [])).sort((one, other) => one - other);
    schedule.next = earlier(schedule.next, soonest ?? null);
    if (urgent === undefined) continue;
    const overtaken = mine.some(({ key }) => leadIn(key) < leadIn(urgent.key));
    if (!open && !overtaken) schedule.next = earlier(schedule.next, later);
    if (open && !overtaken) schedule.due.push({ key: urgent.key, event, daysLeft: daysBetween(today, event.on) });
    if (open || overtaken) schedule.passed.push(...passed.map(({ key }) => key), ...(overtaken ? [urgent.key] : []));
  }
  return schedule;
}

type Way = { key: ReminderKey; at: number };

/** The leads of an event that were not told yet, the most urgent first. */
function leadsOf(event: HoldingEvent, settings: Settings, kept: readonly KeptReminder[]): Way[] {
  return [...new Set(settings.leadDays)]
    .filter((lead) => event.longestLead === null || lead <= event.longestLead)
    .sort((one, other) => one - other)
    .map((lead) => ({ key: `${event.id}@${lead}`, at: opening(leadDay(event.on, lead, settings), settings) }))
    .filter(({ key }) => kept.every((each) => each.key !== key));
}

function leadDay(on: PlainDate, lead: number, settings: Settings): PlainDate {
  return dayFrom(addDays(on, -lead), on, settings);
}

/** What was snoozed comes again under a name of its own, once. */
function againOf(kept: readonly KeptReminder[]): Way[] {
  return kept.flatMap(({ key, state, again }) => {
    const next = keyAgain(key);
    const told = kept.some((each) => each.key === next);
    return state === "snoozed" && again !== null && !told ? [{ key: next, at: again }] : [];
  });
}

/** How long a reminder rests that was snoozed, in days. */
const snoozeDays = 7;

/**
 * When a snoozed reminder comes again: after a week, within the team's hours; where the event comes before, on the last of
 * the team's days before it. Null where there is none left.
 */
export function snoozedUntil(event: HoldingEvent, settings: Settings, now: number): number | null {
  const today = dayIn(settings, now);
  const wanted = addDays(today, snoozeDays);
  const last = wanted < event.on ? wanted : addDays(event.on, -1);
  const at = opening(dayFrom(last, event.on, settings), settings);
  return at > now ? at : null;
}

/** The name of a reminder that comes again. */
function keyAgain(key: ReminderKey): ReminderKey {
  const [, base = key, times = "0"] = /^(.*)~(\d+)$/.exec(key) ?? [];
  return `${base}~${Number(times) + 1}`;
}

/** The event that a reminder is about. */
export function eventIn(key: ReminderKey): string {
  return key.slice(0, key.lastIndexOf("@"));
}

function leadIn(key: ReminderKey): number {
  return Number.parseInt(key.slice(key.lastIndexOf("@") + 1), 10);
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
