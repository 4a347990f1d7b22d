import { z } from "zod";
import { isPlainDate } from "#pricing";
import { isZone } from "./zone.ts";

const day = z.string().refine(isPlainDate);
const hour = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const amount = z.string().regex(/^\d{1,12}(?:\.\d{1,12})?$/);
const person = z.string().min(1).max(200);
const channel = z.string().min(1).max(64);

/**
 * What a team settled for itself, in one shape. Everything has a value that suits a team that never looked: nobody has to open
 * the settings. People are texts as in `checklist/person.ts`.
 */
const teamSettings = z.object({
  /** The channel where recommendations usually go. */
  channel: channel.nullable().default(null),
  /** Who may approve besides the owner that a purchase names. */
  approvers: z.array(person).max(20).default([]),
  /** Whether two different people have to approve. */
  twoApprovals: z.boolean().default(false),
  /** Who may change these settings. Where no approver is named, everybody may. */
  mayChange: z.enum(["everybody", "approvers"]).default("everybody"),
  /** What one US dollar costs in the team's own currency, by the team's word on that day. Shown beside dollars, never in place of them. */
  currency: z
    .object({ code: z.string().regex(/^[A-Z]{3}$/), perDollar: amount, on: day })
    .nullable()
    .default(null),
  /** How many days before a balance ends people are reminded; the longest first. */
  leadDays: z.array(z.number().int().min(1).max(365)).min(1).max(6).default([60, 30, 7]),
  /** The time zone of reminders, by its name in the IANA database. */
  zone: z.string().refine(isZone).default("UTC"),
  /** The hours in which the team may be reminded, on working days or on all; from `from` to `to` of the same day. */
  hours: z
    .object({ from: hour, to: hour, workingDays: z.boolean() })
    .refine(({ from, to }) => from < to)
    .default({ from: "09:00", to: "17:00", workingDays: true }),
  /** By what share of its money a decision must have changed before its thread is told, as a decimal: 0.1 is a tenth. */
  moneyShare: z
    .string()
    .regex(/^(?:0(?:\.\d{1,4})?|1)$/)
    .default("0.1"),
  /** After how many days a superseded or declined decision is deleted; null: never. */
  keepDays: z.number().int().min(30).max(3_650).nullable().default(null),
  /** Whether two people who buy the same thing are told of each other. */
  sameThingHint: z.boolean().default(false),
});

export type TeamSettings = Readonly<z.infer<typeof teamSettings>>;

/** What was kept, with today's defaults for what was not. Throws a ZodError for what nobody can have kept. */
export function readTeamSettings(kept: unknown): TeamSettings {
  return teamSettings.parse(kept ?? {});
}

/** Whether a text can be the id of a channel. */
export function isChannelId(text: unknown): text is string {
  return channel.safeParse(text).success;
}
