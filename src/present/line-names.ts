import type { Alternative, EstimateLine } from "../estimate/result.ts";
import type { Market } from "../market/market.ts";
import { modelName } from "../market/model-name.ts";
import { budgetNames, lostName, unitNames } from "./line-words.ts";

/**
 * The names of the lines of an estimate, in their order: product and model, and where two would read alike, what tells
 * them apart. No two are the same.
 */
export function lineNames(lines: readonly EstimateLine[], market: Market): string[] {
  const words: ((line: EstimateLine) => string)[] = [
    ({ budget }) => budgetNames[budget],
    ({ unit }) => (unit === null ? "" : unitNames[unit]),
    ({ form }) => form ?? "",
  ];
  const plain = lines.map((line) => plainName(line, market));
  return numbered(words.reduce((names, wordOf) => toldApart(names, lines.map(wordOf)), plain));
}

/** The names of other ways to do the work, in their order. What each changes stands behind it, in its own text. */
export function alternativeNames(others: readonly Alternative[], market: Market): string[] {
  const plain = others.map((each) => plainName(each, market));
  return toldApart(
    plain,
    others.map(({ form }) => form ?? ""),
    others.map(({ text }, at) => `${plain[at]}: ${text}`),
  );
}

/** What a wallet is called: its product. A row that is gone from the catalogue keeps its id. */
export function productName(wallet: string, market: Market): string {
  return market.row(wallet)?.product ?? wallet;
}

function plainName({ option, wallet, model }: Pick<EstimateLine, "option" | "wallet" | "model">, market: Market) {
  const product = wallet === null ? undefined : productName(wallet, market);
  // A model's key is for scripts; its product says whose it is.
  const name = model && modelName(model);
  const parts = [option === "lost" ? lostName : undefined, product, name];
  return parts.filter((part) => part != null && part !== "").join(", ") || option;
}

/** What reads alike gets its own word behind its name, where those words are not all the same. */
function toldApart(names: readonly string[], words: readonly string[], reads = names): string[] {
  const wordsOf = new Map<string, Set<string>>();
  for (const [at, each] of reads.entries()) wordsOf.set(each, (wordsOf.get(each) ?? new Set()).add(words[at] ?? ""));
  return names.map((name, at) =>
    words[at] && (wordsOf.get(reads[at] ?? "")?.size ?? 0) > 1 ? `${name}, ${words[at]}` : name,
  );
}

/** The last resort: what still reads alike is counted. */
function numbered(names: readonly string[]): string[] {
  const given = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let at = 2; given.has(own); at++) own = `${name}, ${at}`;
    given.add(own);
    return own;
  });
}
