import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { CatalogueError, type CatalogueFile } from "../../pricing/check-file.ts";
import { addDays } from "../../pricing/dates.ts";
import { loadCatalogue } from "../../pricing/load.ts";
import { openCatalogue, readOwnFiles } from "../../pricing/open.ts";
import { besides, noOwnFiles } from "../../pricing/own.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { withOwnRates } from "../../pricing/rates/own.ts";
import { rateFileSchema } from "../../pricing/rates/schema.ts";
import { connection, connectionsFile, drain, price, row, vendorFile } from "./fixture.ts";

type Json = Record<string, unknown>;

const shipped = vendorFile([row(), row({ id: "acme-api" })], { cards: { film: [drain()] } });
const ownFile = (rows: Json[], more: Json = {}, name = "vendors/ours.json"): CatalogueFile => ({
  ...vendorFile(rows, more),
  name,
});
const load = (rows: Json[], more: Json = {}) =>
  loadCatalogue([shipped], connectionsFile(), { own: { ...noOwnFiles, vendors: [ownFile(rows, more)] } });
const periodsOf = (catalogue: ReturnType<typeof load>, id = "acme-plus") =>
  catalogue.rows.filter((each) => each.id === id).map(({ from, until, own = false }) => [from, until, own]);

describe("rows of one's own", () => {
  it("stand beside ours and say whose they are; ours do not", () => {
    const { rows } = load([row({ id: "acme-deal" })]);
    expect(rows.map(({ id, own }) => [id, own])).toEqual([
      ["acme-plus", undefined],
      ["acme-api", undefined],
      ["acme-deal", true],
    ]);
  });

  it("take the place of ours from their first day on, and for ever where they have no last one", () => {
    expect(periodsOf(load([row({ from: "2026-12-01" })]))).toEqual([
      [null, "2026-11-30", false],
      ["2026-12-01", null, true],
    ]);
    expect(periodsOf(load([row()]))).toEqual([[null, null, true]]);
  });

  it("give the place back when they end", () => {
    expect(periodsOf(load([row({ from: "2026-12-01", until: "2027-11-30" })]))).toEqual([
      [null, "2026-11-30", false],
      ["2027-12-01", null, false],
      ["2026-12-01", "2027-11-30", true],
    ]);
  });

  it("count as fresh until their last day, where that is later than a page would be", () => {
    const staleAfter = (until: string | null) => load([row({ until })]).rows.find(({ own }) => own)?.staleAfter;
    expect([staleAfter("2027-11-30"), staleAfter("2026-10-31"), staleAfter(null)]).toEqual([
      "2027-11-30",
      "2027-01-03",
      "2027-01-03",
    ]);
  });

  it("may use the cards of the vendor that they extend", () => {
    const { rows } = load([row({ id: "acme-deal", drains: "film" })]);
    expect(rows.find(({ id }) => id === "acme-deal")?.drains).toEqual([drain()]);
  });

  it("leave a vendor its name and its place, and add words for it", () => {
    expect(load([row({ id: "acme-deal" })], { name: "Acme Ltd", words: ["acme", "our deal"] }).vendors).toEqual([
      { id: "acme", name: "Acme", words: ["acme", "our deal"] },
    ]);
  });

  it("bring a vendor that is missing", () => {
    const { vendors } = load([row({ id: "beta-plus" })], { id: "beta", name: "Beta", words: ["beta"] });
    expect(vendors.map(({ id }) => id)).toEqual(["acme", "beta"]);
  });

  it("change the catalogue's version, and so do own rates and connections", () => {
    const own = { ...noOwnFiles, vendors: [ownFile([row({ id: "acme-deal" })])] };
    const versions = [
      noOwnFiles,
      own,
      { ...own, rates: [{ name: "rates/acme.json", content: { vendor: "acme", models: [] } }] },
      { ...own, connections: { name: "connections.json", content: { uses: [], connections: [] } } },
    ].map((each) => loadCatalogue([shipped], connectionsFile(), { own: each }).version);
    expect(new Set(versions).size).toBe(4);
  });

  it.each([
    ["overlap each other", [row({ until: "2026-12-31" }), row({ from: "2026-12-31" })], "row acme-plus: from: "],
    ["name a card that there is nowhere", [row({ drains: "music" })], "row acme-plus: drains: "],
    ["hold a wrong amount", [row({ price: price({ amount: 9 }) })], "row acme-plus: price.amount: "],
    ["lack a field", [row({ owner: undefined })], "row acme-plus: owner: is missing"],
    ["say of themselves whose they are", [row({ own: true })], "row acme-plus: "],
  ])("that %s are refused by their own file, row and field", (_, rows, where) => {
    expect(() => load(rows)).toThrow(CatalogueError);
    expect(() => load(rows)).toThrow(`vendors/ours.json: ${where}`);
  });

  it("may not take the id of another vendor's row", () => {
    const more = { id: "beta", name: "Beta", words: ["beta"] };
    expect(() => load([row({ from: "2030-01-01" })], more)).toThrow(/^vendors\/ours\.json: row acme-plus: /);
  });

  it("stand in one file a vendor", () => {
    const vendors = [ownFile([row()]), ownFile([row({ id: "acme-deal" })], {}, "vendors/more.json")];
    expect(() => loadCatalogue([shipped], connectionsFile(), { own: { ...noOwnFiles, vendors } })).toThrow(
      /has a file already/,
    );
  });

  it("are joined by connections of one's own, to ours and to each other", () => {
    const connections = {
      name: "connections.json",
      content: {
        uses: [],
        connections: [
          connection({ from: "acme-deal", to: "acme-api", status: "connected" }),
          connection({ from: "acme-deal", to: "partner-apps" }),
        ],
      },
    };
    const own = { ...noOwnFiles, vendors: [ownFile([row({ id: "acme-deal" })])], connections };
    const found = loadCatalogue([shipped], connectionsFile([connection()]), { own }).connections;
    expect(found.map((edge) => [edge.from, edge.to, edge.own])).toEqual([
      ["acme-plus", "acme-api", undefined],
      ["acme-deal", "acme-api", true],
      ["acme-deal", "partner-apps", true],
    ]);
    expect(() => loadCatalogue([shipped], connectionsFile(), { own: { ...own, vendors: [] } })).toThrow(
      /^connections\.json: connection acme-deal -> acme-api: from: /,
    );
  });
});

describe("what is left of our rows beside those of somebody else", () => {
  const first = "2026-01-01";
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(first, days));
  const open = fc.option(day, { nil: null });
  const period = fc
    .tuple(open, open)
    .map(([one, other]) =>
      one !== null && other !== null && one > other ? { from: other, until: one } : { from: one, until: other },
    );
  const holds = (each: { from: string | null; until: string | null }, on: string) =>
    (each.from ?? "") <= on && on <= (each.until ?? "9999");

  it("holds on every day on which ours held and theirs does not, once, and on no other", () => {
    fc.assert(
      fc.property(period, fc.array(period, { maxLength: 3 }), day, (ours, theirs, on) => {
        const left = besides([ours], theirs).filter((each) => holds(each, on)).length;
        expect(left).toBe(holds(ours, on) && !theirs.some((each) => holds(each, on)) ? 1 : 0);
      }),
    );
  });
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with these files. */
function folderWith(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), "own-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

describe("a folder of one's own", () => {
  it("is read as ours is, and what is missing in it is nothing", () => {
    const own = readOwnFiles(folderWith({ "vendors/a b#1.json": ownFile([row()]).content, ".git/config": "x" }));
    expect(own).toEqual({
      vendors: [{ name: "vendors/a b#1.json", content: ownFile([row()]).content }],
      rates: [],
      connections: null,
    });
    expect(
      openCatalogue(own)
        .rows.filter((each) => each.own)
        .map(({ id }) => id),
    ).toEqual(["acme-plus"]);
  });

  it.each([
    ["a file that stands in no place", { "acme.json": {} }, /^acme\.json: /],
    ["a file of another kind", { "vendors/acme.yaml": "" }, /^vendors\/acme\.yaml: /],
    ["broken JSON", { "vendors/acme.json": "{" }, /^vendors\/acme\.json: /],
    ["nothing", {}, /empty/],
  ])("that holds %s is refused by name", (_, files, where) => {
    expect(() => readOwnFiles(folderWith(files))).toThrow(CatalogueError);
    expect(() => readOwnFiles(folderWith(files))).toThrow(where);
  });

  it("that is not there is refused", () => {
    expect(() => readOwnFiles(join(tmpdir(), "own-that-is-not-there"))).toThrow(/ENOENT/);
  });
});

describe("prices of models of one's own", () => {
  const rate = (from: string, until: string | null, input: string) => ({
    from,
    until,
    input,
    cached: null,
    write5m: null,
    write1h: null,
    output: "1",
    long: null,
    peak: null,
    source: { url: "https://wiki.example.com/deal", readOn: "2026-11-01", evidence: "official" },
    confidence: "high",
    note: null,
  });
  const model = (id: string, rows: Json[], more: Json = {}) => ({
    id,
    aliases: [],
    before: "nothing",
    lighter: null,
    rows,
    ...more,
  });
  const ratesFile = (models: Json[], vendor = "openai") => ({
    name: `rates/${vendor}.json`,
    content: { vendor, models },
  });
  const open = (...files: CatalogueFile[]) => openRates({ ...noOwnFiles, rates: files }, openCatalogue().vendors);
  const on = (book: ReturnType<typeof open>, name: string, day: string) => {
    const found = book.find({ vendor: "openai", model: name }, day);
    return "row" in found ? [found.row.input, found.row.own ?? false] : found;
  };
  const deal = ratesFile([model("gpt-6.1-sol", [rate("2026-11-01", "2027-10-31", "0.5")])]);

  it("hold in the place of ours, which hold again after them, for every name of the model", () => {
    const book = open(deal);
    const list = on(openRates(), "gpt-6.1-sol", "2026-10-31");
    expect(on(book, "gpt-6.1-sol", "2026-10-31")).toEqual(list);
    expect(on(book, "gpt-6.1-sol", "2026-11-01")).toEqual(["0.5", true]);
    expect(on(book, "gpt-6.1-sol-2026-09-29", "2027-10-31")).toEqual(["0.5", true]);
    expect(on(book, "gpt-6.1-sol", "2027-11-01")).toEqual(list);
  });

  it("count as fresh until their last day", () => {
    const found = open(deal).find({ vendor: "openai", model: "gpt-6.1-sol" }, "2026-11-01");
    expect("row" in found && found.row.staleAfter).toBe("2027-10-31");
  });

  it("bring a model that nobody else sells, and its vendor's others stay", () => {
    const book = open(ratesFile([model("gpt-acme-tuned", [rate("2026-11-01", null, "7")])]));
    expect(on(book, "gpt-acme-tuned", "2026-11-21")).toEqual(["7", true]);
    expect(book.models.filter((each) => !openRates().models.includes(each))).toEqual(["openai:gpt-acme-tuned"]);
    expect(openRates().models.filter((each) => !book.models.includes(each))).toEqual([]);
  });

  it.each([
    ["of a vendor that there is not", ratesFile([], "opnai"), "rates/opnai.json: vendor: "],
    [
      "of a wrong form",
      ratesFile([model("m", [rate("2026-11-01", null, "$7")])]),
      "rates/openai.json: model m: rows.0.input: ",
    ],
    [
      "that overlap",
      ratesFile([model("m", [rate("2026-01-01", null, "1"), rate("2026-02-01", null, "1")])]),
      "rates/openai.json: model m: rows: ",
    ],
  ])("%s are refused by file, model and field", (_, file, where) => {
    expect(() => open(file)).toThrow(CatalogueError);
    expect(() => open(file)).toThrow(where);
  });

  it("may stand once for a model, and under the id that ours has", () => {
    const again = { ...deal, name: "rates/more.json" };
    expect(() => open(deal, again)).toThrow(/^rates\/more\.json: model gpt-6\.1-sol: id: .*rates\/openai\.json/);
    const shipped = { vendor: "openai", models: [model("m-1", [], { aliases: ["m-latest"] })] };
    const named = (id: string, more: Json = {}) =>
      withOwnRates(
        [rateFileSchema.parse(shipped)],
        [{ name: "x.json", rates: rateFileSchema.parse({ vendor: "openai", models: [model(id, [], more)] }) }],
      );
    expect(() => named("m-latest")).toThrow("x.json: model m-latest: id: m-latest is another name of m-1");
    expect(() => named("m-2", { aliases: ["m-1"] })).toThrow("x.json: model m-2: id: m-1 is another name of m-1");
    expect(named("m-1", { aliases: ["m-ours"] })[0]?.models.map(({ aliases }) => aliases)).toEqual([
      ["m-latest", "m-ours"],
    ]);
  });
});
