import type { Market } from "../market/market.ts";
import { type Named, nameProblem, rankNames, readName } from "../market/names.ts";
import type { FieldOption } from "../screen/screen.ts";
import { sellerMessages, sellerWords } from "./seller-messages.ts";

/** Answers that name no vendor. */
const others: FieldOption[] = (["other", "undecided"] as const).map((id) => ({
  id,
  label: sellerWords[id],
  group: sellerWords.apart,
}));

type Sellers = { sold: FieldOption[]; all: FieldOption[] };
const kept = new WeakMap<Market, Sellers>();

function sellersOf(market: Market): Sellers {
  const known = kept.get(market);
  if (known !== undefined) return known;
  const sold = market.catalogue.vendors.flatMap((vendor): FieldOption[] => [
    { id: vendor.id, label: vendor.name, hint: sellerWords.anyProduct, group: vendor.name },
    ...market
      .rowsOf(vendor.id)
      .filter((row) => row.kind !== "tier")
      .map((row) => ({ id: row.id, label: row.product, group: vendor.name })),
  ]);
  const sellers = { sold, all: [...sold, ...others] };
  kept.set(market, sellers);
  return sellers;
}

/** What the question for vendors can be answered with: every vendor, their products, and answers that name none. */
export function sellerOptions(market: Market): FieldOption[] {
  return sellersOf(market).all;
}

/**
 * Of these options, those that what was typed may mean, the best first; with nothing typed, the vendors and then the rest.
 * What nothing goes with gets the nearest names. At most `most`.
 */
function findSellers(typed: string, market: Market, options: readonly FieldOption[], most: number): FieldOption[] {
  const words = typed.trim().toLowerCase().slice(0, 60);
  const ranks = rankNames(words, market);
  const named = words === "" ? { nearest: [] } : readName(words, market);
  const meant = "id" in named ? [named.id] : "several" in named ? named.several.map(({ id }) => id) : [];
  const vendorOf = (id: string) => market.row(id)?.vendor ?? id;
  const rank = ({ id, label }: FieldOption): number => {
    if (words === "") return market.row(id) === undefined ? 0 : 1;
    if (meant.includes(id)) return -1;
    if (others.some((other) => other.id === id))
      return label.toLowerCase().includes(words) || id.startsWith(words) ? 0 : 9;
    const ofVendor = ranks.get(vendorOf(id));
    return ranks.get(id) ?? (ofVendor === undefined ? 9 : ofVendor + 4);
  };
  const found = options
    .map((option) => ({ option, at: rank(option) }))
    .filter(({ at }) => at < 9)
    .sort((one, other) => one.at - other.at)
    .map(({ option }) => option);
  if (found.length > 0 || !("nearest" in named)) return found.slice(0, most);
  return named.nearest.flatMap(({ id }) => options.find((option) => option.id === id) ?? []).slice(0, most);
}

/** What may be meant in a field that can be searched: an answer to its question, or for `plans` what is sold. */
export function suggestSellers(field: string, typed: string, market: Market, most: number): FieldOption[] {
  if (field === "plans") return findSellers(typed, market, sellersOf(market).sold, most);
  return field === "vendor" ? findSellers(typed, market, sellersOf(market).all, most) : [];
}

const separators = /\s*[,;\n]\s*|\s+(?:and|or|&|\/|\+)\s+/gi;
/** A name can have commas of its own: so many pieces make one at most. */
const mostPieces = 5;
/** Whoever has more vendors in mind has none in mind. */
const mostNames = 40;

/**
 * Typed names, with commas or "and" between them, as ids of vendors and products. What is no name stays as it was typed, to
 * be refused: `sellerProblem` says how.
 */
export function readSellers(typed: string, market: Market): string[] {
  const names = namesIn(typed, market);
  if (names.length > mostNames) return names;
  const ids = names.map((name) => {
    const named = readSeller(name, market);
    return "id" in named ? named.id : name;
  });
  return [...new Set(ids)];
}

/** What is wrong with the first of some names that is none, in one sentence; `undefined` where all of them are ids. */
export function sellerProblem(answer: unknown, market: Market): string | undefined {
  const names = Array.isArray(answer) ? answer.map(String) : [];
  if (names.length > mostNames) return sellerMessages.tooMany(mostNames);
  for (const name of names) {
    const named = readSeller(name, market);
    if ("several" in named) return nameProblem(name, named);
    if ("nearest" in named) return sellerMessages.noName(nameProblem(name, named));
  }
  return undefined;
}

function readSeller(name: string, market: Market): Named {
  const known = labelled(name, market);
  return known === undefined ? readName(name, market) : { id: known };
}

/** The names in a typed list, each once; what stands in the catalogue with commas in its name stays whole. */
function namesIn(typed: string, market: Market): string[] {
  const pieces: { from: number; to: number }[] = [];
  let from = 0;
  for (const found of typed.matchAll(separators)) {
    pieces.push({ from, to: found.index });
    from = found.index + found[0].length;
  }
  pieces.push({ from, to: typed.length });
  const names = new Set<string>();
  for (let at = 0; at < pieces.length; ) {
    const text = (many: number) => typed.slice(pieces[at]?.from, pieces[at + many - 1]?.to).trim();
    let many = Math.min(mostPieces, pieces.length - at);
    while (many > 1 && labelled(text(many), market) === undefined) many--;
    if (text(many) !== "") names.add(text(many));
    at += many;
  }
  return [...names];
}

const labels = new WeakMap<Market, Map<string, string>>();

/** The option that is called or labelled exactly like this. */
function labelled(name: string, market: Market): string | undefined {
  const byLabel =
    labels.get(market) ??
    new Map(
      sellerOptions(market)
        .toReversed()
        .flatMap(({ id, label }) => [
          [label.toLowerCase(), id],
          [id, id],
        ]),
    );
  labels.set(market, byLabel);
  return byLabel.get(name.toLowerCase());
}
