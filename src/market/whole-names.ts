import type { Market } from "./market.ts";
import { nameBookOf, spell, wordsIn } from "./name-book.ts";
import { productOf } from "./names.ts";

/** Words by which a vendor tells its plans apart: "ChatGPT Business" is every seat of that name. */
const planWords = new Set(
  "basic|business|creator|edu|enterprise|essential|free|go|max|plus|premier|premium|pro|standard|starter|team|teams|ultra".split(
    "|",
  ),
);
/** Of more products than this, a name says no more than its vendor. */
const mostOfName = 6;

/**
 * What words mean that are a name from their first to their last: a vendor or a product by its id, or the several products of
 * one name that are sold. Undefined for all else: no beginning, no likeness and no word beside it is taken for a name.
 */
export function wholeName(typed: string, market: Market): string[] | undefined {
  const book = nameBookOf(market);
  const id = typed.trim().toLowerCase();
  if (book.ids.has(id)) return [id];
  const said = spell(typed);
  const isRow = (each: string | undefined) => each !== undefined && market.row(each) !== undefined;
  const inFull = book.products.get(said.tight);
  if (inFull !== undefined && isRow(inFull)) return [inFull];
  const word = book.words.get(said.tight);
  if (word !== undefined) return [word];
  if (!wordsIn(said).every((each) => wordsOf(market).has(each))) return undefined;
  const [known, memory] = [memories.get(market)?.get(said.words), memories.get(market) ?? new Map()];
  if (known !== undefined) return known.length === 0 ? undefined : known;
  const product = productOf(said, book);
  const isProduct = product !== undefined && "id" in product && isRow(product.id);
  const found = isProduct ? [product.id] : (familyOf(wordsIn(said), market) ?? (inFull === undefined ? [] : [inFull]));
  // Only a memory, bounded: the same few names are typed again and again.
  if (memory.size >= 5_000) memory.clear();
  memories.set(market, memory.set(said.words, found));
  return found.length === 0 ? undefined : found;
}

const memories = new WeakMap<Market, Map<string, string[]>>();

const vocabularies = new WeakMap<Market, ReadonlySet<string>>();

/** Every word that a name has: what has another one is none, which is seen without looking through them all. */
function wordsOf(market: Market): ReadonlySet<string> {
  const known = vocabularies.get(market);
  if (known !== undefined) return known;
  const words = new Set([...planWords, ...nameBookOf(market).known.flatMap(wordsIn)]);
  vocabularies.set(market, words);
  return words;
}

/** The products on sale of a vendor whose names have these words of plans. */
function familyOf(words: readonly string[], market: Market): string[] | undefined {
  const { words: vendors } = nameBookOf(market);
  for (let many = words.length - 1; many > 0; many--) {
    const vendor = vendors.get(words.slice(0, many).join(""));
    const rest = words.slice(many);
    if (vendor === undefined || !rest.every((word) => planWords.has(word))) continue;
    const found = market.rowsOf(vendor).filter((row) => {
      const named = wordsIn(spell(row.product));
      return market.isSold(row) && rest.every((word) => named.includes(word) || named.includes(`${word}s`));
    });
    return found.length === 0 || found.length > mostOfName ? undefined : found.map((row) => row.id);
  }
  return undefined;
}

/** Of more vendors than this a word says nothing. */
const mostSharing = 4;

/** The vendors that share a word of their names, such as Copilot; none where it is the name of one, or of nobody. */
export function vendorsSharing(word: string, market: Market): string[] {
  const { words, tight } = spell(word);
  const { known, words: names } = nameBookOf(market);
  if (words === "" || names.has(tight)) return [];
  const sharing = known.filter((each) => !each.isProduct && ` ${each.words} `.includes(` ${words} `));
  const vendors = [...new Set(sharing.map(({ vendor }) => vendor))];
  return vendors.length > 1 && vendors.length <= mostSharing ? vendors : [];
}
