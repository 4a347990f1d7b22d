import { readFileSync } from "node:fs";
import type { z } from "zod";
import { CatalogueError } from "../load.ts";
import { rateBook } from "./book.ts";
import { libraryRows } from "./library.ts";
import type { RateBook } from "./rate.ts";
import { factorsFileSchema, rateFileSchema } from "./schema.ts";

const vendors = ["openai", "anthropic", "google", "deepseek", "mistral", "xai", "groq", "moonshot", "zhipu"] as const;

/** The API token prices that ship with aicost, checked. Throws a `CatalogueError` that names file and field. */
export function openRates(): RateBook {
  const files = vendors.map((vendor) => read(`${vendor}.json`, rateFileSchema));
  return rateBook(files, read("factors.json", factorsFileSchema).factors, libraryRows);
}

function read<T extends z.ZodType>(name: string, schema: T): z.infer<T> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CatalogueError(`rates/${name}: ${issue?.path.join(".")}: ${issue?.message}`);
}
