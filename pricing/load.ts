import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Catalogue, Connection, Row } from "./catalogue.ts";
import { freshness } from "./readings.ts";
import { connectionsFileSchema, vendorFileSchema } from "./schema.ts";
import { kindOfRow, kindsOfEdges, shelfLife } from "./shelf-life.ts";

/** A file as it lies on disk: its name for messages, its content not yet trusted. */
export type CatalogueFile = { name: string; content: unknown };

/** The catalogue is wrong. The message names file, row and field. */
export class CatalogueError extends Error {
  override name = "CatalogueError";
}

/** Checks every file and joins them. Throws a `CatalogueError` at the first thing that is not as it must be. */
export function loadCatalogue(vendorFiles: CatalogueFile[], connectionsFile: CatalogueFile): Catalogue {
  const vendors: Catalogue["vendors"] = [];
  const rows: Row[] = [];
  const read = vendorFiles.map((file) => ({ file, vendor: parse(file, vendorFileSchema) })).sort(byPlace);
  for (const { file, vendor } of read) {
    if (vendors.some((each) => each.id === vendor.id))
      throw new CatalogueError(`${file.name}: id: ${vendor.id} has a file already`);
    vendors.push({ id: vendor.id, name: vendor.name, words: vendor.words });
    for (const raw of vendor.rows) {
      const drains = typeof raw.drains === "string" ? cardOf(vendor.cards, raw.drains) : raw.drains;
      if (drains === undefined)
        throw new CatalogueError(`${file.name}: row ${raw.id}: drains: no card "${raw.drains}"`);
      const { days } = shelfLife[kindOfRow({ ...raw, drains })];
      rows.push({ ...raw, vendor: vendor.id, drains, ...freshness(raw.source, raw.readings, days) });
    }
  }
  const edges = parse(connectionsFile, connectionsFileSchema);
  const sides = new Map(rows.map(({ id, vendor, route }) => [id, `${vendor}:${route}`]));
  const kindOf = kindsOfEdges(edges.connections, (id) => sides.get(id) ?? id);
  const connections = edges.connections.map(
    (edge): Connection => ({ ...edge, ...freshness(edge, edge.readings, shelfLife[kindOf(edge)].days) }),
  );
  const files = new Map(read.map(({ file, vendor }) => [vendor.id, file.name]));
  refuseTwins(rows, files);
  refuseLostYears(rows, files);
  refuseLooseEnds(connectionsFile.name, connections, rows, edges.uses);
  const version = versionOf(rows, [...read.map(({ file }) => file), connectionsFile]);
  return { version, vendors, rows, uses: edges.uses, connections };
}

type Placed = { vendor: { rank?: number | undefined; name: string } };

/** In whatever order the files were found, the catalogue has one order. */
function byPlace({ vendor: one }: Placed, { vendor: other }: Placed): number {
  return (one.rank ?? Infinity) - (other.rank ?? Infinity) || (one.name < other.name ? -1 : 1);
}

function cardOf<T>(cards: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(cards, name) ? cards[name] : undefined;
}

function parse<T extends z.ZodType>(file: CatalogueFile, schema: T): z.infer<T> {
  const parsed = schema.safeParse(file.content);
  if (parsed.success) return parsed.data;
  const { path, message } = deepest(parsed.error.issues);
  throw new CatalogueError(`${file.name}: ${describe(file.content, path)}: ${message}`);
}

type Issue = z.core.$ZodIssue;
type Fault = { path: PropertyKey[]; message: string };

/** Of a choice between shapes the branch that got furthest is the one that was meant: its fault is the one to tell. */
function deepest(issues: readonly Issue[]): Fault {
  const faults = issues
    .slice(0, 1)
    .flatMap((issue): Fault[] =>
      issue.code === "invalid_union"
        ? issue.errors
            .map((branch) => deepest(branch))
            .map((fault) => ({ ...fault, path: [...issue.path, ...fault.path] }))
        : [{ path: issue.path, message: issue.message }],
    );
  return faults.reduce((best, fault) => (fault.path.length > best.path.length ? fault : best), {
    path: [],
    message: "is not as it must be",
  });
}

/** `rows.3.price.amount` says little; `row kling-app-pro: price.amount` says where to look. */
function describe(content: unknown, path: PropertyKey[]): string {
  const [list, index, ...field] = path;
  if ((list !== "rows" && list !== "connections") || typeof index !== "number") return path.join(".") || "file";
  const item = (content as Record<string, Record<string, unknown>[]>)[list]?.[index] ?? {};
  const name = list === "rows" ? `row ${item.id ?? index}` : `connection ${item.from ?? index} -> ${item.to ?? "?"}`;
  return field.length > 0 ? `${name}: ${field.join(".")}` : name;
}

/** One id may have several rows only when their periods do not overlap: a changed fact is a new dated row. */
function refuseTwins(rows: Row[], files: ReadonlyMap<string, string>): void {
  const seen = new Map<string, Row[]>();
  for (const row of rows) {
    for (const other of seen.get(row.id) ?? []) {
      const apart = (row.until ?? "9999") < (other.from ?? "0000") || (other.until ?? "9999") < (row.from ?? "0000");
      if (!apart || other.vendor !== row.vendor) {
        throw new CatalogueError(`${files.get(row.vendor)}: row ${row.id}: from: overlaps another row of the same id`);
      }
    }
    seen.set(row.id, [...(seen.get(row.id) ?? []), row]);
  }
}

/** What is the same paid yearly is a row of the same vendor. */
function refuseLostYears(rows: Row[], files: ReadonlyMap<string, string>): void {
  for (const { id, vendor, paidYearly } of rows) {
    if (paidYearly !== undefined && !rows.some((other) => other.id === paidYearly && other.vendor === vendor))
      throw new CatalogueError(`${files.get(vendor)}: row ${id}: paidYearly: no such row of this vendor`);
  }
}

function refuseLooseEnds(file: string, connections: Connection[], rows: Row[], uses: { id: string }[]): void {
  const rowIds = new Set(rows.map((row) => row.id));
  const useIds = new Set(uses.map((use) => use.id));
  for (const edge of connections) {
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
