import { distance } from "fastest-levenshtein";
import type { Market } from "./market.ts";
import { messages } from "./messages.ts";
import { type Known, type KnownName, type NameBook, nameBookOf, type Spelling, spell, wordsIn } from "./name-book.ts";

/**
 * What a typed name means: a vendor or a product of the catalogue, by its id; several vendors that it may mean; or nothing
 * that is known, with the names nearest to it.
 */
export type Named = { id: string } | { several: KnownName[] } | { nearest: KnownName[] };

/** Shorter beginnings mean anything. */
const leastLetters = 3;
const mostNearest = 3;
/** Of more vendors than this a word says nothing. */
const mostSeveral = 4;

/** Words beside a name that do not change what it means. */
const beside = new Set([
  "a",
  "account",
  "app",
  "licence",
  "license",
  "membership",
  "my",
  "plan",
  "subscription",
  "the",
]);

/**
 * A name as people type it: an id, a product with or without its vendor, the vendor, or one of the words by which people
 * mean it, also with something behind it ("Midjourney v7") or only its beginning ("anthrop"). Errors in typing are never
 * put right: the nearest names are offered.
 */
export function readName(typed: string, market: Market): Named {
  const book = nameBookOf(market);
  const id = typed.trim().toLowerCase();
  if (book.ids.has(id)) return { id };
  const said = spell(typed);
  if (said.tight === "") return { nearest: [] };
  const bare = without(said, beside);
  const spellings = bare.tight === "" || bare.tight === said.tight ? [said] : [said, bare];
  for (const find of [inFull, productOf, byWord, byBeginning])
    for (const each of spellings) {
      const found = find(each, book);
      if (found !== undefined) return found;
    }
  return { nearest: nearestTo(said, book) };
}

/** The vendors and products that go with what is being typed, by id: 0 is best, 3 has it somewhere within a word. */
export function rankNames(typed: string, market: Market): Map<string, number> {
  const { tight } = spell(typed);
  const ranks = new Map<string, number>();
  if (tight === "") return ranks;
  for (const each of nameBookOf(market).known) {
    const rank = each.tight === tight ? 0 : each.tight.startsWith(tight) ? 1 : beginsAWord(each, tight) ? 2 : 3;
    if (each.tight.includes(tight)) ranks.set(each.id, Math.min(rank, ranks.get(each.id) ?? 3));
  }
  return ranks;
}

/** What is wrong with a name, in one sentence that says what to type instead where that is known. */
export function nameProblem(typed: string, named: Exclude<Named, { id: string }>): string {
  const said = typed.trim().slice(0, 60);
  const names = ("several" in named ? named.several : named.nearest).map(({ name }) => name);
  return "several" in named ? messages.severalMeant(said, names) : messages.unknownName(said, names);
}

function without(said: Spelling, words: ReadonlySet<string>): Spelling {
  const kept = wordsIn(said).filter((word) => !words.has(word));
  return { words: kept.join(" "), tight: kept.join("") };
}

function inFull({ tight }: Spelling, { products }: NameBook): Named | undefined {
  const id = products.get(tight);
  return id === undefined ? undefined : { id };
}

function byWord({ tight }: Spelling, { words }: NameBook): Named | undefined {
  const id = words.get(tight);
  return id === undefined ? undefined : { id };
}

/**
 * The product whose name has all that is typed, and besides nothing but its vendor's names and words that say nothing:
 * "Kling Pro" is the app membership Pro, but "Perplexity Max" is not the Enterprise Max.
 */
export function productOf(said: Spelling, { known, own, leading }: NameBook): Named | undefined {
  const typed = wordsIn(said);
  const fits = known.filter((each) => {
    if (!each.isProduct) return false;
    const ofVendor = (word: string) => own.get(each.vendor)?.has(word) === true;
    const words = wordsIn(each);
    const asWord = leading.get(each.vendor)?.has(words[0] ?? "") === true ? words[0] : undefined;
    return (
      (typed.length > 1 || typed.some(ofVendor)) &&
      !typed.every(ofVendor) &&
      typed.every((word) => words.includes(word) || ofVendor(word)) &&
      words.every((word) => typed.includes(word) || ofVendor(word) || beside.has(word) || word === asWord)
    );
  });
  const [ids, vendors] = [distinct(fits.map(({ id }) => id)), distinct(fits.map(({ vendor }) => vendor))];
  if (ids[0] === undefined || vendors[0] === undefined || vendors.length > 1) return undefined;
  return { id: ids.length === 1 ? ids[0] : vendors[0] };
}

/** The vendor whose name what is typed begins with, or whose name has a word that begins with what is typed. */
function byBeginning(said: Spelling, { known }: NameBook): Named | undefined {
  const typed = wordsIn(said);
  const named = known.filter((each) => !each.isProduct);
  for (let many = typed.length - 1; many > 0; many--) {
    const tight = typed.slice(0, many).join("");
    const found = named.find((each) => each.tight === tight);
    if (found !== undefined) return { id: found.id };
  }
  if (said.tight.length < leastLetters) return undefined;
  for (let many = typed.length; many > 0; many--) {
    const words = ` ${typed.slice(0, many).join(" ")} `;
    const isMeant = (each: Known) =>
      many === typed.length ? beginsAWord(each, said.tight) : ` ${each.words} `.includes(words);
    const hits = known.filter(isMeant);
    const vendors = distinct(hits.map(({ vendor }) => vendor));
    if (vendors[0] !== undefined && vendors.length === 1 && hits.some((each) => !each.isProduct))
      return { id: vendors[0] };
    if (vendors.length > 1 && vendors.length <= mostSeveral)
      return { several: vendors.flatMap((id) => named.find((each) => each.id === id) ?? []).map(shown) };
  }
  return undefined;
}

/** Whether a name, from the beginning of one of its words on, begins with this. */
function beginsAWord(each: Spelling, tight: string): boolean {
  const words = wordsIn(each);
  return words.some((_, at) => words.slice(at).join("").startsWith(tight));
}

function nearestTo({ tight }: Spelling, { known }: NameBook): KnownName[] {
  const most = Math.max(1, Math.floor(tight.length * 0.4));
  const isPart = (each: Known) => tight.length >= leastLetters && each.tight.includes(tight);
  return known
    .map((each) => ({ each, far: isPart(each) ? 1 : distance(tight, each.tight) }))
    .filter(({ far }) => far <= most)
    .sort((one, other) => one.far - other.far)
    .filter(({ each }, at, ranked) => ranked.findIndex((one) => one.each.id === each.id) === at)
    .slice(0, mostNearest)
    .map(({ each }) => shown(each));
}

function shown({ id, name }: Known): KnownName {
  return { id, name };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
