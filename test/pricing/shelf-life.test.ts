import { describe, expect, it } from "vitest";
import { kindOfRow, kindsOfEdges, shelfLife } from "../../pricing/shelf-life.ts";

const none = {
  shelf: "plan",
  price: { amount: null },
  otherPrices: [],
  included: [],
  drains: [],
  topUp: { rate: null },
};
const kind = (more: object) => kindOfRow({ ...none, ...more } as never);

describe("what a row is judged as", () => {
  it.each([
    ["terms", {}],
    ["terms", { shelf: "media" }],
    ["price", { price: { amount: "20" } }],
    ["media_price", { shelf: "media", price: { amount: "20" } }],
    ["price", { otherPrices: [{ amount: "18" }] }],
    ["price", { included: [{ amount: "500" }] }],
    ["media_price", { shelf: "media", drains: [{ amount: null }, { amount: "5" }] }],
    ["price", { topUp: { rate: { price: "1" } } }],
  ])("%s: %j", (expected, more) => {
    expect(kind(more)).toBe(expected);
  });
});

const edge = (more: object = {}) => ({
  ...{ from: "a-plus", to: "a-api", status: "separate" as const, url: "https://a.example/articles/1-billing" },
  ...more,
});
const side = (id: string) => id.replace(/^(\w)-(plus|pro)$/, "$1-app");
const kinds = (...edges: object[]) => edges.map(kindsOfEdges(edges as never[], side) as (edge: object) => string);
const other = "https://a.example/api/pricing";
const same = (more: object) => [{ url: other, on: "2026-10-01", evidence: "quoted_official", says: "same", ...more }];

describe("what a connection is judged as", () => {
  it("goes by what one page says of it", () => {
    expect(kinds(edge(), edge({ to: "x", status: "connected" }), edge({ to: "y", status: "unknown" }))).toEqual([
      ...["separate", "connected", "open"],
    ]);
  });

  it("is repeated where two pages say that the same two sides are apart, for whichever plan and direction", () => {
    expect(kinds(edge(), edge({ from: "a-api", to: "a-pro", url: other }))).toEqual(["repeated", "repeated"]);
    expect(kinds(edge(), edge({ from: "b-pro", url: other }))).toEqual(["separate", "separate"]);
  });

  it("is repeated where two pages say that this very plan pays for it", () => {
    const pays = { status: "connected" };
    expect(kinds(edge(pays), edge({ ...pays, url: other }))).toEqual(["repeated", "repeated"]);
    expect(kinds(edge(pays), edge({ ...pays, from: "a-pro", url: other }))).toEqual(["connected", "connected"]);
  });

  it("counts who read another page and found the same, and no third party", () => {
    expect(kinds(edge({ readings: same({}) }))).toEqual(["repeated"]);
    expect(kinds(edge({ readings: same({ evidence: "third_party" }) }))).toEqual(["separate"]);
    expect(kinds(edge({ readings: same({ says: "adds", what: "more" }) }))).toEqual(["separate"]);
    expect(kinds(edge(), edge({ url: other, evidence: "third_party" }))).toEqual(["separate", "separate"]);
  });

  it("takes two addresses of one page for one page", () => {
    for (const url of ["https://a.example/articles/1", "https://a.example/articles/1-billing/"])
      expect(kinds(edge(), edge({ url }))).toEqual(["separate", "separate"]);
  });

  it("stays open however many pages leave it open", () => {
    const open = { status: "unknown" };
    expect(kinds(edge(open), edge({ ...open, url: other }))).toEqual(["open", "open"]);
  });
});

describe("the table of days", () => {
  it("keeps a price for less time than what has no figure, and a repeated connection longer than any other", () => {
    const { media_price, price, rate, terms, repeated, separate, connected, open } = shelfLife;
    expect(Math.max(media_price.days, price.days, rate.days)).toBeLessThan(terms.days);
    expect(Math.max(connected.days, open.days, separate.days)).toBeLessThan(repeated.days);
  });
});
