import { createRequire } from "node:module";
import type { ModelInfo } from "@pydantic/genai-prices";
import { addDays } from "../dates.ts";
import { shelfLife } from "../shelf-life.ts";
import { datedRates, exactNames } from "./library-prices.ts";
import { baseName } from "./names.ts";
import type { ModelRef, RateRow } from "./rate.ts";

/** The newest day in the data that ships with version 0.1.8; the version is pinned, so the day is a constant. */
const dataReadOn = "2026-09-22";

/** Our vendors by the names that the library has for them. Others are not asked: their names are not checked. */
export const providers: Readonly<Record<string, string>> = {
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
  return datedRates(answer.model).map((rates) => ({
    ...rates,
    peak: null,
    source: { url, readOn: dataReadOn, evidence: "third_party" as const },
    staleAfter: addDays(dataReadOn, shelfLife.rate.days),
    confidence: "medium" as const,
    note: "From the price data of @pydantic/genai-prices 0.1.8.",
  }));
}

/** The asked name is the model's id or one of its listed names, or one of these with the date of a snapshot. */
function meant(found: ModelInfo, asked: string): boolean {
  const names = exactNames(found);
  return names.includes(asked) || names.includes(baseName(asked));
}

/** What the library that ships knows of a vendor: the page of its prices, and the exact names of each model with a price. */
export function shippedModels(vendor: string): { url: string; names: string[][] } | undefined {
  const providerId = Object.hasOwn(providers, vendor) ? providers[vendor] : undefined;
  const provider = providerId === undefined ? undefined : library().findProvider({ providerId });
  const url = provider?.pricing_urls?.[0];
  if (provider === undefined || url === undefined) return undefined;
  return { url, names: provider.models.filter((model) => datedRates(model).length > 0).map(exactNames) };
}

/** Where the library says that newer data lies. */
export function libraryAddress(): string {
  return library().REMOTE_DATA_JSON_URL;
}
