import type { Says } from "./vocabulary.ts";
import { tableOf } from "./vocabulary.ts";

/** How often something happens. */
export type Period = "month" | "day" | "workday" | "week" | "year";

/** Words for a period, beside an amount. */
export const periods = tableOf<Period>([
  ["a month|per month|each month|every month|monthly|/month|/mo|a mo|per mo|by month", "month"],
  ["a day|per day|each day|every day|daily|/day|everyday", "day"],
  [
    "a working day|per working day|a workday|per workday|each working day|every working day|a weekday|per weekday",
    "workday",
  ],
  ["a week|per week|each week|every week|weekly|/week|/wk", "week"],
  ["a year|per year|each year|every year|yearly|annually|/year|/yr", "year"],
]);

/** Those that also say something where no amount stands beside them. */
export const alsoAlone: ReadonlySet<string> = new Set(["daily", "everyday"]);

/** Behind a period: the amount is of each person. */
export const forEach = tableOf<true>([
  ["each|per person|per user|per developer|per engineer|per designer|per seat|per head|a person", true],
]);

/**
 * What an amount counts. `field`: the part of the work that it fills; null: people. `noun`: one and many. `perUnit`: how many
 * of the field one of them is, from and to. `period`: whether it is an amount only within a period.
 */
export type Unit = {
  field: "conversations" | "accepted" | "characters" | "seconds" | "turns" | null;
  noun: readonly [one: string, many: string];
  says: readonly Says[];
  perUnit?: readonly [low: number, high: number];
  period: boolean;
  /** Talk with people: for customers, software does it. */
  talk?: true;
  /** Written like a number of thousands, its size is a resolution: "4k images" has two readings. */
  sized?: true;
};

const counted = (
  field: Unit["field"],
  one: string,
  many: string,
  says: readonly Says[],
  more: Partial<Unit> = {},
): Unit => ({ field, noun: [one, many], says, period: true, ...more });

const talk = (one: string, many: string) => counted("conversations", one, many, [["output", "text"]], { talk: true });
const requests = (one: string, many: string) => counted("conversations", one, many, []);
const made = (one: string, many: string, output: string, more: Partial<Unit> = {}) =>
  counted("accepted", one, many, [["output", output]], more);
const voice: readonly Says[] = [["output", "voice"]];
const people = (one: string, many: string, says: readonly Says[] = []) =>
  counted(null, one, many, says, { period: false });

/** A spoken minute has 130 to 170 words of six characters, blanks included; a page about 3,000. */
const minute = [780, 1_020] as const;

/** Everything that can be counted. */
export const units = tableOf<Unit>([
  ["chat|chats|support chats|customer chats", talk("chat", "chats")],
  ["conversation|conversations|support conversations", talk("conversation", "conversations")],
  ["ticket|tickets|support tickets", talk("ticket", "tickets")],
  ["email|emails|support emails", talk("email", "emails")],
  ["request|requests|api requests", requests("request", "requests")],
  ["api call|api calls", counted("conversations", "call", "calls", [["job", "code"]])],
  ["call|calls", requests("call", "calls")],
  ["prompt|prompts", requests("prompt", "prompts")],
  ["query|queries", requests("query", "queries")],
  ["message|messages", requests("message", "messages")],
  ["clip|clips|video clips", made("clip", "clips", "video", { sized: true })],
  ["video|videos", made("video", "videos", "video", { sized: true })],
  ["image|images|picture|pictures|illustration|illustrations", made("image", "images", "image", { sized: true })],
  ["song|songs", made("song", "songs", "music")],
  [
    "minutes of speech|minutes of voice|minutes of audio|minutes of narration|minutes of voiceover|min of speech|speech minutes|minutes of text to speech|minutes of tts",
    counted("characters", "minute of speech", "minutes of speech", voice, { perUnit: minute }),
  ],
  [
    "hours of speech|hours of voice|hours of audio|hours of narration|hour of speech",
    counted("characters", "hour of speech", "hours of speech", voice, { perUnit: [60 * minute[0], 60 * minute[1]] }),
  ],
  [
    "characters of speech|characters of voice|characters of text to speech|characters of tts|characters of narration|chars of speech",
    counted("characters", "character of speech", "characters of speech", voice),
  ],
  [
    "pages of speech|pages of narration|pages of voice",
    counted("characters", "page of speech", "pages of speech", voice, { perUnit: [3_000, 3_000] }),
  ],
  ["second|seconds|sec|s", counted("seconds", "second each", "seconds each", [], { period: false })],
  ["turns|turns each", counted("turns", "turn each", "turns each", [], { period: false })],
  ["people|persons|person", people("person", "people")],
  ["employee|employees|staff|colleague|colleagues|teammates|team members", people("person", "people")],
  ["designer|designers", people("designer", "designers")],
  ["developer|developers|devs|engineer|engineers|programmers", people("developer", "developers")],
  ["writer|writers|editors|marketers|analysts|lawyers|students|teachers|researchers", people("person", "people")],
  ["seat|seats|licence|licences|license|licenses", people("seat", "seats", [["job", "person"]])],
]);

/** Before a number of people. */
export const teamsOf = tableOf<true>([
  ["team of|a team of|our team of|company of|a company of|staff of|group of|a group of", true],
]);

/** A resolution as it is typed, by the kind of output whose size it is. */
export const resolutions = tableOf<string>([
  ["720p|in 720p|at 720p", "720p"],
  ["1080p|in 1080p|at 1080p|full hd", "1080p"],
  ["in 4k|at 4k|4k resolution|in 4k resolution|uhd", "4k"],
]);
