import { readdirSync, readFileSync } from "node:fs";
import { type Advisor, openAdvisors } from "#core";
import type { Catalogue, RateBook } from "#pricing";
import { loadCatalogue } from "../../../pricing/load.ts";
import { rateBook } from "../../../pricing/rates/book.ts";
import { libraryRows } from "../../../pricing/rates/library.ts";
import { openRates } from "../../../pricing/rates/open.ts";

// Untyped on purpose: these are the shipped files, with something changed in them.
// biome-ignore lint/suspicious/noExplicitAny: as above
type Json = any;

const shipped = new URL("../../../pricing/", import.meta.url);
const read = (name: string): Json => JSON.parse(readFileSync(new URL(name, shipped), "utf8"));
const named = (folder: string) => readdirSync(new URL(folder, shipped)).filter((name) => name.endsWith(".json"));

const load = (files: readonly { name: string; content: Json }[]): Catalogue =>
  loadCatalogue(
    files,
    { name: "connections.json", content: read("connections.json") },
    { accidents: { name: "accidents.json", content: read("accidents.json") } },
  );

/** The shipped catalogue, read anew, with something changed in one row: another version of it. */
export function withRow(id: string, change: (row: Json) => void): Catalogue {
  let found = false;
  const files = named("vendors/").map((name) => {
    const content = read(`vendors/${name}`);
    for (const row of content.rows.filter((each: Json) => each.id === id)) {
      found = true;
      change(row);
    }
    return { name, content };
  });
  if (!found) throw new Error(`no row ${id}`);
  return load(files);
}

/** The same with a row that begins later beside the one that is there, which ends the day before. */
export function withRowFrom(id: string, from: string, before: string, change: (row: Json) => void): Catalogue {
  const files = named("vendors/").map((name) => {
    const content = read(`vendors/${name}`);
    const row = content.rows.find((each: Json) => each.id === id);
    if (row !== undefined) {
      const next = structuredClone(row);
      Object.assign(next, { from });
      change(next);
      Object.assign(row, { until: before });
      content.rows.push(next);
    }
    return { name, content };
  });
  return load(files);
}

/** The shipped rates with something changed in every row of one model. */
export function withRate(vendor: string, model: string, change: (row: Json) => void): RateBook {
  const files = named("rates/")
    .filter((name) => name !== "factors.json")
    .map((name) => read(`rates/${name}`));
  const own = files.find((each) => each.vendor === vendor).models.find((each: Json) => each.id === model);
  for (const row of own.rows) change(row);
  return rateBook(files, read("rates/factors.json").factors, libraryRows);
}

export const advisors = (catalogue: Catalogue, rates: RateBook = openRates()): ((day: string) => Advisor) =>
  openAdvisors(catalogue, rates);
