import type { Advisor } from "../advice/advise.ts";
import { exampleLine } from "../advice/compare/examples.ts";
import { messages } from "../advice/compare/messages.ts";
import { type Asked, type Refused, readComparison } from "../advice/compare/request.ts";
import type { Market } from "../market/market.ts";
import { nameProblem, readName } from "../market/names.ts";
import { workKinds } from "../workload/workload.ts";
import { readEstimateWords, tooMuch } from "./typed-estimate.ts";

/** Words between names that name nothing. */
const joining = new Set([
  "a",
  "an",
  "and",
  "against",
  "between",
  "for",
  "from",
  "in",
  "of",
  "on",
  "or",
  "the",
  "to",
  "versus",
  "vs",
  "vs.",
  "with",
  "&",
]);

const unit = /^(usage )?(credits?|tokens?|points?|units?|coins?)$/i;

export const compareExample =
  "media output=video accepted=20 acceptanceRate=40% seconds=8 resolution=1080p audio=yes vendors=kling,runway";

/** The longest name, in words: "Kling app membership Standard". */
const longestName = 5;

/**
 * A typed comparison: a kind of work with its fields, as an estimate takes them, and vendors as `vendors=kling,runway` or by
 * their names. JSON is taken too. What asks for a rate between units is refused.
 */
export function readCompareWords(words: string, advisor: Advisor): Asked | Refused {
  const { market } = advisor;
  const text = words.trim();
  if (/^[{\u201c\u201d]/.test(text)) {
    const read = readEstimateWords(text);
    return "problem" in read
      ? { problem: read.problem, example: exampleLine([], undefined, market) }
      : readAny(read.input, advisor);
  }
  const { kind, pairs, named, bare } = sortWords(text);
  const names = readNames(bare, market);
  const vendors = [...named, ...("ids" in names ? names.ids : [])];
  const known = vendors.flatMap((name) => {
    const read = readName(name, market);
    return "id" in read ? [read.id] : [];
  });
  const refused = (problem: string): Refused => ({
    problem,
    example: exampleLine(known, { ...(kind === undefined ? {} : { kind }), ...outputIn(pairs) }, market),
  });
  const word = bare.find((each) => unit.test(each));
  if (word !== undefined) return refused(messages.units(plural(word)));
  if (kind === undefined && pairs.length === 0) return refused(messages.noWork);
  if ("problem" in names) return refused(names.problem);
  const read = readEstimateWords([kind ?? "", ...pairs].join(" "));
  if ("problem" in read) return refused(read.problem);
  return readAny({ ...(read.input as object), vendor: vendors }, advisor);
}

function readAny(input: unknown, advisor: Advisor): Asked | Refused {
  const more = tooMuch(input);
  return more === undefined
    ? readComparison(input, advisor)
    : { problem: more, example: exampleLine([], undefined, advisor.market) };
}

type Sorted = { kind: string | undefined; pairs: string[]; named: string[]; bare: string[] };

/** The words by what they are. What follows a comma in a list of vendors belongs to it. */
function sortWords(text: string): Sorted {
  const sorted: Sorted = { kind: undefined, pairs: [], named: [], bare: [] };
  let inList = false;
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    const list = /^vendors?=(.*)$/i.exec(word)?.[1];
    if (list !== undefined) sorted.named.push(...parted(list));
    else if (word.includes("=")) sorted.pairs.push(word);
    else if (inList) sorted.named.push(...parted(word));
    else if (sorted.kind === undefined && isKind(word)) sorted.kind = word.toLowerCase();
    else sorted.bare.push(...word.split(/(,)/).filter((each) => each !== ""));
    inList = (list !== undefined || inList) && word.endsWith(",");
  }
  return sorted;
}

function isKind(word: string): boolean {
  return workKinds.some((kind) => kind === word.toLowerCase());
}

function parted(list: string): string[] {
  return list.split(",").filter((each) => each !== "");
}

/** Names that stand one behind another, by the ids of what they name. A word that adds nothing to a name is no part of it. */
function readNames(bare: readonly string[], market: Market): { ids: string[] } | { problem: string } {
  const ids: string[] = [];
  let at = 0;
  while (at < bare.length) {
    const word = bare[at] ?? "";
    if (word === "," || joining.has(word.toLowerCase())) {
      at++;
      continue;
    }
    const rest = bare.slice(at, at + longestName);
    const end = rest.findIndex((each) => each === "," || joining.has(each.toLowerCase()));
    const found = longestOf(end < 0 ? rest : rest.slice(0, end), market);
    if (found === undefined) {
      if (/^[\d$]/.test(word)) return { problem: messages.notAField(word.slice(0, 40)) };
      const read = readName(word, market);
      return { problem: "id" in read ? messages.notAField(word.slice(0, 40)) : nameProblem(word, read) };
    }
    ids.push(found.id);
    at += found.words;
  }
  return { ids };
}

/** The name that these words begin with, as long as every word of it says something that those before it do not. */
function longestOf(words: readonly string[], market: Market): { id: string; words: number } | undefined {
  let best: { id: string; words: number } | undefined;
  for (let many = 1; many <= words.length; many++) {
    const last = words[many - 1] ?? "";
    const read = readName(words.slice(0, many).join(" "), market);
    if (!("id" in read)) continue;
    if (best === undefined) best = { id: read.id, words: many };
    else if (read.id !== best.id && !("id" in readName(last, market))) best = { id: read.id, words: many };
  }
  return best;
}

function outputIn(pairs: readonly string[]): { output?: string } {
  const output = pairs.find((pair) => pair.startsWith("output="))?.slice("output=".length);
  return output === undefined ? {} : { output };
}

function plural(word: string): string {
  const many = /s$/i.test(word) ? word : `${word}s`;
  return many.charAt(0).toUpperCase() + many.slice(1).toLowerCase();
}
