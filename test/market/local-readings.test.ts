import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../pricing/load.ts";
import { type LocalReading, withReadings } from "../../src/market/local-readings.ts";
import { openMarket } from "../../src/market/market.ts";
import { edgeKey, rowKey } from "../../src/market/page-facts.ts";
import { connection, connectionsFile, price, row, source, vendorFile } from "../pricing/fixture.ts";

const rows = [
  row({ until: "2026-12-31" }),
  row({ from: "2027-01-01", price: price({ amount: "15" }) }),
  row({ id: "acme-api", route: "api_meter" }),
];
const catalogue = loadCatalogue([vendorFile(rows)], connectionsFile([connection({ status: "connected" })]));
const [now, later, api] = catalogue.rows as [
  (typeof catalogue.rows)[0],
  (typeof catalogue.rows)[0],
  (typeof catalogue.rows)[0],
];
const edge = catalogue.connections[0] as (typeof catalogue.connections)[0];
const reading = (more: Partial<LocalReading> = {}): LocalReading => ({
  ...{ fact: rowKey(now), on: "2026-11-21", says: "same", evidence: "official", value: null },
  ...more,
});

describe("the catalogue with readings of an installation", () => {
  it("is itself where there are none", () => {
    expect(withReadings(catalogue, [])).toBe(catalogue);
  });

  it("has what was seen to be the same fresh from that day on, for as long as its kind is, and nothing else", () => {
    const read = withReadings(catalogue, [reading()]);
    expect(read.rows).toEqual([
      { ...now, confirmed: { on: "2026-11-21", evidence: "official" }, staleAfter: "2027-02-19" },
      later,
      api,
    ]);
    expect(read.connections).toEqual(catalogue.connections);
    expect(read.version).toBe(catalogue.version);
  });

  it("renews a connection, which then connects again", () => {
    const read = withReadings(catalogue, [reading({ fact: edgeKey(edge), evidence: "colleague" })]);
    expect(read.connections[0]).toMatchObject({
      confirmed: { on: "2026-11-21", evidence: "colleague" },
      staleAfter: "2027-01-20",
    });
    expect(openMarket(catalogue, "2026-12-05").isStale(edge)).toBe(true);
    expect(openMarket(read, "2026-12-05").isStale(read.connections[0] as typeof edge)).toBe(false);
  });

  it("changes no figure of what was seen to differ: it is stale, and what was seen stands beside the source", () => {
    const [read] = withReadings(catalogue, [reading({ says: "differs", evidence: "colleague", value: "$15" })]).rows;
    expect(read).toMatchObject({ price: now.price, source: now.source, staleAfter: "2026-11-20" });
    expect(read?.readings).toEqual([
      { url: now.source.url, on: "2026-11-21", evidence: "colleague", says: "differs", what: "$15" },
    ]);
    expect(openMarket(catalogue, "2026-11-21").isStale(now)).toBe(false);
  });

  it("lets nothing count that the files have read anew since, or read last", () => {
    const anew = loadCatalogue(
      [vendorFile([row({ source: source({ readOn: "2026-11-20" }) }), ...rows.slice(2)])],
      connectionsFile(),
    );
    expect(withReadings(anew, [reading()]).rows).toEqual(anew.rows);
    expect(withReadings(catalogue, [reading({ on: "2026-10-05" })]).rows).toEqual(catalogue.rows);
  });

  it("goes by the newest, of one day by who looked, and of these by what is worse", () => {
    const one = { on: "2026-11-20", says: "differs", evidence: "official" } as const;
    const stale = (...readings: Partial<LocalReading>[]) =>
      [readings, readings.toReversed()].map(
        (each) => withReadings(catalogue, each.map(reading)).rows[0]?.staleAfter === "2027-02-19",
      );
    expect(stale(one, {})).toEqual([true, true]);
    expect(stale({ says: "differs" }, { evidence: "colleague" })).toEqual([true, true]);
    expect(stale({ evidence: "colleague" }, { evidence: "colleague", says: "differs" })).toEqual([false, false]);
  });
});
