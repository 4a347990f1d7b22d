import { createHash } from "node:crypto";
import type { z } from "zod";
import { readAccidents } from "./accidents.ts";
import type { Catalogue, Connection, Row } from "./catalogue.ts";
import { CatalogueError, type CatalogueFile, parse } from "./check-file.ts";
import { besides, freshUntil, noOwnFiles, type OwnFiles } from "./own.ts";
import { freshness } from "./readings.ts";
import { connectionsFileSchema, vendorFileSchema } from "./schema.ts";
import { kindOfRow, kindsOfEdges, shelfLife } from "./shelf-life.ts";

/** What is read besides vendors and connections. */
type Beside = { own?: OwnFiles; accidents?: CatalogueFile | null };

/**
 * Checks every file and joins them. Of one id, rows of `own` stand in the place of ours as long as they hold. Throws a
 * `CatalogueError` at the first thing that is not as it must be.
 */
export function loadCatalogue(
  vendorFiles: readonly CatalogueFile[],
  connectionsFile: CatalogueFile,
  { own = noOwnFiles, accidents = null }: Beside = {},
): Catalogue {
  const shipped = readVendors(vendorFiles);
  const added = readVendors(own.vendors);
  const fileOf = new Map<Row, string>();
  const rowsOf = ({ file, vendor }: VendorRead, isOwn: boolean): Row[] =>
    vendor.rows.map((raw) => {
      const known = shipped.find((each) => each.vendor.id === vendor.id)?.vendor.cards ?? {};
      const drains = typeof raw.drains === "string" ? cardOf({ ...known, ...vendor.cards }, raw.drains) : raw.drains;
      if (drains === undefined)
        throw new CatalogueError(`${file.name}: row ${raw.id}: drains: no card "${raw.drains}"`);
      const fresh = freshness(raw.source, raw.readings, shelfLife[kindOfRow({ ...raw, drains })].days);
      const row: Row = { ...raw, vendor: vendor.id, drains, ...fresh };
      const told = isOwn ? asOwn(row) : row;
      fileOf.set(told, file.name);
      return told;
    });
  const theirs = added.flatMap((each) => rowsOf(each, true));
  const rows = [
    ...withoutReplaced(
      shipped.flatMap((each) => rowsOf(each, false)),
      theirs,
      fileOf,
    ),
    ...theirs,
  ];
  const { uses, connections } = connectionsOf(
    [connectionsFile, ...(own.connections === null ? [] : [own.connections])],
    rows,
  );
  refuseTwins(rows, fileOf);
  refuseLostYears(rows, fileOf);
  refuseLooseEnds(connections, rows, uses);
  const beside = [accidents, own.connections].filter((file) => file !== null);
  const files = [...shipped.map(({ file }) => file), connectionsFile, ...added.map(({ file }) => file), ...own.rates];
  return {
    version: versionOf(rows, [...files, ...beside]),
    vendors: vendorsOf(shipped, added),
    rows,
    uses,
    connections: connections.map(({ edge }) => edge),
    accidents: accidents === null ? [] : readAccidents(accidents),
  };
}

type VendorRead = { file: CatalogueFile; vendor: z.infer<typeof vendorFileSchema> };

function readVendors(files: readonly CatalogueFile[]): VendorRead[] {
  const read = files.map((file) => ({ file, vendor: parse(file, vendorFileSchema) })).sort(byPlace);
  for (const [at, { file, vendor }] of read.entries())
    if (read.slice(0, at).some((each) => each.vendor.id === vendor.id))
      throw new CatalogueError(`${file.name}: id: ${vendor.id} has a file already`);
  return read;
}

/** A file that adds rows to a vendor of ours adds words for it too, and leaves its name and its place. */
function vendorsOf(shipped: readonly VendorRead[], added: readonly VendorRead[]): Catalogue["vendors"] {
  const all = Map.groupBy([...shipped, ...added], ({ vendor }) => vendor.id);
  return [...all].map(([id, [first, ...more]]) => ({
    id,
    name: first?.vendor.name ?? id,
    words: [...new Set([first, ...more].flatMap((each) => each?.vendor.words ?? []))],
  }));
}

function asOwn(row: Row): Row {
  const { staleAfter, until } = row;
  return { ...row, staleAfter: staleAfter === null ? null : freshUntil(staleAfter, until), own: true };
}

/** Our rows in the time in which no row of the same id stands in their place. */
function withoutReplaced(rows: readonly Row[], own: readonly Row[], fileOf: Map<Row, string>): Row[] {
  return rows.flatMap((row) => {
    const left = besides(
      [row],
      own.filter(({ id, vendor }) => id === row.id && vendor === row.vendor),
    );
    for (const piece of left) fileOf.set(piece, fileOf.get(row) ?? "");
    return left;
  });
}

type EdgeRead = { file: string; edge: Connection };

/** The connections of each file, those of the second one as somebody else's. */
function connectionsOf(
  files: readonly CatalogueFile[],
  rows: readonly Row[],
): { uses: Catalogue["uses"]; connections: EdgeRead[] } {
  const read = files.map((file) => ({ file, ...parse(file, connectionsFileSchema) }));
  const sides = new Map(rows.map(({ id, vendor, route }) => [id, `${vendor}:${route}`]));
  const kindOf = kindsOfEdges(
    read.flatMap(({ connections }) => connections),
    (id) => sides.get(id) ?? id,
  );
  return {
    uses: [...new Map(read.flatMap(({ uses }) => uses).map((use) => [use.id, use])).values()],
    connections: read.flatMap(({ file, connections }, at) =>
      connections.map((edge) => {
        const fresh = freshness(edge, edge.readings, shelfLife[kindOf(edge)].days);
        return { file: file.name, edge: { ...edge, ...fresh, ...(at === 0 ? {} : { own: true as const }) } };
      }),
    ),
  };
}

type Placed = { vendor: { rank?: number | undefined; name: string } };

/** In whatever order the files were found, the catalogue has one order. */
function byPlace({ vendor: one }: Placed, { vendor: other }: Placed): number {
  return (one.rank ?? Infinity) - (other.rank ?? Infinity) || (one.name < other.name ? -1 : 1);
}

function cardOf<T>(cards: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(cards, name) ? cards[name] : undefined;
}

/** One id may have several rows only when their periods do not overlap: a changed fact is a new dated row. */
function refuseTwins(rows: readonly Row[], fileOf: ReadonlyMap<Row, string>): void {
  const seen = new Map<string, Row[]>();
  for (const row of rows) {
    for (const other of seen.get(row.id) ?? []) {
      const apart = (row.until ?? "9999") < (other.from ?? "0000") || (other.until ?? "9999") < (row.from ?? "0000");
      if (!apart || other.vendor !== row.vendor) {
        throw new CatalogueError(`${fileOf.get(row)}: row ${row.id}: from: overlaps another row of the same id`);
      }
    }
    seen.set(row.id, [...(seen.get(row.id) ?? []), row]);
  }
}

/** What is the same paid yearly is a row of the same vendor. */
function refuseLostYears(rows: readonly Row[], fileOf: ReadonlyMap<Row, string>): void {
  for (const row of rows) {
    const { id, vendor, paidYearly } = row;
    if (paidYearly !== undefined && !rows.some((other) => other.id === paidYearly && other.vendor === vendor))
      throw new CatalogueError(`${fileOf.get(row)}: row ${id}: paidYearly: no such row of this vendor`);
  }
}

function refuseLooseEnds(connections: readonly EdgeRead[], rows: readonly Row[], uses: Catalogue["uses"]): void {
  const rowIds = new Set(rows.map((row) => row.id));
  const useIds = new Set(uses.map((use) => use.id));
  for (const { file, edge } of connections) {
    if (!rowIds.has(edge.from))
      throw new CatalogueError(`${file}: connection ${edge.from} -> ${edge.to}: from: no such row`);
    if (!rowIds.has(edge.to) && !useIds.has(edge.to)) {
      throw new CatalogueError(`${file}: connection ${edge.from} -> ${edge.to}: to: no such row or use`);
    }
  }
}

function versionOf(rows: Row[], files: CatalogueFile[]): string {
  const days = rows.flatMap(({ source, readings = [] }) => [source.readOn ?? "", ...readings.map(({ on }) => on)]);
  const newest = days.reduce((latest, day) => (day > latest ? day : latest), "");
  const digest = createHash("sha256")
    .update(JSON.stringify(files.map((file) => file.content)))
    .digest("hex");
  return `${newest}+${digest.slice(0, 8)}`;
}
