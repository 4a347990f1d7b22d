import { addDays, addMonths, daysBetween, type PlainDate } from "#pricing";
import { dayWords } from "../market/days.ts";
import type { Market } from "../market/market.ts";
import { wholeName } from "../market/whole-names.ts";
import { dollars } from "../quantity/amounts.ts";
import { decimal } from "../quantity/money.ts";
import { nearest } from "../quantity/nearest.ts";
import { clean } from "../screen/clean.ts";
import { type DecisionFilter, everyDecision } from "../store/decision-filter.ts";
import { type DecisionState, decisionStates } from "../store/state.ts";
import { type FilterKey, filterKeys, messages, stateNames, stateWords } from "./filter-messages.ts";

/** Which decisions were asked for, and the same in words for whoever reads the list; or what was not understood. */
export type ReadFilter = { filter: DecisionFilter; said: string } | { problem: string };

/** Whether what was typed narrows a list, rather than naming one decision. */
export function isFilter(typed: string): boolean {
  return tokensOf(typed).some(({ key }) => key !== null);
}

/**
 * `vendor:openai owner:ben over:$100 older:30d state:open`, in any order, with words of names between them. `today`: from
 * which ages are counted; `market`: by whose names a vendor can be meant.
 */
export function readFilter(typed: string, today: PlainDate, market: Market): ReadFilter {
  const filter: { -readonly [K in keyof DecisionFilter]: DecisionFilter[K] } = { ...everyDecision };
  const said: string[] = [];
  const words: string[] = [];
  const seen = new Set<string>();
  for (const { key, text } of tokensOf(typed)) {
    if (key === null) {
      words.push(...text.split(/[\s,]+/).filter((word) => word !== ""));
      continue;
    }
    const known = key.toLowerCase();
    if (!isKey(known)) return { problem: messages.noFilter(key, nearest(key, filterKeys)) };
    if (text.trim() === "") return { problem: messages.empty(known) };
    if (seen.has(known)) return { problem: messages.twice(known) };
    seen.add(known);
    const read = readers[known](clean(text).trim(), today, market);
    if ("problem" in read) return read;
    Object.assign(filter, read.part);
    said.push(read.said);
  }
  if (words.length > 0) said.unshift(messages.words(words));
  return { filter: { ...filter, words }, said: said.join(", ") };
}

function tokensOf(typed: string): { key: string | null; text: string }[] {
  // Blanks between quotation marks part nothing.
  const parts = typed.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
  return parts.map((part) => {
    const [, key, value = ""] = /^([a-z]+):(.*)$/is.exec(part) ?? [];
    // A name may have a colon: "Support: chats".
    return key === undefined || (value === "" && !isKey(key))
      ? { key: null, text: part.replaceAll('"', " ") }
      : { key, text: value.replaceAll('"', " ") };
  });
}

function isKey(text: string): text is FilterKey {
  return filterKeys.some((key) => key === text.toLowerCase());
}

type Part = { part: Partial<DecisionFilter>; said: string } | { problem: string };

const readers: Record<FilterKey, (text: string, today: PlainDate, market: Market) => Part> = {
  vendor(text, _, market) {
    const sellers = new Set((wholeName(text, market) ?? []).map((id) => market.row(id)?.vendor ?? id));
    const [one] = sellers;
    const name = one !== undefined && sellers.size === 1 ? market.vendorName(one) : text;
    return { part: { vendor: name }, said: messages.vendor(name) };
  },
  owner(text) {
    const name = text.replace(/^@/, "");
    return { part: { owner: name }, said: messages.owner(name) };
  },
  state(text) {
    const state = stateOfWords(text.toLowerCase());
    return state === null
      ? { problem: messages.noState(text) }
      : { part: { state }, said: messages.state(stateWords[state]) };
  },
  over(text) {
    const [, whole, fraction = "", thousands] =
      /^\$?(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?\s*(k|m)?$/i.exec(text) ?? [];
    if (whole === undefined) return { problem: messages.noMoney(text) };
    const times = thousands === undefined ? "1" : thousands.toLowerCase() === "k" ? "1000" : "1000000";
    const over = decimal(`${whole.replaceAll(",", "")}${fraction}`)
      .times(times)
      .toFixed();
    return { part: { over }, said: messages.over(dollars(over)) };
  },
  older(text, today) {
    const [, many, unit] = /^(\d{1,4})\s*(d|w|m|y)(?:[a-z]*)$/i.exec(text) ?? [];
    if (many === undefined || unit === undefined || Number(many) > mostAge) return { problem: messages.noAge(text) };
    const day = ago[unit.toLowerCase() as keyof typeof ago](today, Number(many));
    return { part: { before: daysBetween("1970-01-01", day) * 86_400_000 }, said: messages.before(dayWords(day)) };
  },
};

const mostAge = 1_000;

const ago = {
  d: (today: PlainDate, many: number) => addDays(today, -many),
  w: (today: PlainDate, many: number) => addDays(today, -7 * many),
  m: (today: PlainDate, many: number) => addMonths(today, -many),
  y: (today: PlainDate, many: number) => addMonths(today, -12 * many),
};

/** `open`, `open points`, `waiting`, or another word for one of them. */
function stateOfWords(words: string): DecisionState | null {
  const [first = ""] = words.split(/[\s_-]+/);
  const own = decisionStates.find((state) => state === first || stateWords[state].toLowerCase() === words);
  return own ?? (Object.hasOwn(stateNames, first) ? (stateNames[first] ?? null) : null);
}
