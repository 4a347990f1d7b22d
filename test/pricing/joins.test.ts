import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../pricing/catalogue.ts";
import { CatalogueError } from "../../pricing/check-file.ts";
import { loadCatalogue } from "../../pricing/load.ts";
import { connection, connectionsFile, price, row, source, vendorFile } from "./fixture.ts";

type Json = Record<string, unknown>;

function load(rows: Json[], connections: Json[] = []): Catalogue {
  return loadCatalogue([vendorFile(rows)], connectionsFile(connections));
}

describe("two rows of one id", () => {
  const old = (until: string | null) => row({ until, price: price({ amount: "10" }) });
  const now = (from: string | null) => row({ from });

  it.each([
    ["neither has a day", null, null],
    ["both hold on one day", "2026-06-30", "2026-06-30"],
    ["the old one has no end", null, "2026-07-01"],
    ["the new one has no beginning", "2026-06-30", null],
  ])("are refused when %s", (_, until, from) => {
    expect(() => load([old(until), now(from)])).toThrow(CatalogueError);
    expect(() => load([old(until), now(from)])).toThrow(/row acme-plus/);
    expect(() => load([now(from), old(until)])).toThrow(/row acme-plus/);
  });

  it("are accepted when one ends the day before the other begins", () => {
    const { rows } = load([old("2026-06-30"), now("2026-07-01")]);
    expect(rows.map((each) => each.price.amount)).toEqual(["10", "12.50"]);
  });

  it("are accepted in any order", () => {
    expect(load([now("2026-07-01"), old("2026-06-30")]).rows).toHaveLength(2);
  });

  it("are refused when a third row overlaps only the first", () => {
    const third = row({ from: "2026-01-01", until: "2026-01-31" });
    expect(() => load([old("2026-06-30"), now("2026-07-01"), third])).toThrow(/row acme-plus/);
  });

  it("are refused when two vendors claim it, however far apart", () => {
    const other = { name: "vendors/bolt.json", content: { ...content(now("2026-07-01")), id: "bolt", name: "Bolt" } };
    const attempt = () => loadCatalogue([vendorFile([old("2026-06-30")]), other], connectionsFile());
    expect(attempt).toThrow(CatalogueError);
    expect(attempt).toThrow(/row acme-plus/);
  });
});

describe("a vendor", () => {
  it("has one file", () => {
    const other = { ...vendorFile([row({ id: "acme-other" })]), name: "vendors/acme-2.json" };
    const attempt = () => loadCatalogue([vendorFile([row()]), other], connectionsFile());
    expect(attempt).toThrow(CatalogueError);
    expect(attempt).toThrow(/^vendors\/acme(-2)?\.json: id: /);
  });
});

describe("a connection", () => {
  const rows = [row(), row({ id: "acme-api" })];

  it("joins two rows", () => {
    expect(load(rows, [connection()]).connections).toMatchObject([{ from: "acme-plus", to: "acme-api" }]);
  });

  it("may lead to a named use outside the catalogue", () => {
    expect(load(rows, [connection({ to: "partner-apps" })]).connections).toMatchObject([{ to: "partner-apps" }]);
  });

  it("may stand beside another page that says the opposite", () => {
    const { connections } = load(rows, [connection(), connection({ status: "connected" })]);
    expect(connections.map((edge) => edge.status)).toEqual(["separate", "connected"]);
  });

  it.each([
    ["begins at no row", { from: "acme-lost" }, /^connections\.json: connection acme-lost -> acme-api: from: /],
    ["begins at a use", { from: "partner-apps" }, /^connections\.json: connection partner-apps -> acme-api: from: /],
    ["ends nowhere", { to: "acme-lost" }, /^connections\.json: connection acme-plus -> acme-lost: to: /],
    ["has no address", { url: "" }, /^connections\.json: connection acme-plus -> acme-api: url: /],
    ["has no such status", { status: "maybe" }, /^connections\.json: connection acme-plus -> acme-api: status: /],
    ["was read on no day", { readOn: "2026-02-30" }, /^connections\.json: connection acme-plus -> acme-api: readOn: /],
  ])("that %s is refused, with its two ends and the field", (_, wrong, where) => {
    expect(() => load(rows, [connection(wrong)])).toThrow(CatalogueError);
    expect(() => load(rows, [connection(wrong)])).toThrow(where);
  });
});

describe("the version of a catalogue", () => {
  const rows = () => [row(), row({ id: "acme-api", source: source({ readOn: "2026-10-20" }) })];
  const version = load(rows(), [connection()]).version;

  it("stays when the same content is loaded again", () => {
    expect(load(rows(), [connection()]).version).toBe(version);
  });

  it("does not depend on what the files are called", () => {
    const renamed = { ...vendorFile(rows()), name: "elsewhere/acme.json" };
    expect(loadCatalogue([renamed], connectionsFile([connection()])).version).toBe(version);
  });

  it("begins with the newest reading of a row", () => {
    expect(version).toMatch(/^2026-10-20\+[0-9a-f]{8}$/);
  });

  it("changes with a price, a sentence, a word for the vendor, or a connection", () => {
    const [first = {}, second = {}] = rows();
    const versions = [
      version,
      load([{ ...first, price: price({ amount: "12.51" }) }, second], [connection()]).version,
      load([{ ...first, notes: ["A new sentence."] }, second], [connection()]).version,
      loadCatalogue([vendorFile(rows(), { words: ["acmes"] })], connectionsFile([connection()])).version,
      load(rows(), [connection({ status: "connected" })]).version,
      load(rows(), []).version,
    ];
    expect(new Set(versions).size).toBe(versions.length);
  });
});

function content(only: Json): Json {
  return vendorFile([only]).content as Json;
}
