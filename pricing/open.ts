import { readdirSync, readFileSync } from "node:fs";
import type { Catalogue } from "./catalogue.ts";
import { CatalogueError, type CatalogueFile, loadCatalogue } from "./load.ts";

/**
 * The catalogue that ships with aicost, read from disk and checked: every vendor is a file in `vendors/`. Throws a
 * `CatalogueError` naming file, row, field.
 */
export function openCatalogue(): Catalogue {
  const vendors = readdirSync(new URL("vendors/", import.meta.url)).filter((name) => name.endsWith(".json"));
  return loadCatalogue(
    vendors.map((name) => read(`vendors/${name}`)),
    read("connections.json"),
    read("accidents.json"),
  );
}

function read(name: string): CatalogueFile {
  try {
    return { name, content: JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) };
  } catch (cause) {
    throw new CatalogueError(`${name}: ${(cause as Error).message}`, { cause });
  }
}
