import { describe, expect, it } from "vitest";
import { CatalogueError } from "../../pricing/check-file.ts";
import { loadCatalogue } from "../../pricing/load.ts";
import { rateBook } from "../../pricing/rates/book.ts";
import { rateFileSchema } from "../../pricing/rates/schema.ts";
import { confirmedBy } from "../../pricing/readings.ts";
import { connection, connectionsFile, row, source, vendorFile } from "./fixture.ts";

type Json = Record<string, unknown>;

const url = "https://acme.example/prices";

/** A reading, later than the fixture's source, that confirms all of it. */
function reading(overrides: Json = {}): Json {
  return { url, on: "2026-10-20", evidence: "quoted_official", says: "same", ...overrides };
}

function load(changes: Json) {
  return loadCatalogue([vendorFile([row(changes)])], connectionsFile());
}

const words = (many: number) => Array.from({ length: many }, (_, at) => `word${at}`).join(" ");

describe("a reading beside the source of a row", () => {
  it.each([
    ["has no address", reading({ url: undefined }), "readings.0.url"],
    ["has an address that is no page", reading({ url: "acme prices" }), "readings.0.url"],
    ["has no day", reading({ on: undefined }), "readings.0.on"],
    ["was read on no known day", reading({ on: null }), "readings.0.on"],
    ["was read on a day that does not exist", reading({ on: "2026-02-30" }), "readings.0.on"],
    ["does not say whose words it had", reading({ evidence: undefined }), "readings.0.evidence"],
    ["has a kind of evidence that there is not", reading({ evidence: "hearsay" }), "readings.0.evidence"],
    ["does not say whether it says the same", reading({ says: undefined }), "readings.0.says"],
    ["differs without saying in what", reading({ says: "differs" }), "readings.0.what"],
    ["confirms a part without saying which", reading({ says: "part" }), "readings.0.what"],
    ["adds without saying what", reading({ says: "adds" }), "readings.0.what"],
    ["quotes more than 25 words", reading({ quote: words(26) }), "readings.0.quote"],
    ["quotes nothing", reading({ quote: " " }), "readings.0.quote"],
    ["has a page of no day", reading({ pageDate: "August" }), "readings.0.pageDate"],
  ])("that %s does not load, and file, row and field are named", (_, wrong, field) => {
    const where = new RegExp(`^vendors/acme\\.json: row acme-plus: ${field.replaceAll(".", "\\.")}: `);
    expect(() => load({ readings: [wrong] })).toThrow(CatalogueError);
    expect(() => load({ readings: [wrong] })).toThrow(where);
  });

  it("loads with a quote of 25 words and the day of the page", () => {
    const full = reading({ quote: words(25), pageDate: "2026-10-01" });
    expect(load({ readings: [full] }).rows[0]?.readings).toEqual([full]);
  });

  it("may quote a language that has no blanks, and not at length", () => {
    const japanese = "Freeプランは無料でモデルを利用";
    expect(() => load({ readings: [reading({ quote: japanese })] })).not.toThrow();
    expect(() => load({ readings: [reading({ quote: japanese.repeat(6) })] })).toThrow(/readings\.0\.quote/);
  });

  it("is never an empty list", () => {
    expect(() => load({ readings: [] })).toThrow(/row acme-plus: readings: /);
  });
});

describe("the source of a row", () => {
  it("may carry a quote of 25 words and the day of its page, and no longer quote", () => {
    const read = source({ quote: words(25), pageDate: "2026-09-30" });
    expect(load({ source: read }).rows[0]?.source).toEqual(read);
    expect(() => load({ source: source({ quote: words(26) }) })).toThrow(/row acme-plus: source\.quote: /);
  });

  it.each(["official", "official_copy", "quoted_official", "third_party"])("may be %s", (evidence) => {
    expect(load({ source: source({ evidence }) }).rows[0]?.source.evidence).toBe(evidence);
  });
});

describe("a later reading", () => {
  const fresh = (read: Json, ...readings: Json[]) => {
    const { staleAfter, confirmed } = load({ source: source(read), readings }).rows[0] ?? {};
    return { staleAfter, confirmed };
  };
  const asRead = { staleAfter: "2027-01-03", confirmed: undefined };

  it("that confirms the figures renews the row, as the kind of evidence that it is", () => {
    expect(fresh({}, reading())).toEqual({
      staleAfter: "2027-01-18",
      confirmed: { on: "2026-10-20", evidence: "quoted_official" },
    });
  });

  it.each(["part", "adds", "differs"])("that says %s renews nothing", (says) => {
    expect(fresh({}, reading({ says, what: "Something." }))).toEqual(asRead);
  });

  it("of a third party renews only what a third party said", () => {
    const told = reading({ evidence: "third_party" });
    for (const evidence of ["official", "official_copy", "quoted_official"])
      expect(fresh({ evidence }, told), evidence).toEqual(asRead);
    expect(fresh({ evidence: "third_party" }, told).confirmed).toEqual({ on: "2026-10-20", evidence: "third_party" });
  });

  it("counts when it is the last of several, in whatever order they stand", () => {
    const three = [reading({ on: "2026-10-10" }), reading({ on: "2026-10-30" }), reading({ on: "2026-10-20" })];
    expect(fresh({}, ...three).confirmed?.on).toBe("2026-10-30");
  });

  it("is later than the source, or it renews nothing", () => {
    expect(fresh({}, reading({ on: "2026-10-05" }), reading({ on: "2026-01-01" }))).toEqual(asRead);
  });

  it("is the newest day of the catalogue's version, whatever it says", () => {
    const { version } = load({ readings: [reading({ on: "2026-11-01", says: "differs", what: "Another price." })] });
    expect(version).toMatch(/^2026-11-01\+/);
  });

  it("renews a connection, and one of a third party only where no page was read before", () => {
    const edge = (changes: Json) =>
      loadCatalogue(
        [vendorFile([row(), row({ id: "acme-api" })])],
        connectionsFile([connection({ status: "unknown", readings: [reading()], ...changes })]),
      ).connections[0];
    expect(edge({})).toMatchObject({ staleAfter: "2026-12-19", confirmed: { on: "2026-10-20" } });
    const told = { readings: [reading({ evidence: "third_party" })] };
    expect(edge(told)?.staleAfter).toBe("2026-12-04");
    expect(edge({ ...told, evidence: "third_party" })?.staleAfter).toBe("2026-12-19");
    expect(() => edge({ readings: [reading({ on: null })] })).toThrow(
      /connection acme-plus -> acme-api: readings\.0\.on/,
    );
  });

  it("renews the price of a model", () => {
    const price = {
      ...{ from: "2026-08-01", until: null, input: "1", cached: null, write5m: null, write1h: null, output: "2" },
      ...{ long: null, peak: null, source: source({ readOn: "2026-08-01" }), confidence: "high", note: null },
    };
    const file = (readings: Json[]) => ({
      vendor: "openai",
      models: [{ id: "m-1", aliases: [], before: "nothing", lighter: null, rows: [{ ...price, readings }] }],
    });
    const found = rateBook([rateFileSchema.parse(file([reading()]))], [], () => []).find(
      { vendor: "openai", model: "m-1" },
      "2026-11-01",
    );
    expect(found).toMatchObject({ row: { staleAfter: "2027-01-18", confirmed: { evidence: "quoted_official" } } });
    expect(rateFileSchema.safeParse(file([reading({ on: undefined })])).success).toBe(false);
    expect(rateFileSchema.safeParse(file([reading({ quote: words(26) })])).success).toBe(false);
  });
});

it("a row that was never read on a known day is confirmed by the first reading that has one", () => {
  const told = { url, on: "2026-10-20", evidence: "quoted_official", says: "same" } as const;
  expect(confirmedBy({ readOn: null, evidence: "official_copy" }, [told])).toEqual({
    on: "2026-10-20",
    evidence: "quoted_official",
  });
  expect(confirmedBy({ readOn: null })).toBeUndefined();
});
