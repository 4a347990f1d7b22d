import { describe, expect, it } from "vitest";
import { estimateOf, problemOf, totalOf } from "./ask.ts";

/** 15 days, so that a month is twice as much. */
const measured = {
  kind: "measured",
  from: "2026-11-01",
  to: "2026-11-15",
  models: [
    { model: "openai:gpt-6-sol", input: 1_000_000, cached: 2_000_000, write5m: 100_000, output: 300_000 },
    { model: "anthropic:claude-haiku-5-5", input: 500_000, write1h: 10_000, output: 20_000, tier: "batch" },
  ],
  requests: 1000,
};
const of = (more: object) => ({ ...measured, ...more });
const [sol, haiku] = measured.models;

describe("measured use", () => {
  it("costs in a month what its tokens cost, scaled to 30 days", () => {
    // gpt-6-sol: 2M x $2 + 4M x $0.20 + 0.2M x $2.50 + 0.6M x $10 = 4 + 0.8 + 0.5 + 6
    expect(totalOf(of({ models: [sol] }))).toBe(11.3);
    // Twice the same days are the same month.
    expect(totalOf(of({ models: [sol], from: "2026-10-17" }))).toBe(5.65);
  });

  it("has a line for each way in which a model bills, and none of them is a range", () => {
    const { lines, total, per } = estimateOf(measured).estimate;
    expect(per).toBe("month");
    expect(lines.map(({ model, unit, form, expected }) => [model, unit, form, expected])).toEqual([
      ["openai:gpt-6-sol", "input_token", undefined, "2000000"],
      ["openai:gpt-6-sol", "cache_write_token", undefined, "200000"],
      ["openai:gpt-6-sol", "cached_token", undefined, "4000000"],
      ["openai:gpt-6-sol", "output_token", undefined, "600000"],
      ["anthropic:claude-haiku-5-5", "input_token", "in batches", "1000000"],
      ["anthropic:claude-haiku-5-5", "output_token", "in batches", "40000"],
      ["anthropic:claude-haiku-5-5", "cache_write_token", "in batches, for an hour", "20000"],
    ]);
    expect(total).toMatchObject({ mean: null });
  });

  it("prices batches at half", () => {
    const whole = totalOf(of({ models: [{ ...haiku, tier: "standard" }] })) ?? 0;
    expect(totalOf(of({ models: [haiku] }))).toBe(whole / 2);
  });

  it("prices long requests as such where the file counts them apart, and says so where it does not", () => {
    const long = { model: "openai:gpt-6-sol", input: 1_000_000, output: 0, long: true };
    expect(totalOf(of({ models: [long] }))).toBe(8);
    const said = estimateOf(of({ models: [sol] })).estimate.assumptions;
    expect(said.filter((each) => each.includes("272,001"))).toHaveLength(1);
  });

  it("ranges from the quietest to the busiest week", () => {
    const { total, drivers } = estimateOf(of({ models: [sol], pace: { low: 0.5, expected: 1, high: 2 } })).estimate;
    expect(total).toMatchObject({ low: "5.65", expected: "11.3", high: "22.6" });
    expect(drivers).toHaveLength(1);
    expect(estimateOf(of({ models: [sol] })).estimate.drivers).toEqual([]);
  });

  it("names the period, and says that a few days are little", () => {
    const { measured: lines = [] } = estimateOf(measured).estimate;
    expect(lines[0]).toContain("15 days");
    expect(lines).toHaveLength(5);
    const short = estimateOf(of({ from: "2026-11-13" })).estimate.measured ?? [];
    expect(short[1]).toContain("3 days");
    expect(estimateOf(of({ from: "2026-11-09" })).estimate.measured).toHaveLength(5);
  });

  it("says what caching saves beside sending all of it", () => {
    // A month: 4M read at $0.20 for $2, less 0.2M written at $2.50 for $2: 7.2 - 0.1.
    const { measured: lines = [] } = estimateOf(of({ models: [sol] })).estimate;
    expect(lines.at(-1)).toContain("$7.10");
  });

  it("says what a lighter model, batches and a tenth more from a cache would save", () => {
    const { alternatives } = estimateOf(of({ models: [sol] })).estimate;
    expect(alternatives.map(({ option, model, saves }) => [option, model, saves])).toEqual([
      // gpt-6-luna: see the case below.
      ["lighter_model", "openai:gpt-6-luna", expect.any(String)],
      ["batch", null, "5.65"],
      // 0.2M at $2 less $0.20.
      ["cached_tenth", null, "0.36"],
    ]);
    const [lighter] = alternatives;
    const other = totalOf(of({ models: [{ ...sol, model: "openai:gpt-6-luna" }] })) ?? 0;
    expect(Number(lighter?.saves)).toBeCloseTo(11.3 - other, 10);
    expect(Number(lighter?.usd?.expected)).toBeCloseTo(other, 10);
  });

  it("has no total with a model without a price, and still says what the others would save", () => {
    const { total, alternatives } = estimateOf(
      of({ models: [sol, { model: "openai:gpt-own", input: 1, output: 1 }] }),
    ).estimate;
    expect(total).toBeNull();
    expect(alternatives.find(({ option }) => option === "batch")).toMatchObject({ saves: "5.65", usd: null });
  });

  it("has no price for a service tier of its own", () => {
    expect(totalOf(of({ models: [{ ...sol, tier: "other" }] }))).toBeNull();
  });

  it("tells prices that end, as for any other work", () => {
    const argon = { model: "google:gemini-4-argon", input: 1_000_000, output: 100_000 };
    const { knownUntil, calendar } = estimateOf(of({ models: [argon] })).estimate;
    expect(knownUntil).toBeNull();
    expect(calendar?.changes.map(({ on }) => on)).toEqual(["2026-12-01"]);
  });

  it.each([
    ["models", of({ models: [] })],
    ["to", of({ to: "2026-10-01" })],
    ["models.0.input", of({ models: [{ ...sol, input: -1 }] })],
    ["models.0.output", of({ models: [{ ...sol, output: 1.5 }] })],
    ["models.0.model", of({ models: [{ ...sol, model: "gpt" }] })],
    ["turns", of({ turns: 3 })],
  ])("is refused by the field that is wrong: %s", (field, work) => {
    expect(problemOf(work)).toMatch(new RegExp(`^workload: ${field.replaceAll(".", "\\.")} `));
  });
});
