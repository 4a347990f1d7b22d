import { addDays, type PlainDate } from "../dates.ts";
import { providers, shippedModels } from "./library.ts";
import { type DataModel, readLibraryData } from "./library-data.ts";
import { type DatedRates, datedRates, exactNames } from "./library-prices.ts";
import type { Newer, Refused } from "./newer.ts";
import { isJump, isPlausible, isSame } from "./plausible.ts";
import type { ModelRef, RateRow } from "./rate.ts";

/** What is known before newer data is looked at. */
export type Before = {
  newer: Newer | null;
  /** The library's rows for exactly this model, those of newer data among them. */
  rows(ref: ModelRef): RateRow[];
  /** Whether our own rows say what this model costs on the day: then the library is not asked. */
  isOurs(ref: ModelRef): boolean;
};

/** What came of a look at newer data. `gone`: models that it does not name any more; their last price stays, and ages. */
export type Taken = { newer: Newer; changed: string[]; added: string[]; gone: string[] };

/**
 * The library's newer data, as it was read on a day, against what is known: what it says of models by their exact names is
 * taken from that day on, where it can be a price and is no jump. A sentence where the data as a whole is not believed.
 */
export function takeNewer(content: unknown, on: PlainDate, before: Before): Taken | { problem: string } {
  const data = readLibraryData(content);
  if (data === undefined) return { problem: "it is not in the form of the price data" };
  const taken: Taken = { newer: { readOn: on, rates: [], same: [], refused: [] }, changed: [], added: [], gone: [] };
  for (const [vendor, provider] of Object.entries(providers)) {
    const shipped = shippedModels(vendor);
    const models = data.get(provider) ?? [];
    const named = new Set(models.map(({ id }) => id));
    const known = shipped?.names.map(([id = ""]) => id) ?? [];
    const gone = known.filter((id) => !named.has(id));
    // A half that is missing is a file that broke off, and no news of models.
    if (shipped === undefined || gone.length * 2 > known.length)
      return { problem: `it names ${known.length - gone.length} of ${known.length} known models of ${vendor}` };
    const kept = before.newer?.rates.find((each) => each.vendor === vendor)?.models.map(({ id }) => id) ?? [];
    const silent = [...gone, ...kept.filter((id) => !known.includes(id) && !named.has(id))];
    taken.gone.push(...silent.filter((id) => !before.isOurs({ vendor, model: id })).map((id) => `${vendor}:${id}`));
    takeVendor(vendor, shipped, models, on, before, taken);
  }
  return taken;
}

function takeVendor(
  vendor: string,
  shipped: { url: string; names: string[][] },
  models: readonly DataModel[],
  on: PlainDate,
  before: Before,
  taken: Taken,
): void {
  const kept = before.newer?.rates.find((each) => each.vendor === vendor)?.models ?? [];
  const now = new Map(kept.map((model) => [model.id, model]));
  const seen = new Set<string>();
  for (const model of models) {
    const names = exactNames(model);
    const rows = datedRates(model).filter(({ until }) => until === null || until >= on);
    const [first] = rows;
    if (first === undefined || names.some((name) => before.isOurs({ vendor, model: name }))) continue;
    const key = `${vendor}:${model.id}`;
    const olds = names.flatMap((name) => knownOn(before.rows({ vendor, model: name }), on) ?? []);
    const why = objection(names, rows, olds, seen);
    for (const name of names) seen.add(name);
    if (why !== undefined) {
      taken.newer.refused.push({ model: key, why });
      continue;
    }
    // An id that ships, and that the library does not answer to, was no price before and is no news now.
    if (olds.length === 0 && shipped.names.some(([id]) => id === model.id)) continue;
    if (olds.length > 0 && olds.every((old) => isUnchanged(old, rows))) {
      taken.newer.same.push(...names.map((name) => `${vendor}:${name}`));
      continue;
    }
    (olds.length === 0 ? taken.added : taken.changed).push(key);
    const from = firstDay(first, olds, on);
    const earlier = (now.get(model.id)?.rows ?? [])
      .filter((row) => row.from < from)
      .map((row) => (row.until === null || row.until >= from ? { ...row, until: addDays(from, -1) } : row));
    now.set(model.id, {
      id: model.id,
      aliases: names.filter((name) => name !== model.id),
      before: "library",
      lighter: null,
      rows: [
        ...earlier,
        ...rows.map((row) => asRow(row, row.from !== null && row.from > from ? row.from : from, shipped.url, on)),
      ],
    });
  }
  if (now.size > 0) taken.newer.rates.push({ vendor, models: [...now.values()] });
}

type Known = { row: RateRow; next: RateRow[] };

/** The row in force on the day, and those that are announced after it. */
function knownOn(rows: readonly RateRow[], on: PlainDate): Known | undefined {
  const row = rows.find((each) => (each.from ?? "") <= on && on <= (each.until ?? "9999"));
  return row && { row, next: rows.filter((each) => (each.from ?? "") > on) };
}

function objection(
  names: readonly string[],
  rows: readonly DatedRates[],
  olds: readonly Known[],
  seen: ReadonlySet<string>,
): Refused["why"] | undefined {
  if (names.some((name) => seen.has(name))) return "name";
  if (!rows.every(isPlausible)) return "implausible";
  return olds.some((old) => rows.some((row) => isJump(old.row, row))) ? "jump" : undefined;
}

function isUnchanged({ row, next }: Known, rows: readonly DatedRates[]): boolean {
  const [first, ...later] = rows;
  return (
    first !== undefined &&
    isSame(row, first) &&
    later.length === next.length &&
    later.every((each, at) => next[at]?.from === each.from && isSame(next[at] as RateRow, each))
  );
}

/**
 * Since when a price holds: its own day, where that is later than the last time somebody read another one; else the day of
 * reading, so that what was said on earlier days can be said again.
 */
function firstDay({ from }: DatedRates, olds: readonly Known[], on: PlainDate): PlainDate {
  const read = olds.map(({ row }) => row.confirmed?.on ?? row.source.readOn);
  const last = read.reduce((latest, day) => (day > latest ? day : latest), "");
  return from !== null && (from > last || from > on) ? from : on;
}

function asRow({ from: _, ...rates }: DatedRates, from: PlainDate, url: string, readOn: PlainDate) {
  return {
    ...rates,
    from,
    peak: null,
    // The page is the one that ships: an address from outside is never shown.
    source: { url, readOn, evidence: "third_party" as const },
    confidence: "medium" as const,
    note: null,
  };
}
