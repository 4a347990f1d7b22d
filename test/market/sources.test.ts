import { describe, expect, it } from "vitest";
import type { Evidence, Reading } from "#pricing";
import { readingsOf, rowSource } from "../../src/market/sources.ts";
import { lastReadWords } from "../../src/screen/source-words.ts";

const url = "https://acme.example/prices";
const market = { isStale: () => false };

describe("where a fact was read", () => {
  const said = (evidence: Evidence, confirmed?: { on: string; evidence: Evidence }) =>
    lastReadWords(
      rowSource({ source: { url, readOn: "2026-09-01", evidence }, staleAfter: "2026-12-01", confirmed }, market),
    );

  it("is called read only of a page or a copy of it", () => {
    expect(said("official")).toBe("last checked 1 Sep 2026");
    expect(said("official_copy")).toBe("last checked 1 Sep 2026");
    expect(said("quoted_official")).toBe("quoted 1 Sep 2026");
    expect(said("third_party")).toBe("third party 1 Sep 2026");
  });

  it("keeps its own day beside that of who confirmed it", () => {
    expect(said("official_copy", { on: "2026-09-26", evidence: "quoted_official" })).toBe(
      "last checked 1 Sep 2026, quoted 26 Sep 2026",
    );
  });

  it("is told to be read again when it is too old, or when no day is known", () => {
    expect(lastReadWords({ readOn: "2026-09-01", stale: true, evidence: "quoted_official" })).toBe(
      "quoted 1 Sep 2026, check again",
    );
    expect(lastReadWords({ readOn: null, stale: true })).toBe("date checked unknown, check again");
  });
});

it("the readings are the source first, then the better evidence, and of the same the newer", () => {
  const one = (on: string, evidence: Evidence): Reading => ({ url, on, evidence, says: "same" });
  const readings = [
    one("2026-10-03", "third_party"),
    one("2026-10-01", "quoted_official"),
    one("2026-10-02", "quoted_official"),
    one("2026-09-09", "official"),
  ];
  const source = { url, readOn: "2026-09-01", evidence: "third_party" as const, quote: "$20 a month" };
  expect(readingsOf({ source, readings }).map(({ on, says }) => `${on} ${says}`)).toEqual([
    "2026-09-01 source",
    "2026-09-09 same",
    "2026-10-02 same",
    "2026-10-01 same",
    "2026-10-03 same",
  ]);
  expect(readingsOf({ source })).toEqual([
    { url, on: "2026-09-01", evidence: "third_party", quote: "$20 a month", says: "source" },
  ]);
});
