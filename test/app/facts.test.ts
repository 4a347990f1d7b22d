import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { installation, openAdvisors, type PageRead, type Store } from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { loadCatalogue } from "../../pricing/load.ts";
import { openCatalogue } from "../../pricing/open.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { checkFacts, officialPages } from "../../src/app/check-facts.ts";
import { lookUpChecked, lookUpDue, lookUpReadings, newReadings, readVendor } from "../../src/app/facts.ts";
import { duePages } from "../../src/market/due.ts";
import { countFreshness } from "../../src/market/freshness.ts";
import { openMarket } from "../../src/market/market.ts";
import { connection, connectionsFile, price, row, source, vendorFile } from "../pricing/fixture.ts";

const today = "2027-01-10";
const page = (at: string) => `https://acme.example/${at}`;
const old = (at: string, more: object = {}) => ({ source: source({ url: page(at) }), ...more });
const noPrice = price({ amount: null, kind: "none" });
const catalogue = loadCatalogue(
  [
    vendorFile([
      row({ id: "acme-pro", product: "Acme Pro", ...old("prices") }),
      row({ id: "acme-team", product: "Acme Team", price: price({ amount: "30" }), ...old("prices") }),
      row({ id: "acme-plus", product: "Acme Plus", ...old("gone") }),
      row({
        id: "acme-api",
        product: "Acme API",
        route: "api_meter",
        price: noPrice,
        ...old("api", { source: source({ url: page("api"), readOn: null }) }),
      }),
      row({ id: "acme-new", product: "Acme New", source: source({ url: page("new"), readOn: "2027-01-01" }) }),
      row({ id: "acme-was", product: "Acme Was", ...old("was"), status: "discontinued" }),
    ]),
  ],
  connectionsFile([
    connection({ from: "acme-pro", status: "connected" }),
    connection({ from: "acme-plus", status: "connected", evidence: "third_party", url: "https://blog.example/acme" }),
  ]),
);
const market = openMarket(catalogue, today);

let store: Store;
beforeEach(async () => {
  store = await openStore({ file: ":memory:", now: () => 0 });
});
afterEach(() => store.close());

/** What is found where these pages say this, and what was asked for. */
async function check(pages: Record<string, PageRead>, on = market) {
  const asked: string[] = [];
  const read = async (url: string): Promise<PageRead> => {
    asked.push(url);
    return pages[url] ?? { unreachable: "status", detail: "404" };
  };
  const reader = { read, close: async () => {} };
  const checked = await checkFacts(on, null, { reader, store, today, now: () => 7, progress: () => undefined });
  return { checked, asked, told: lookUpChecked(checked) };
}
const prices = { [page("prices")]: { text: "Pro $12.50 Team $25" } };

describe("facts check", () => {
  it("reads each page once, of what is stale alone, and leaves to people what a program cannot look for", async () => {
    const { checked, asked } = await check(prices);
    expect(asked).toEqual([page("prices"), page("gone")]);
    expect(checked.map(({ fact, found }) => [fact.name, "is" in found ? found.is : found.unreachable])).toEqual([
      ["Acme Pro", "there"],
      ["Acme Team", "changed"],
      ["Acme Plus", "status"],
      ["Acme API", "by hand"],
      ["Acme Pro and Acme API", "by hand"],
    ]);
  });

  it("keeps what is still there as read today, for the installation, and nothing else", async () => {
    await check(prices);
    const kept = await store.allFactReadings();
    expect(kept).toMatchObject([
      { tenant: installation, on: today, says: "same", evidence: "official", owner: null, at: 7, value: "Pro $12.50" },
    ]);
    expect(kept[0]?.fact).toContain("acme-pro");
  });

  it("makes it fresh wherever the advisor is asked, and the next check does not read it again", async () => {
    await check(prices);
    const real = openAdvisors(openCatalogue(), openRates());
    expect(real(today).readings).toEqual([]);
    const { withReadings } = await import("../../src/market/local-readings.ts");
    const then = openMarket(withReadings(catalogue, await store.of(installation).factReadings()), today);
    const row = then.row("acme-pro");
    expect(row === undefined || then.isStale(row)).toBe(false);
    expect(row?.price.amount).toBe("12.50");
    expect((await check(prices, then)).checked.map(({ fact }) => fact.name)).not.toContain("Acme Pro");
  });

  it("tells what stands there now, and is done when nothing is left to look at", async () => {
    const { told } = await check(prices);
    expect(told.done).toBe(false);
    const text = JSON.stringify(told.blocks);
    for (const words of ["$30", "Team $25", "404", "1 still there, 1 changed, 1 not read, 2 to read by hand"])
      expect(text).toContain(words);
    const well = await check({
      [page("prices")]: { text: "Pro $12.50 Team $30" },
      [page("gone")]: { text: "Plus $12.50" },
    });
    expect(well.told.done).toBe(true);
  });

  it("proposes for the files only what was seen, with its words", async () => {
    const { checked } = await check(prices);
    expect(newReadings(checked, today)).toEqual([
      {
        about: { vendor: "acme", row: "acme-pro", from: null },
        ...{ url: page("prices"), readOn: "2026-10-05", on: today, quote: "Pro $12.50" },
      },
    ]);
  });

  it("asks nobody for what somebody's own files say", async () => {
    const rows = catalogue.rows.map((each) => ({ ...each, own: true as const }));
    const connections = catalogue.connections.map((each) => ({ ...each, own: true as const }));
    const own = openMarket({ ...catalogue, rows, connections }, today);
    expect((await check(prices, own)).asked).toEqual([]);
    expect(officialPages(own)).toEqual([]);
  });

  it("may go to the vendors' own hosts, and to nobody who only tells of them", () => {
    expect(officialPages(market).map((url) => new URL(url).host)).toEqual(Array(5).fill("acme.example"));
  });
});

describe("facts due", () => {
  const urls = (used?: ReadonlyMap<string, number>) => duePages(market, used).map(({ url }) => url);

  it("has the oldest and most used first, and only what is stale or soon will be", () => {
    expect(urls()).toEqual([
      page("api"),
      page("prices"),
      "https://acme.example/billing",
      page("gone"),
      "https://blog.example/acme",
    ]);
    expect(urls(new Map([["acme-plus", 3]]))[0]).toBe(page("gone"));
    expect(urls(new Map([["acme-pro>acme-api", 9]]))[0]).toBe("https://acme.example/billing");
    expect(duePages(openMarket(catalogue, "2026-10-06")).map(({ url }) => url)).toEqual([page("api")]);
  });

  it("says what to look for, and when it was last read", () => {
    const { blocks, data } = lookUpDue(market, { vendor: null, all: false }, new Map());
    const text = JSON.stringify(blocks);
    for (const words of ["Acme Pro: look for $12.50.", "Last read 5 Oct 2026", "Never read"])
      expect(text).toContain(words);
    expect(data).toMatchObject([
      { facts: [{ about: "acme-api", lookFor: [] }] },
      { facts: [{ lookFor: ["$12.50"] }, {}] },
      {},
      {},
      {},
    ]);
  });

  it("shows a quarter of an hour of the shipped catalogue, of one vendor or of all, and all on demand", () => {
    const shipped = openMarket(openCatalogue(), "2026-11-21");
    const links = (more: object) =>
      lookUpDue(shipped, { vendor: null, all: false, ...more }, new Map()).blocks.filter(
        ({ block }) => block === "link",
      ).length;
    expect(links({})).toBe(10);
    expect(links({ all: true })).toBeGreaterThan(60);
    expect(links({ vendor: "suno", all: true })).toBe(1);
    expect(readVendor("kling pro", shipped)).toBe("kling");
    expect(readVendor("nobodys", shipped)).toHaveProperty("problem");
  });
});

describe("facts readings", () => {
  it("names product, value and team, and nobody by id", async () => {
    await check(prices);
    const team = { platform: "slack", id: "T1" };
    const [kept] = await store.allFactReadings();
    const { tenant: _, ...reading } = kept ?? expect.fail("nothing kept");
    await store
      .of(team)
      .keepFactReading({ ...reading, evidence: "colleague", owner: "U-ANA", says: "differs", value: "$15", at: 8 });
    await store.of(team).keepFactReading({ ...reading, fact: "gone|||https://acme.example/x", owner: "U-ANA", at: 9 });
    const { blocks, data } = lookUpReadings(await store.allFactReadings(), market);
    expect(blocks).toMatchObject([
      {
        rows: [
          [today, "Acme Pro", "still true", "Pro $12.50", "facts check", page("prices")],
          [today, "Acme Pro", "it changed", "$15", "slack T1", page("prices")],
          [today, "(read anew since)", "still true", "Pro $12.50", "slack T1", "https://acme.example/x"],
        ],
      },
    ]);
    expect(JSON.stringify(data)).not.toContain("U-ANA");
  });
});

describe("how much is fresh", () => {
  it("is counted whole and by vendor: every row and connection in force, by its own age", () => {
    expect(countFreshness(market)).toEqual({
      ...{ fresh: 1, stale: 6 },
      vendors: [{ id: "acme", name: "Acme", fresh: 1, stale: 6 }],
    });
    const shipped = countFreshness(openMarket(openCatalogue(), "2026-11-21"));
    const sum = (of: "fresh" | "stale") => shipped.vendors.reduce((total, each) => total + each[of], 0);
    expect([shipped.fresh, shipped.stale]).toEqual([sum("fresh"), sum("stale")]);
    expect(shipped.vendors.length).toBeGreaterThan(40);
  });
});
