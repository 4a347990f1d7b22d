import { isPlainDate } from "#pricing";
import { nearest } from "../quantity/nearest.ts";
import { commanding, hasVisibleLetter, withoutUnseen } from "../quantity/unseen.ts";
import { readWorkload } from "../workload/workload.ts";
import { answerMessages as messages } from "./answer-messages.ts";
import { duties } from "./ids.ts";
import { readPerson, writePerson } from "./person.ts";

/** One answer, checked against its question. `value: undefined` means that nothing was answered. */
export type Read = { value: unknown } | { problem: string };

/**
 * A name or a few words: at most 200 letters, one of them to be seen, and nothing that could command a screen. What nobody
 * sees is left out: two names that look alike are one.
 */
export function readName(value: unknown, problem: string): Read {
  if (typeof value !== "string" || value.length > 200 || commands(value) || !hasVisibleLetter(value))
    return { problem };
  return { value: withoutUnseen(value).trim() };
}

/** A person: a name, or whom a platform's picker named, in the one way in which that is written. */
function readWho(value: unknown, problem: string): Read {
  const named = readName(value, problem);
  if ("problem" in named) return named;
  const { id, name } = readPerson(String(named.value));
  return id === null ? named : { value: writePerson(id, name) };
}

function commands(text: string): boolean {
  return text.search(commanding) >= 0;
}

export function readOwner(value: unknown): Read {
  const problem = messages.owner;
  if (typeof value === "string") return readWho(value, problem);
  if (!isObject(value) || !onlyKeys(value, ["seats", "api"])) return { problem };
  const names = Object.entries(value)
    .filter(([, name]) => name !== "unknown")
    .map(([key, name]) => ({ key, name: readWho(name, problem) }));
  if (names.some(({ name }) => "problem" in name)) return { problem };
  return {
    value:
      names.length === 0
        ? undefined
        : Object.fromEntries(names.map(({ key, name }) => [key, "value" in name ? name.value : ""])),
  };
}

export function readDuties(value: unknown): Read {
  if (!isObject(value)) return { problem: messages.duties };
  const stray = Object.keys(value).find((key) => !duties.some((duty) => duty === key));
  if (stray !== undefined) return { problem: messages.noDuty(quoted(stray), nearest(stray, duties)) };
  const names = Object.entries(value).map(([duty, name]) => ({ duty, name: readWho(name, "") }));
  const wrong = names.find(({ name }) => "problem" in name);
  if (wrong !== undefined) return { problem: messages.duty(wrong.duty) };
  return { value: Object.fromEntries(names.map(({ duty, name }) => [duty, "value" in name ? name.value : ""])) };
}

/** Each part of a quote, read for itself. */
export const quoteParts = {
  amount: (value: unknown): Read => {
    const amount = typeof value === "number" ? String(value) : value;
    return typeof amount === "string" && /^\d{1,15}(\.\d{1,6})?$/.test(amount) && Number(amount) !== 0
      ? { value: amount }
      : { problem: messages.amount };
  },
  currency: (value: unknown): Read =>
    typeof value === "string" && /^[A-Z]{3}$/.test(value) ? { value } : { problem: messages.currency },
  unit: (value: unknown): Read => readName(value, messages.quote),
  term: (value: unknown): Read => readName(value, messages.quote),
} as const;
export type QuotePart = keyof typeof quoteParts;

export function readQuote(value: unknown): Read {
  if (value === "none") return { value };
  if (!isObject(value) || !onlyKeys(value, Object.keys(quoteParts))) return { problem: messages.quote };
  const quote: Record<string, unknown> = {};
  for (const [part, read] of Object.entries(quoteParts)) {
    const found = read(value[part]);
    if ("problem" in found) return found;
    quote[part] = found.value;
  }
  return { value: quote };
}

export function readLink(value: unknown): Read {
  if (value === "none") return { value };
  const problem = messages.link;
  if (!isObject(value) || !onlyKeys(value, ["url", "readOn"])) return { problem };
  const { url, readOn } = value;
  if (typeof url !== "string" || url.length > 2_000 || !/^https?:\/\/[^\s<>"|]+$/.test(url) || commands(url))
    return { problem };
  if (typeof readOn !== "string" || !isPlainDate(readOn)) return { problem };
  return { value: { url, readOn } };
}

function onlyKeys(value: Record<string, unknown>, keys: readonly string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Checked here, kept as it was written: a stored answer holds no amounts of ours. */
export function readWork(value: unknown): Read {
  if (!isObject(value)) return { problem: messages.workload };
  const read = readWorkload(value);
  return "problem" in read ? { problem: read.problem } : { value };
}

/** A short form of whatever was given, for a message. */
export function quoted(value: unknown): string {
  if (typeof value === "string") return `"${value.slice(0, 60)}"`;
  return typeof value === "object" ? (value === null ? "null" : "this") : String(value).slice(0, 60);
}
