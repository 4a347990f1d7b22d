import { createRequire } from "node:module";
import type { ModelInfo, ModelPrice } from "@pydantic/genai-prices";
import { addDays } from "../dates.ts";
import { shelfLife } from "../shelf-life.ts";
import { baseName } from "./names.ts";
import type { ModelRef, RateRow, TokenRates } from "./rate.ts";

/** The newest day in the data that ships with version 0.1.8; the version is pinned, so the day is a constant. */
const dataReadOn = "2026-09-22";

/** Our vendors by the names that the library has for them. Others are not asked: their names are not checked. */
const providers: Readonly<Record<string, string>> = {
  openai: "openai",
  anthropic: "anthropic",
  google: "google",
  xai: "x-ai",
  deepseek: "deepseek",
  mistral: "mistral",
};

type Library = typeof import("@pydantic/genai-prices");
let loaded: Library | undefined;

/** Most starts never ask for a rate: its 0.8 MB of data are read when one does. It is never told to fetch anything. */
function library(): Library {
  loaded ??= createRequire(import.meta.url)("@pydantic/genai-prices") as Library;
  return loaded;
}

/**
 * The dated rows that @pydantic/genai-prices has for exactly this model, oldest first. Empty when it has none, when it
 * answers with another model (it matches names by their beginning), or when its price depends on the hour of the day.
 */
export function libraryRows({ vendor, model }: ModelRef): RateRow[] {
  const providerId = Object.hasOwn(providers, vendor) ? providers[vendor] : undefined;
  if (providerId === undefined) return [];
  const timestamp = new Date(`${dataReadOn}T12:00:00Z`);
  const answer = library().calcPrice({ input_tokens: 1, output_tokens: 1 }, model, { providerId, timestamp });
  if (answer === null || answer.provider.id !== providerId || !meant(answer.model, model)) return [];
  const url = answer.provider.pricing_urls?.[0];
  if (url === undefined) return [];
  return datedPrices(answer.model).flatMap(({ from, prices }, at, all) => {
    const rates = textRates(prices);
    if (rates === undefined) return [];
    const next = all[at + 1]?.from;
    return {
      ...rates,
      from,
      until: next === undefined || next === null ? null : addDays(next, -1),
      peak: null,
      source: { url, readOn: dataReadOn, evidence: "third_party" as const },
      staleAfter: addDays(dataReadOn, shelfLife.rate.days),
      confidence: "medium" as const,
      note: "From the price data of @pydantic/genai-prices 0.1.8.",
    };
  });
}

/** The asked name is the model's id or one of its listed names, or one of these with the date of a snapshot. */
function meant(found: ModelInfo, asked: string): boolean {
  const names = [found.id, ...listedNames(found.match)];
  return names.includes(asked) || names.includes(baseName(asked));
}

function listedNames(match: ModelInfo["match"]): string[] {
  if ("equals" in match) return [match.equals];
  return "or" in match ? match.or.flatMap(listedNames) : [];
}

function datedPrices(model: ModelInfo): { from: string | null; prices: ModelPrice }[] {
  if (!Array.isArray(model.prices)) return [{ from: null, prices: model.prices }];
  if (model.prices.some((each) => each.constraint?.type === "time_of_date")) return [];
  return model.prices.map(({ constraint, prices }) => ({
    from: constraint?.type === "start_date" ? constraint.start_date : null,
    prices,
  }));
}

type Tiered = { base: number; tiers: { start: number; price: number }[] };

/** Undefined when the model has no price of text in and out, or more than one border between short and long. */
function textRates(prices: ModelPrice): (TokenRates & Pick<RateRow, "long">) | undefined {
  const keys = { cached: "cache_read_mtok", write5m: "cache_write_mtok", write1h: "cache_write_1h_mtok" } as const;
  const priced = (key: string) => prices[key] as number | Tiered | undefined;
  const [input, output] = [priced("input_mtok"), priced("output_mtok")];
  if (input === undefined || output === undefined) return undefined;
  const all = [input, output, ...Object.values(keys).map(priced)];
  const starts = new Set(all.flatMap((price) => tiersOf(price).map((tier) => tier.start)));
  if (starts.size > 1 || all.some((price) => tiersOf(price).length > 1)) return undefined;
  const take = (of: (price: number | Tiered) => number): TokenRates => {
    const optional = (key: string) => {
      const price = priced(key);
      return price === undefined ? null : written(of(price));
    };
    return {
      input: written(of(input)),
      cached: optional(keys.cached),
      write5m: optional(keys.write5m),
      write1h: optional(keys.write1h),
      output: written(of(output)),
    };
  };
  const [start] = starts;
  const long = take((price) => tiersOf(price)[0]?.price ?? baseOf(price));
  // The library takes the long price when the input is greater than the start of the tier.
  return { ...take(baseOf), long: start === undefined ? null : { fromTokens: start + 1, ...long } };
}

function tiersOf(price: number | Tiered | undefined): Tiered["tiers"] {
  return typeof price === "object" ? price.tiers : [];
}

function baseOf(price: number | Tiered): number {
  return typeof price === "object" ? price.base : price;
}

/** The shortest decimal that names the float is the price somebody typed; an exponent would be a price nobody typed. */
function written(price: number): string {
  return price.toLocaleString("en-US", { useGrouping: false, maximumSignificantDigits: 15 });
}
