import type { Way } from "../advice/compare/comparison.ts";
import type { Market } from "../market/market.ts";

/**
 * Why options have no price or cannot do the work, a fact for each vendor. What shares a reason is said once; `ways`: all
 * that there are, as a model that is the same in every product of its vendor needs no products beside it.
 */
export function reasonFacts(some: readonly Way[], ways: readonly Way[], market: Market) {
  return [...Map.groupBy(some, ({ vendor }) => vendor)].map(([vendor, own]) => ({
    label: market.vendorName(vendor),
    value: sentencesOf(
      own,
      ways.filter((way) => way.vendor === vendor),
      market.vendorName(vendor),
    ).join(". "),
  }));
}

type Alike = { models: string[]; products: string; reason: string };

function sentencesOf(own: readonly Way[], all: readonly Way[], vendor: string): string[] {
  const byModel = [...Map.groupBy(own, ({ model, reason }) => JSON.stringify([model, reason])).values()];
  const alike = new Map<string, Alike>();
  for (const group of byModel) {
    const [first] = group;
    if (first === undefined) continue;
    const { model } = first;
    const products = new Set(group.map(({ product }) => product));
    const everywhere =
      model !== null && all.every((way) => way.model !== model || products.has(way.product)) && products.size > 1;
    const named = everywhere ? "" : [...products].filter((product) => product !== vendor).join(", ");
    const key = `${named} ${first.reason}`;
    const before = alike.get(key) ?? { models: [], products: named, reason: first.reason ?? "" };
    alike.set(key, { ...before, models: [...before.models, ...(model === null ? [] : [model])] });
  }
  return [...alike.values()].map(sentenceOf);
}

function sentenceOf({ models, products, reason }: Alike): string {
  const named = models.join(", ");
  const both = products === "" ? named : named === "" ? products : `${products}, ${named}`;
  return both === "" ? reason : `${both}: ${reason}`;
}
