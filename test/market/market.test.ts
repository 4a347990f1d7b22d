import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../pricing/load.ts";
import { openMarket } from "../../src/market/market.ts";
import { price, row, source, vendorFile } from "../pricing/fixture.ts";

const edge = (from: string, to: string, more: object = {}) => ({
  from,
  to,
  status: "separate",
  says: "They are apart.",
  only: null,
  url: "https://acme.example/help",
  readOn: "2026-10-05",
  since: null,
  until: null,
  confidence: "high",
  ...more,
});

const catalogue = loadCatalogue(
  [
    vendorFile([
      row({ id: "plan", price: price({ amount: "10" }), until: "2026-10-31" }),
      row({ id: "plan", price: price({ amount: "12" }), from: "2026-11-01", until: "2026-12-31" }),
      row({ id: "plan", price: price({ amount: "20" }), from: "2027-01-01", source: source({ readOn: "2026-11-10" }) }),
      row({
        id: "meter",
        route: "api_meter",
        kind: "balance",
        price: price({ amount: null, kind: "none", period: "usage" }),
      }),
      row({ id: "ladder", route: "api_meter", kind: "tier" }),
      row({ id: "gone", status: "discontinued", until: "2026-09-24" }),
      row({ id: "shut", closedSince: "2026-11-10" }),
      row({ id: "soon", from: "2026-12-01" }),
      row({ id: "later", status: "announced", from: "2027-01-01" }),
      row({ id: "unread", source: source({ readOn: null }), price: price({ amount: null, kind: "none" }) }),
    ]),
    {
      ...vendorFile([row({ id: "bolt-plan" })], { id: "bolt", name: "Bolt", words: ["bolt"] }),
      name: "vendors/bolt.json",
    },
  ],
  {
    name: "connections.json",
    content: {
      uses: [{ id: "elsewhere", name: "Elsewhere" }],
      connections: [
        edge("plan", "meter"),
        edge("meter", "plan", { status: "connected", since: "2026-11-15" }),
        edge("plan", "gone", { until: "2026-10-31" }),
        edge("plan", "elsewhere"),
        edge("bolt-plan", "meter"),
      ],
    },
  },
);
const on = (day: string) => openMarket(catalogue, day);
const sold = (day: string, route: "app_subscription" | "api_meter") =>
  on(day)
    .sold("acme", route)
    .map((each) => each.id);

describe("the market on a day", () => {
  it("has the row of an id that is in force on that day", () => {
    const amounts = ["2026-10-31", "2026-11-01", "2026-12-31", "2027-01-01"].map(
      (day) => on(day).row("plan")?.price.amount,
    );
    expect(amounts).toEqual(["10", "12", "12", "20"]);
  });

  it("falls back on what was last in force, then on what comes first", () => {
    expect(on("2026-11-20").row("gone")?.id).toBe("gone");
    expect(on("2026-11-20").row("soon")?.from).toBe("2026-12-01");
    expect(on("2026-11-20").row("no such row")).toBeUndefined();
  });

  it("sells what is active, in force and open to new buyers, and no tier", () => {
    expect(sold("2026-11-09", "app_subscription")).toEqual(["plan", "shut", "unread"]);
    expect(sold("2026-11-10", "app_subscription")).toEqual(["plan", "unread"]);
    expect(sold("2026-12-01", "app_subscription")).toEqual(["plan", "soon", "unread"]);
    expect(sold("2026-11-20", "api_meter")).toEqual(["meter"]);
    expect(on("2026-11-20").sold("nobody", "api_meter")).toEqual([]);
  });

  it("lists every row of a vendor once, sold or not", () => {
    const ids = on("2026-11-20")
      .rowsOf("acme")
      .map((each) => each.id);
    expect(ids).toEqual(["plan", "meter", "ladder", "gone", "shut", "soon", "later", "unread"]);
    expect(on("2026-11-20").rowsOf("nobody")).toEqual([]);
  });

  it("knows a reading as stale from the day after its last fresh one, and always when it was never read", () => {
    const stale = (day: string, id: string) => on(day).isStale(on(day).row(id) ?? { staleAfter: null });
    expect(stale("2027-01-03", "bolt-plan")).toBe(false);
    expect(stale("2027-01-04", "bolt-plan")).toBe(true);
    expect(stale("2026-10-05", "unread")).toBe(true);
  });

  it("finds an edge from either side, as long as it is in force", () => {
    const between = (day: string, one: string, other: string) =>
      on(day)
        .edgesBetween(one, other)
        .map((each) => each.status);
    expect(between("2026-11-14", "plan", "meter")).toEqual(["separate"]);
    expect(between("2026-11-15", "meter", "plan")).toEqual(["separate", "connected"]);
    expect(between("2026-10-31", "gone", "plan")).toEqual(["separate"]);
    expect(between("2026-11-01", "gone", "plan")).toEqual([]);
  });

  it("tells the edges between rows of the chosen vendors, and none that leave them", () => {
    const of = (...vendors: string[]) =>
      on("2026-11-20")
        .edgesOf(new Set(vendors))
        .map((each) => `${each.from} ${each.to}`);
    expect(of("acme")).toEqual(["plan meter", "meter plan"]);
    expect(of("bolt")).toEqual([]);
    expect(of("bolt", "acme").sort()).toEqual(["bolt-plan meter", "meter plan", "plan meter"]);
    expect(of("acme")).toEqual(["plan meter", "meter plan"]);
    expect(on("2026-11-20").edgesOf(new Set(["acme"]))[0]).toEqual({
      from: "plan",
      to: "meter",
      status: "separate",
      says: "They are apart.",
      only: null,
      url: "https://acme.example/help",
      readOn: "2026-10-05",
      staleAfter: "2027-02-02",
    });
  });

  it("names a vendor, and an unknown one by its id", () => {
    expect(on("2026-11-20").vendorName("acme")).toBe("Acme");
    expect(on("2026-11-20").vendorName("nobody")).toBe("nobody");
  });
});
