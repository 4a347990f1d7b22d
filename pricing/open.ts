import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Catalogue } from "./catalogue.ts";
import { CatalogueError, type CatalogueFile } from "./check-file.ts";
import { loadCatalogue } from "./load.ts";
import { noOwnFiles, type OwnFiles } from "./own.ts";

/**
 * The catalogue that ships with aicost, read from disk and checked: every vendor is a file in `vendors/`. With the facts of
 * whoever runs the program beside it. Throws a `CatalogueError` naming file, row, field.
 */
export function openCatalogue(own: OwnFiles = noOwnFiles): Catalogue {
  const here = fileURLToPath(new URL(".", import.meta.url));
  return loadCatalogue(readFolder(here, "vendors"), read(here, "connections.json"), {
    own,
    accidents: read(here, "accidents.json"),
  });
}

const folders = ["vendors", "rates"] as const;
const connections = "connections.json";

/**
 * The facts that lie in a folder of somebody's own, set up as ours is: `vendors/`, `rates/` and `connections.json`, each of
 * which may be missing. They are only read here, and checked with the catalogue. Throws a `CatalogueError` where the folder
 * cannot be read, is empty, or holds something that would be passed over.
 */
export function readOwnFiles(folder: string): OwnFiles {
  const names = list(folder);
  const stray = names.find((name) => name !== connections && !folders.some((each) => each === name));
  if (stray !== undefined)
    throw new CatalogueError(`${stray}: it is in no place: files stand in vendors/ or rates/, or are ${connections}`);
  const [vendors = [], rates = []] = folders.map((name) => (names.includes(name) ? readFolder(folder, name) : []));
  const own = { vendors, rates, connections: names.includes(connections) ? read(folder, connections) : null };
  if (vendors.length + rates.length === 0 && own.connections === null)
    throw new CatalogueError("the folder is empty: put files into vendors/ or rates/, or take the setting out");
  return own;
}

/** What lies in a folder, without what editors and systems hide there. */
function list(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith("."));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    throw new CatalogueError(`the folder cannot be read (${code})`, { cause });
  }
}

function readFolder(here: string, folder: string): CatalogueFile[] {
  return list(join(here, folder)).map((name) => {
    if (!name.endsWith(".json")) throw new CatalogueError(`${folder}/${name}: its name does not end in .json`);
    return read(here, `${folder}/${name}`);
  });
}

function read(here: string, name: string): CatalogueFile {
  try {
    return { name, content: JSON.parse(readFileSync(join(here, name), "utf8")) };
  } catch (cause) {
    throw new CatalogueError(`${name}: ${(cause as Error).message}`, { cause });
  }
}
