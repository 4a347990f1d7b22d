import type { ModelInfo, ModelPrice } from "@pydantic/genai-prices";
import { addDays, type PlainDate } from "../dates.ts";
import type { RateRow, TokenRates } from "./rate.ts";

/** Prices of a model from one day until another, as the library has them. */
export type DatedRates = TokenRates & Pick<RateRow, "long"> & { from: PlainDate | null; until: PlainDate | null };

/** What a model of the library is called exactly: its id and its listed names, and nothing that only begins like one. */
export function exactNames({ id, match }: Pick<ModelInfo, "id" | "match">): string[] {
  return [...new Set([id, ...listedNames(match)])];
}

function listedNames(match: ModelInfo["match"]): string[] {
  if ("equals" in match) return [match.equals];
  return "or" in match ? match.or.flatMap(listedNames) : [];
}

/** The prices of text in and out, oldest first. Empty where they depend on the hour of the day, or have several borders. */
export function datedRates({ prices }: Pick<ModelInfo, "prices">): DatedRates[] {
  return datedPrices(prices).flatMap(({ from, prices: each }, at, all) => {
    const rates = textRates(each);
    const next = all[at + 1]?.from;
    return rates === undefined
      ? []
      : { ...rates, from, until: next === undefined || next === null ? null : addDays(next, -1) };
  });
}

function datedPrices(prices: ModelInfo["prices"]): { from: string | null; prices: ModelPrice }[] {
  if (!Array.isArray(prices)) return [{ from: null, prices }];
  // What was read from a file has no names for its kinds of constraint.
  if (prices.some(({ constraint }) => constraint !== undefined && "start_time" in constraint)) return [];
  return prices.map(({ constraint, prices: each }) => ({
    from: constraint !== undefined && "start_date" in constraint ? constraint.start_date : null,
    prices: each,
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

/** Made once: making one takes a hundred times as long as using it. */
const shortest = new Intl.NumberFormat("en-US", { useGrouping: false, maximumSignificantDigits: 15 });

/** The shortest decimal that names the float is the price somebody typed; an exponent would be a price nobody typed. */
function written(price: number): string {
  return shortest.format(price);
}
