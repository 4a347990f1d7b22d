import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../pricing/catalogue.ts";
import { CatalogueError } from "../../pricing/check-file.ts";
import { loadCatalogue } from "../../pricing/load.ts";
import { connection, connectionsFile, drain, price, row, source, vendorFile } from "./fixture.ts";

type Json = Record<string, unknown>;

function load(rows: Json[], connections: Json[] = []): Catalogue {
  return loadCatalogue([vendorFile(rows)], connectionsFile(connections));
}

/** Where the refusal points: the message up to the reason, whose wording is free. */
function expectRefusal(attempt: () => Catalogue, where: RegExp): void {
  expect(attempt).toThrow(CatalogueError);
  expect(attempt).toThrow(where);
}

describe("loadCatalogue, on the shape of a row", () => {
  it("accepts a valid row and tells whose it is", () => {
    expect(load([row()]).rows).toEqual([{ ...row(), vendor: "acme", freshDays: 90, staleAfter: "2027-01-03" }]);
  });

  it.each([
    ["an amount that is a number", { price: price({ amount: 12.5 }) }, "price.amount"],
    ["an amount with an exponent", { price: price({ amount: "1e3" }) }, "price.amount"],
    ["an amount below nothing", { price: price({ amount: "-1" }) }, "price.amount"],
    ["a currency that is a sign", { price: price({ currency: "$" }) }, "price.currency"],
    ["a number among the other prices", { otherPrices: [price({ amount: 9 })] }, "otherPrices.0.amount"],
    ["a unit that does not exist", { unit: "credits" }, "unit"],
    ["a route that sells nothing", { route: "stay_free" }, "route"],
    ["a source without an address", { source: { readOn: "2026-10-05", evidence: "official_copy" } }, "source.url"],
    ["an address that is no page", { source: source({ url: "javascript:alert(1)" }) }, "source.url"],
    ["a day that is not in the calendar", { source: source({ readOn: "2026-02-30" }) }, "source.readOn"],
    ["a day with a time", { until: "2026-12-31T00:00:00Z" }, "until"],
    ["an end before the beginning", { from: "2026-12-31", until: "2026-01-01" }, "until"],
    ["a text of blanks", { product: "  " }, "product"],
  ])("refuses %s and names file, row and field", (_, wrong, field) => {
    const where = new RegExp(`^vendors/acme\\.json: row acme-plus: ${field.replaceAll(".", "\\.")}: `);
    expectRefusal(() => load([row({ id: "acme-other" }), row(wrong)]), where);
  });

  it("names a key that no row has", () => {
    expectRefusal(() => load([row({ colour: "red" })]), /^vendors\/acme\.json: row acme-plus: .*"colour"/);
  });

  it("names the field inside a row's own list of drains", () => {
    const wrong = row({ drains: [drain(), drain({ amount: 5 })] });
    expectRefusal(() => load([wrong]), /^vendors\/acme\.json: row acme-plus: drains\.1\.amount: /);
  });

  it("names a row without an id by its place in the file", () => {
    expectRefusal(() => load([row(), row({ id: undefined })]), /^vendors\/acme\.json: row 1: id: /);
  });

  it.each([[null], ["text"], [[]]])("refuses a file that holds %j and names it", (content) => {
    const broken = { name: "vendors/acme.json", content };
    expectRefusal(() => loadCatalogue([broken], connectionsFile()), /^vendors\/acme\.json: /);
  });
});

describe("loadCatalogue, on a page that was never read", () => {
  const unread = source({ readOn: null });
  const noPrice = price({ amount: null, kind: "none" });

  it("accepts the row without a price, and such a row never goes stale", () => {
    expect(load([row({ source: unread, price: noPrice })]).rows[0]?.staleAfter).toBeNull();
  });

  it("refuses the row with a price", () => {
    expectRefusal(() => load([row({ source: unread })]), /row acme-plus: price: /);
  });

  it("refuses the row with a price beside the main one", () => {
    const wrong = row({ source: unread, price: noPrice, otherPrices: [price({ kind: "first_month" })] });
    expectRefusal(() => load([wrong]), /row acme-plus: price: /);
  });
});

describe("loadCatalogue, on what is the same paid yearly", () => {
  it("keeps the row that is named", () => {
    const { rows } = load([row({ paidYearly: "acme-year" }), row({ id: "acme-year" })]);
    expect(rows[0]?.paidYearly).toBe("acme-year");
  });

  it("refuses a row that the vendor does not have", () => {
    expectRefusal(
      () => load([row({ paidYearly: "acme-plus-annual" })]),
      /^vendors\/acme\.json: row acme-plus: paidYearly: no such row/,
    );
  });

  it("refuses a row of another vendor", () => {
    const other = vendorFile([row({ id: "other-year" })], { id: "other", name: "Other", words: ["other"] });
    const files = [vendorFile([row({ paidYearly: "other-year" })]), { ...other, name: "vendors/other.json" }];
    expectRefusal(() => loadCatalogue(files, connectionsFile()), /row acme-plus: paidYearly: no such row/);
  });
});

describe("loadCatalogue, on shared lists of drains", () => {
  const withCard = (name: string) =>
    loadCatalogue([vendorFile([row({ drains: name })], { cards: { film: [drain()] } })], connectionsFile());

  it("puts the card's drains into the row", () => {
    expect(withCard("film").rows[0]?.drains).toEqual([drain()]);
  });

  // "constructor" is what every object of the language has, whether or not a file says so.
  it.each(["music", "constructor"])("refuses a row that names the card %s, which its vendor does not have", (name) => {
    expectRefusal(() => withCard(name), new RegExp(`^vendors/acme\\.json: row acme-plus: drains: .*"${name}"`));
  });

  it("names the place in a card that is wrong", () => {
    const file = vendorFile([row()], { cards: { film: [drain(), drain({ unit: "points" })] } });
    expectRefusal(() => loadCatalogue([file], connectionsFile()), /^vendors\/acme\.json: cards\.film\.1\.unit: /);
  });
});

describe("loadCatalogue, on the age of a reading", () => {
  it.each([
    ["a plan", 90, "plan", "2027-01-03"],
    ["media", 60, "media", "2026-12-04"],
  ])("keeps the reading of %s fresh for %d days", (_, __, shelf, staleAfter) => {
    expect(load([row({ shelf })]).rows[0]?.staleAfter).toBe(staleAfter);
  });

  it("keeps the reading of a row without any figure fresh for 180 days", () => {
    const told = row({ price: price({ amount: null, kind: "none" }) });
    expect(load([told]).rows[0]).toMatchObject({ freshDays: 180, staleAfter: "2027-04-03" });
  });

  it("keeps the reading of a connection fresh for as long as what it says goes on holding", () => {
    const rows = [row(), row({ id: "acme-api", route: "api_meter" })];
    const staleAfter = (...edges: Parameters<typeof connection>[0][]) =>
      load(rows, edges.map(connection)).connections.map((edge) => edge.staleAfter);
    expect(staleAfter({ status: "connected" })).toEqual(["2026-12-04"]);
    expect(staleAfter({})).toEqual(["2027-02-02"]);
    const [elsewhere] = [{ url: "https://acme.example/api", readOn: "2026-10-01" }];
    expect(staleAfter({}, elsewhere)).toEqual(["2027-04-03", "2027-03-30"]);
  });
});
