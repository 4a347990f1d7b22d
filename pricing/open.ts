import { readFileSync } from "node:fs";
import type { Catalogue } from "./catalogue.ts";
import { CatalogueError, type CatalogueFile, loadCatalogue } from "./load.ts";

/** Every vendor has one file, `vendors/<id>.json`. A vendor that is not in this list is not in the catalogue. */
const vendorIds = [
  "openai",
  "anthropic",
  "google",
  "github",
  "microsoft",
  "perplexity",
  "cursor",
  "xai",
  "mistral",
  "openrouter",
  "deepseek",
  "minimax",
  "hailuo",
  "kling",
  "leonardo",
  "krea",
  "elevenlabs",
  "runway",
  "firefly",
  "midjourney",
  "luma",
  "suno",
  "pika",
  "stability",
  "fal",
  "replicate",
] as const;

/** The catalogue that ships with aicost, read from disk and checked. Throws a `CatalogueError` naming file, row, field. */
export function openCatalogue(): Catalogue {
  return loadCatalogue(
    vendorIds.map((id) => read(`vendors/${id}.json`)),
    read("connections.json"),
  );
}

function read(name: string): CatalogueFile {
  try {
    return { name, content: JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) };
  } catch (cause) {
    throw new CatalogueError(`${name}: ${(cause as Error).message}`, { cause });
  }
}
