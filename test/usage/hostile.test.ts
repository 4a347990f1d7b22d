import { describe, expect, it } from "vitest";
import { jsonShapes, readUsage, tableShapes } from "../../src/usage/read.ts";
import { bytesOf, problemOf, told, usageOf } from "./ask.ts";

const day = (more: object) => JSON.stringify({ daily: [{ date: "2026-10-05", ...more }] });
const counts = { inputTokens: 1, outputTokens: 1 };
const table = (...lines: string[]) =>
  ["ChargePeriodStart,BilledCost,BillingCurrency,SkuMeter,ConsumedUnit,ConsumedQuantity,ProviderName", ...lines].join(
    "\n",
  );

describe("a file that is no usage", () => {
  it.each([
    ["empty", "", /empty/],
    ["blank", " \n\n", /empty/],
    ["a letter", "Dear all, please pay.", /It looked for/],
    ["other JSON", '{"hello": 1}', /It looked for/],
    ["a list of numbers", "[1, 2, 3]", /It looked for/],
    ["an empty list", "[]", /It looked for/],
    ["another table", "name,age\nAna,40", /It looked for/],
    ["cut off", '{"daily": [{"date": "2026-10-05"', /begins like JSON/],
    ["JSON with a line that is none", '{"a": 1}\nnope', /begins like JSON/],
    ["a report without days", '{"monthly": [], "totals": {}}', /ccusage daily/],
    [
      "a page without buckets in time",
      JSON.stringify({ data: [{ object: "bucket", start_time: 9e15, end_time: 9e15, results: [] }] }),
      /names no day/,
    ],
  ])("is told in a sentence: %s", (_title, text, says) => {
    expect(problemOf(text)).toMatch(says);
  });

  it("is told what was looked for, for each export that is known", () => {
    for (const { lookedFor } of [...jsonShapes, ...tableShapes]) expect(problemOf("nothing")).toContain(lookedFor);
  });

  it("is told what to give instead, where it is none that is known", () => {
    expect(problemOf("nothing")).toMatch(/Give one as CSV or JSON/);
  });

  it("is not read when it has more than 5 MB", () => {
    expect(readUsage(new Uint8Array(5_000_001))).toEqual({ problem: expect.stringMatching(/5 MB/) });
    expect(problemOf(`${day(counts)}${" ".repeat(4_900_000)}`)).toBe("");
  });

  it("is not built when it is nested deep, in brackets or on a line", () => {
    expect(problemOf("[".repeat(2_000_000))).toMatch(/nested/);
    expect(problemOf(`{"daily": ${"[".repeat(5000)}${"]".repeat(5000)}}`)).toMatch(/nested/);
    expect(problemOf(day({ ...counts, note: "[".repeat(5000) }))).toBe("");
  });

  it("is not read when it has more records than a month of use", () => {
    expect(problemOf(`[${"1,".repeat(100_000)}1]`)).toMatch(/100,000 records/);
    expect(problemOf(`[${"{},".repeat(700_000)}{}]`)).toMatch(/100,000 records/);
    expect(problemOf(day({ ...counts, list: Array(600_001).fill(1) }))).toMatch(/100,000 records/);
    expect(problemOf(day({ ...counts, note: ",".repeat(600_001) }))).toBe("");
    expect(problemOf(`${table()}${"\na,b,c,d,e,f,g".repeat(100_100)}`)).toMatch(/100,000 records/);
  });

  it("is not read when it names more models and days than anybody has", () => {
    const models = Array.from({ length: 20_001 }, (_, at) => ({ modelName: `m${at}`, ...counts }));
    expect(problemOf(day({ ...counts, modelBreakdowns: models }))).toMatch(/too many different/);
  });
});

describe("a record with something wrong", () => {
  it.each([
    ["a negative count", { inputTokens: -5, outputTokens: 1 }],
    ["half a token", { inputTokens: 1.5, outputTokens: 1 }],
    ["a word", { inputTokens: "many", outputTokens: 1 }],
    ["an endless number", { inputTokens: "1e999", outputTokens: 1 }],
    ["a formula", { inputTokens: "=1+1", outputTokens: 1 }],
    ["nothing", { inputTokens: null, outputTokens: 1 }],
  ])("is left out and counted: %s", (_title, wrong) => {
    const { rows, leftOut } = usageOf(
      day({
        ...counts,
        modelBreakdowns: [
          { modelName: "gpt-6-sol", ...wrong },
          { modelName: "gpt-6-luna", ...counts },
        ],
      }),
    );
    expect(rows.map(({ model }) => model)).toEqual(["gpt-6-luna"]);
    expect(leftOut.map(({ count }) => count)).toEqual([1]);
  });

  it("has no name where its name is a formula, a command or endless", () => {
    const names = ["=HYPERLINK(1)", "\u001b[31mred", "a".repeat(500), "@sum", ""];
    const { rows } = usageOf(day({ ...counts, modelBreakdowns: names.map((modelName) => ({ modelName, ...counts })) }));
    expect(rows.map(({ model, tokens }) => [model, tokens?.input])).toEqual([[null, 5n]]);
  });

  it("with more cached than there was is left out", () => {
    const text = new TextDecoder().decode(bytesOf("openai-usage.json")).replace("400000", "4000000");
    expect(usageOf(text).leftOut).toEqual([{ reason: "contradiction", count: 1 }]);
  });

  it("keeps counts that no float can hold", () => {
    const { rows } = usageOf(`{"daily":[{"date":"2026-10-05","inputTokens":9007199254740993,"outputTokens":1}]}`);
    expect(rows[0]?.tokens?.input).toBe(9007199254740993n);
  });

  it("changes nothing that all objects share", () => {
    usageOf(
      '{"__proto__": {"input": 7}, "daily": [{"date": "2026-10-05", "inputTokens": 1, "outputTokens": 1, "__proto__": {"x": 1}}]}',
    );
    expect(({} as { input?: unknown }).input).toBeUndefined();
  });
});

describe("buckets and repeats", () => {
  const page = JSON.parse(new TextDecoder().decode(bytesOf("openai-usage.json")));

  it("are read once when the same page comes twice", () => {
    const twice = usageOf(JSON.stringify([page, page]));
    expect(twice.rows).toEqual(usageOf(JSON.stringify(page)).rows);
    expect(twice.leftOut).toEqual([{ reason: "duplicate", count: 3 }]);
  });

  it("are read by the day when hours of it come too", () => {
    const [first] = page.data;
    const hour = { ...first, end_time: first.start_time + 3600 };
    for (const data of [
      [hour, ...page.data],
      [...page.data, hour],
    ]) {
      const { rows, leftOut } = usageOf(JSON.stringify({ ...page, data }));
      expect(rows).toEqual(usageOf(JSON.stringify(page)).rows);
      expect(leftOut).toEqual([{ reason: "overlap", count: 1 }]);
    }
  });

  it("of two projects stay two, though their figures are the same", () => {
    const [bucket] = page.data;
    const [result] = bucket.results;
    const data = [{ ...bucket, results: [result, { ...result, project_id: "proj_other" }] }];
    expect(usageOf(JSON.stringify({ ...page, data })).rows[0]?.requests).toBe(1000n);
  });
});

describe("the letters of a file", () => {
  const text = table("2026-10-01T00:00:00Z,1.50,USD,Claude Sonnet 5.5 Input café,tokens,750000,Anthropic");
  const expected = [["2026-10-01 anthropic claude-sonnet-5-5", [750_000, 0, 0, 0, 0], null, "1.5 USD"]];
  const wide = (big: boolean) => {
    const bytes = Buffer.from(text, "utf16le");
    return big ? bytes.swap16() : bytes;
  };

  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16 with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), wide(false)])],
    ["UTF-16 the other way round", Buffer.concat([Buffer.from([0xfe, 0xff]), wide(true)])],
    ["UTF-16 without a mark", wide(false)],
    ["UTF-16 without a mark, the other way round", wide(true)],
    ["Latin-1", Buffer.from(text, "latin1")],
    ["lines of Windows", Buffer.from(text.replaceAll("\n", "\r\n"))],
    ["tabs", Buffer.from(text.replaceAll(",", "\t"))],
  ])("may be in %s", (_title, bytes) => {
    expect(usageOf(bytes).rows.map(told)).toEqual(expected);
  });

  it("may have semicolons, quotes and a decimal comma", () => {
    const lines = text.replaceAll(",", ";").replace("1.50", '"1.234,50"').replace("750000", "750.000,0");
    expect(usageOf(lines).rows.map(told)).toEqual([
      ["2026-10-01 anthropic claude-sonnet-5-5", [750_000, 0, 0, 0, 0], null, "1234.5 USD"],
    ]);
  });

  it("may have a quote that never ends", () => {
    expect(usageOf(`${text}\n2026-10-02T00:00:00Z,"1.5,USD`).rows.map(told)).toEqual(expected);
  });
});
