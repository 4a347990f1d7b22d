import type { Market } from "../market/market.ts";
import { nameProblem, rankNames, readName } from "../market/names.ts";
import type { FieldOption } from "../screen/screen.ts";

const apart = "None of these";
const others: FieldOption[] = [
  { id: "other", label: "Another vendor", group: apart },
  { id: "undecided", label: "Not decided", group: apart },
];

type Sellers = { sold: FieldOption[]; all: FieldOption[] };
const kept = new WeakMap<Market, Sellers>();

function sellersOf(market: Market): Sellers {
  const known = kept.get(market);
  if (known !== undefined) return known;
  const sold = market.catalogue.vendors.flatMap((vendor): FieldOption[] => [
    { id: vendor.id, label: vendor.name, hint: "any product of theirs", group: vendor.name },
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
  const rank = ({ id, label, group }: FieldOption): number => {
    if (words === "") return market.row(id) === undefined ? 0 : 1;
    if (meant.includes(id)) return -1;
    if (group === apart) return label.toLowerCase().includes(words) || id.startsWith(words) ? 0 : 9;
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
 * Typed names, with commas or "and" between them, as ids of vendors and products; or what is wrong with the first that is
 * no name, in one sentence that names what to type instead.
 */
export function readSellers(typed: string, market: Market): { ids: string[] } | { problem: string } {
  const names = namesIn(typed, market);
  if (names.length > mostNames) return { problem: `Name ${mostNames} vendors or products at most.` };
  const ids = new Set<string>();
  for (const name of names) {
    const known = labelled(name, market);
    const named = known === undefined ? readName(name, market) : { id: known };
    if ("id" in named) ids.add(named.id);
    else
      return { problem: `${nameProblem(name, named)}${"several" in named ? "" : ' If it is none of these: "other".'}` };
  }
  return { ids: [...ids] };
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
