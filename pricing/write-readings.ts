import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { applyEdits, modify } from "jsonc-parser";
import type { Catalogue } from "./catalogue.ts";
import { CatalogueError, type CatalogueFile } from "./check-file.ts";
import { loadCatalogue } from "./load.ts";
import type { NewReading } from "./readings.ts";

type Texts = Map<string, string>;
type Item = Record<string, unknown> & {
  source?: { url?: unknown; readOn?: unknown };
  readings?: { url: string; on: string }[];
};

/**
 * Writes readings into the files of a catalogue, each behind those of its row or connection, and changes nothing else in
 * them: the rest of each file stays as it is, to the letter. Returns the names of the files that changed. The catalogue is
 * loaded before and after, in memory; all files are written beside the old ones before the first takes its place. Throws a
 * `CatalogueError` where the catalogue is wrong before or would be after, and what the disk says; nothing has changed then.
 */
export function writeReadings(folder: URL, readings: readonly NewReading[]): string[] {
  const before = readTexts(folder);
  const known = load(before);
  const after = new Map(before);
  const files = new Map([...before].map(([name, text]) => [(JSON.parse(text) as { id?: string }).id, name]));
  for (const reading of readings) {
    const vendor = "vendor" in reading.about ? reading.about.vendor : undefined;
    // The file of connections is the one without an id.
    const name = files.get(vendor);
    if (name === undefined) throw new CatalogueError(`There is no file of the vendor ${vendor}.`);
    after.set(name, withReading(after.get(name) ?? "", name, reading));
  }
  if (figures(load(after)) !== figures(known)) throw new CatalogueError("A reading would have changed a figure.");
  const changed = [...after].filter(([name, text]) => before.get(name) !== text);
  replace(folder, changed, before);
  return changed.map(([name]) => name);
}

/** The text of a file with one more reading; as it is where that page has a reading of that day. */
function withReading(text: string, name: string, { about, url, readOn, on, quote }: NewReading): string {
  const isRow = "vendor" in about;
  const list = isRow ? "rows" : "connections";
  const items = (JSON.parse(text) as Record<string, Item[]>)[list] ?? [];
  const at = items.findIndex((item) => {
    const read = isRow ? item.source : item;
    if (read?.url !== url || read.readOn !== readOn) return false;
    return isRow
      ? item.id === about.row && item.from === about.from
      : item.from === about.from && item.to === about.to && item.status === about.status;
  });
  const item = items[at];
  if (item === undefined) throw new CatalogueError(`${name}: nothing was read there on ${readOn}: ${url}`);
  const { readings = [] } = item;
  if (readings.some((each) => each.url === url && each.on === on)) return text;
  const reading = { url, on, evidence: "official", says: "same", quote };
  const path = [list, at, "readings"];
  const place = Object.keys(item).indexOf(isRow ? "source" : "evidence" in item ? "evidence" : "readOn") + 1;
  const options = {
    formattingOptions: { insertSpaces: true, tabSize: 2, eol: "\n" },
    getInsertionIndex: () => place,
  };
  const edits =
    readings.length === 0
      ? modify(text, path, [reading], options)
      : modify(text, [...path, readings.length], reading, { ...options, isArrayInsertion: true });
  return applyEdits(text, edits);
}

function readTexts(folder: URL): Texts {
  const vendors = readdirSync(new URL("vendors/", folder)).filter((name) => name.endsWith(".json"));
  const names = [...vendors.map((name) => `vendors/${name}`), "connections.json"];
  return new Map(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
}

function load(texts: Texts): Catalogue {
  const files = [...texts].map(([name, text]): CatalogueFile => ({ name, content: JSON.parse(text) }));
  const isConnections = ({ name }: CatalogueFile) => name === "connections.json";
  const connections = files.find(isConnections);
  if (connections === undefined) throw new CatalogueError("connections.json is missing.");
  return loadCatalogue(
    files.filter((file) => !isConnections(file)),
    connections,
  );
}

/** What follows from readings. */
const byReading = new Set(["readings", "confirmed", "staleAfter", "freshDays"]);

/** All that a catalogue says, without when and by whom it was read. */
function figures({ rows, connections }: Catalogue): string {
  return JSON.stringify([rows, connections], (key, value) => (byReading.has(key) ? undefined : value));
}

/** All of them or none: a disk that refuses one gets back what was there. */
function replace(folder: URL, changed: readonly [name: string, text: string][], before: Texts): void {
  const draft = (name: string) => new URL(`${name}.new`, folder);
  const placed: string[] = [];
  try {
    for (const [name, text] of changed) writeFileSync(draft(name), text);
    for (const [name] of changed) {
      renameSync(draft(name), new URL(name, folder));
      placed.push(name);
    }
  } catch (error) {
    for (const name of placed) writeFileSync(new URL(name, folder), before.get(name) ?? "");
    throw error;
  } finally {
    for (const [name] of changed) rmSync(draft(name), { force: true });
  }
}
