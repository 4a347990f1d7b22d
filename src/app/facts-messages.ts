import type { PlainDate } from "#pricing";
import { dayWords } from "../market/days.ts";
import type { Unreachable } from "./page-reader.ts";

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

/** What whoever looks after the catalogue reads. */
export const factsMessages = {
  due: {
    heading: (count: number) =>
      count === 0 ? "Nothing to read" : `${many(count, "page")} to read, the most urgent first`,
    none: "Every reading is fresh, and stays so for the next 30 days.",
    read: (day: PlainDate | null) => (day === null ? "Never read on a known day." : `Last read ${dayWords(day)}.`),
    stale: "Stale.",
    soon: (day: PlainDate) => `Stale after ${dayWords(day)}.`,
    used: (count: number) => (count === 0 ? "" : `Used by ${many(count, "decision")} here.`),
    lookFor: (what: readonly string[]) => `look for ${what.join(", ")}`,
    byHand: "look for the sentence, and keep it as a quote",
    connection: (says: string) => `look for: ${says}`,
    more: (count: number) => `${many(count, "more page")}: --all shows them.`,
  },
  check: {
    still: (name: string, quote: string) => `Still there, ${name}: "${quote}"`,
    changed: (name: string, missing: readonly string[]) => `Changed, ${name}. Not found: ${missing.join(", ")}.`,
    now: (words: string) => `It says now: "${words}"`,
    gone: "Nothing of it is left on the page.",
    unreachable: (reason: Unreachable, detail: string) =>
      `Not read: ${reasons[reason]}${detail === "" ? "" : ` (${detail})`}.`,
    summary: (still: number, changed: number, unread: number, byHand: number) =>
      `${still} still there, ${changed} changed, ${unread} not read, ${byHand} to read by hand.`,
    keptHere: "What is still there counts as read today on this installation. No price was changed.",
    nothing: "No reading is stale.",
  },
  readings: {
    none: "Nobody here has read anything again.",
    columns: ["Day", "Product", "Says", "Value", "By", "Page"],
    same: "still true",
    differs: "it changed",
    program: "facts check",
    gone: "(read anew since)",
  },
};

/** What a colleague reads who looks at a page for the team. */
export const checkMessages = {
  open: (name: string) => `Check ${name}`,
  title: "Is it still true?",
  price: (words: string) => `We have: ${words}.`,
  page: "Open the page",
  label: "What does it say now?",
  hint: "Only if it changed. Such as $25 a month.",
  changed: "It changed",
  still: "Still true",
  back: "Back to Details",
  missing: "Enter what the page says now, such as $25 a month.",
  long: (most: number) => `Enter at most ${most} characters, such as $25 a month.`,
  gone: "This has been read again since. Open Details again.",
  thanks: "Thank you",
  keptSame: (name: string, day: PlainDate) => `${name}: checked by a colleague, ${dayWords(day)}.`,
  keptDiffers: (name: string, value: string) => `${name} says now: ${value}`,
  keptFor: "Your team sees this beside the source. No price is changed.",
};

const reasons: Record<Unreachable, string> = {
  "not https": "it is not, or leads away from, https",
  "foreign host": "it leads to a site that the catalogue does not have",
  "private address": "its name stands for an address that is not on the open net",
  robots: "the site asks programs not to read it",
  "robots unknown": "the site's robots.txt could not be had",
  status: "the site answered with an error",
  "too large": "it is too large",
  "too slow": "it took too long",
  "too many redirects": "it leads from page to page",
  "no text": "it is no text",
  "needs a browser": "it has hardly any text without a browser",
  failed: "the connection failed",
};
