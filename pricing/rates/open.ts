import { readFileSync } from "node:fs";
import { CatalogueError, type CatalogueFile, parse } from "../check-file.ts";
import { noOwnFiles, type OwnFiles } from "../own.ts";
import { rateBook } from "./book.ts";
import { libraryRows } from "./library.ts";
import { type Newer, updateOf, withNewer } from "./newer.ts";
import { withOwnRates } from "./own.ts";
import type { RateBook } from "./rate.ts";
import { factorsFileSchema, rateFileSchema } from "./schema.ts";

const vendors = ["openai", "anthropic", "google", "deepseek", "mistral", "xai", "groq", "moonshot", "zhipu"] as const;

/**
 * The API token prices that ship with aicost, with those of `own` in their place as long as they hold. `sellers`: the ids
 * of all vendors of the catalogue. `newer`: what the library has said since. Throws a `CatalogueError` that names file, model and field.
 */
export function openRates(
  own: OwnFiles = noOwnFiles,
  sellers: readonly { id: string }[] = [],
  newer: Newer | null = null,
): RateBook {
  const theirs = own.rates.map((file) => ({ name: file.name, rates: parse(file, rateFileSchema) }));
  // A price of a vendor that nobody sells would lie there unseen.
  for (const { name, rates } of theirs)
    if (!sellers.some(({ id }) => id === rates.vendor))
      throw new CatalogueError(`${name}: vendor: no vendor has the id ${rates.vendor}`);
  const shipped = vendors.map((vendor) => parse(read(`${vendor}.json`), rateFileSchema));
  const { factors } = parse(read("factors.json"), factorsFileSchema);
  const library = withNewer(libraryRows, newer);
  return rateBook(withOwnRates(shipped, theirs), factors, library, newer === null ? null : updateOf(newer));
}

function read(name: string): CatalogueFile {
  return {
    name: `rates/${name}`,
    content: JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")),
  };
}
