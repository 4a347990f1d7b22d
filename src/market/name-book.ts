import type { Market } from "./market.ts";

/** A name that can be typed, for the vendor or the product with this id. */
export type KnownName = { id: string; name: string };

/** A name as it is compared: `words` in lower case with one blank between them, `tight` without any. */
export type Spelling = { words: string; tight: string };

/** A name of a vendor or of a product, as it is shown and as it is compared. */
export type Known = KnownName & Spelling & { vendor: string; isProduct: boolean };

/** Every name by which vendors and products of a market are known. */
export type NameBook = {
  ids: ReadonlySet<string>;
  known: readonly Known[];
  /** Products, and words for vendors, by how they are written without blanks. */
  products: ReadonlyMap<string, string>;
  words: ReadonlyMap<string, string>;
  /** The words of each vendor's own name, and those that a product of theirs may begin with, such as ChatGPT. */
  own: ReadonlyMap<string, ReadonlySet<string>>;
  leading: ReadonlyMap<string, ReadonlySet<string>>;
};

type Vendor = Market["catalogue"]["vendors"][number];

const books = new WeakMap<Market, NameBook>();

/** The names of a market, made once for each. */
export function nameBookOf(market: Market): NameBook {
  const known = books.get(market) ?? openBook(market);
  books.set(market, known);
  return known;
}

function openBook(market: Market): NameBook {
  const { vendors, rows } = market.catalogue;
  const named = vendors.flatMap(namesOf);
  const products = vendors.flatMap((vendor) =>
    market.rowsOf(vendor.id).flatMap(({ id, product, kind }): Known[] => {
      if (kind === "tier") return [];
      // What stands in brackets explains a name, and nobody types it.
      const names = new Set([product, product.replace(/\s*\([^)]*\)/g, "")]);
      return [...names].map((name) => ({ id, name, vendor: vendor.id, isProduct: true, ...spell(name) }));
    }),
  );
  const whole = products.filter(({ id, name }) => market.row(id)?.product === name);
  return {
    ids: new Set([...vendors, ...rows].map(({ id }) => id)),
    known: [...named, ...products],
    products: new Map([...byTight(products), ...byTight(whole)]),
    words: byTight(named),
    own: wordSets(vendors, ({ id, name }) => [id, name]),
    leading: wordSets(vendors, ({ words }) => words.filter((word) => !word.includes(" "))),
  };
}

/** Several products of one name: whoever types it means their vendor. */
function byTight(some: readonly Known[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, tight, vendor } of some) {
    const before = found.get(tight);
    found.set(tight, before === undefined || before === id ? id : vendor);
  }
  return found;
}

function wordSets(vendors: readonly Vendor[], of: (vendor: Vendor) => string[]) {
  return new Map(vendors.map((vendor) => [vendor.id, new Set(of(vendor).flatMap((name) => wordsIn(spell(name))))]));
}

/** The vendor's own name first: it stands for the others. */
function namesOf(vendor: Vendor): Known[] {
  const { id, name, words } = vendor;
  const own = spell(name);
  const said = [name, id, ...words].map((each) => ({ said: each, ...spell(each) }));
  return said
    .filter(({ tight }, at) => said.findIndex((each) => each.tight === tight) === at)
    .map(({ said: word, ...spelling }) => ({
      id,
      vendor: id,
      isProduct: false,
      ...spelling,
      name: ` ${own.words} `.includes(` ${spelling.words} `) ? name : `${word} (${name})`,
    }));
}

/** Names are short: a paste must cost no time. */
const longest = 80;

/** Letters and digits in lower case, and a plus as a word: "Pro+" is not "Pro". */
export function spell(text: string): Spelling {
  const words = text
    .slice(0, longest)
    .replace(/[\u00ae\u2122\u00a9]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\+/g, " plus ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return { words, tight: words.replaceAll(" ", "") };
}

export function wordsIn({ words }: Spelling): string[] {
  return words === "" ? [] : words.split(" ");
}
