import { describe, expect, it } from "vitest";
import { CatalogueError } from "../../pricing/check-file.ts";
import { loadCatalogue } from "../../pricing/load.ts";
import { openCatalogue } from "../../pricing/open.ts";
import { connectionsFile, row, vendorFile } from "./fixture.ts";

// Untyped on purpose: these stand for a file on disk, and most tests put something wrong into it.
type Json = Record<string, unknown>;

const source = (overrides: Json = {}): Json => ({
  url: "https://acme.example/billing",
  kind: "official",
  readOn: "2026-10-05",
  ...overrides,
});

const accident = (overrides: Json = {}): Json => ({
  id: "key-first",
  theme: "balance",
  mistake: "a key paid instead of the plan",
  what: "A key is used before the plan.",
  avoid: "Unset the key.",
  basis: "official",
  seenOn: "2026-11-21",
  confidence: "high",
  sources: [source()],
  ...overrides,
});

const load = (...accidents: Json[]) =>
  loadCatalogue([vendorFile([row()])], connectionsFile(), {
    accidents: { name: "accidents.json", content: { accidents } },
  });

describe("loadCatalogue, on accidents", () => {
  it("keeps a valid one as it is written", () => {
    expect(load(accident()).accidents).toEqual([accident()]);
  });

  it.each([
    ["no source", { sources: [] }, "sources"],
    ["a source without an address", { sources: [source({ url: undefined })] }, "sources.0.url"],
    ["a source that does not say whose words it has", { sources: [source({ kind: undefined })] }, "sources.0.kind"],
    ["a source that leaves its day out", { sources: [source({ readOn: undefined })] }, "sources.0.readOn"],
    ["no day on which it was seen", { seenOn: undefined }, "seenOn"],
    ["a source that is younger than that day", { seenOn: "2026-10-04" }, "seenOn"],
    ["reports alone that are called official", { sources: [source({ kind: "report" })] }, "basis"],
    [
      "a cost that is a number",
      { sources: [source({ cost: { amount: 5, currency: "USD", over: "a day" } })] },
      "sources.0.cost.amount",
    ],
    ["a theme that is not listed", { theme: "bad luck" }, "theme"],
  ])("refuses %s, and names file, accident and field", (_, wrong, field) => {
    const attempt = () => load(accident({ id: "other" }), accident(wrong));
    expect(attempt).toThrow(CatalogueError);
    expect(attempt).toThrow(`accidents.json: accident key-first: ${field}: `);
  });

  it("refuses two of one id", () => {
    expect(() => load(accident(), accident())).toThrow("accidents.json: accident key-first: id: ");
  });

  it("makes another version of the catalogue", () => {
    expect(load(accident()).version).not.toBe(load(accident({ mistake: "another" })).version);
  });
});

describe("the accidents that ship", () => {
  const { accidents } = openCatalogue();

  it("are sixty-one, thirty-four of which a vendor's page tells", () => {
    expect(accidents).toHaveLength(61);
    expect(accidents.filter(({ basis }) => basis === "official")).toHaveLength(34);
  });

  it("tell amounts only in the words of those who had them or tell of them, never of the vendor", () => {
    const told = accidents.flatMap(({ sources }) => sources.filter(({ cost }) => cost !== undefined));
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter(({ kind }) => kind === "official")).toEqual([]);
  });
});
