import { describe, expect, it } from "vitest";
import { estimateOf, problemOf, totalOf } from "./ask.ts";

/** Requests as vendors count them, with what they cost: priced elsewhere by hand or by the vendor's own example. */
const cases: [title: string, model: string, usage: Record<string, number | boolean>, usd: number, asOf?: string][] = [
  ["a cache write", "anthropic:claude-sonnet-4-20250514", { input: 4740, write5m: 4735, output: 255 }, 0.02159625],
  ["a write for an hour", "anthropic:claude-sonnet-4-20250514", { input: 4740, write1h: 4735, output: 255 }, 0.03225],
  ["a cache hit", "anthropic:claude-opus-5", { input: 10_000, cached: 9000, output: 500 }, 0.022],
  ["a hit at a twentieth", "anthropic:claude-opus-5-5", { input: 100_000, cached: 90_000, output: 1000 }, 0.078],
  ["a hit after the cut", "anthropic:claude-sonnet-5-5", { input: 100_000, cached: 90_000, output: 1000 }, 0.039],
  ["a hit of the model before", "anthropic:claude-sonnet-5", { input: 100_000, cached: 90_000, output: 1000 }, 0.048],
  ["a hit at a fortieth", "anthropic:claude-fable-5-1", { input: 100_000, cached: 90_000, output: 0 }, 0.1225],
  ["exactly at Haiku's border", "anthropic:claude-haiku-5-5", { input: 100_000, output: 1000 }, 0.0105],
  ["one past Haiku's border", "anthropic:claude-haiku-5-5", { input: 100_001, output: 1000 }, 0.0525005],
  ["exactly at Sol's border", "openai:gpt-6-sol", { input: 272_000, output: 1000 }, 0.554],
  ["one past Sol's border", "openai:gpt-6-sol", { input: 272_001, output: 1000 }, 1.103004],
  ["a plain request", "openai:gpt-4o", { input: 1000, output: 500 }, 0.0075],
  ["the price before a cut", "openai:gpt-5.6-sol", { input: 1000, output: 1000 }, 0.035, "2026-08-20"],
  ["the price after it", "openai:gpt-5.6-sol", { input: 1000, output: 1000 }, 0.024, "2026-08-21"],
  ["a price of last year", "openai:o3", { input: 1000, output: 1000 }, 0.05, "2025-06-09"],
  ["the day of its cut", "openai:o3", { input: 1000, output: 1000 }, 0.01, "2025-06-10"],
  ["exactly at Gemini's border", "google:gemini-2.5-pro", { input: 200_000, output: 1000 }, 0.26],
  ["long and mostly cached", "google:gemini-2.5-pro", { input: 262_960, cached: 257_955, output: 1744 }, 0.10316125],
  ["the last introductory day", "google:gemini-3.6-flash", { input: 1e6, output: 1e6 }, 4.5, "2026-12-31"],
  ["the first day of the rise", "google:gemini-3.6-flash", { input: 1e6, output: 1e6 }, 9, "2027-01-01"],
  ["a batch", "openai:gpt-4o", { input: 1000, output: 500, batch: true }, 0.00375],
];

describe("one request", () => {
  it.each(cases)("%s costs what it should (%s)", (_title, model, usage, usd, asOf = "2026-11-20") => {
    expect(totalOf({ kind: "usage", model, ...usage }, { asOf })).toBe(usd);
  });

  it("tells its four ways of billing on lines of their own", () => {
    const lines = estimateOf({
      kind: "usage",
      model: "anthropic:claude-opus-5",
      input: 10_000,
      cached: 4000,
      write5m: 3000,
      write1h: 2000,
      output: 500,
    }).estimate.lines;
    expect(lines.map((line) => [line.unit, line.expected, line.usd?.expected])).toEqual([
      ["input_token", "1000", "0.005"],
      ["cache_write_token", "3000", "0.01875"],
      ["cached_token", "4000", "0.002"],
      ["output_token", "500", "0.0125"],
      ["cache_write_token", "2000", "0.02"],
    ]);
  });

  it("cannot have more cached than came in", () => {
    expect(
      problemOf({ kind: "usage", model: "openai:gpt-4o", input: 100, cached: 60, write5m: 41, output: 1 }),
    ).toMatch(/^workload: cached/);
  });
});
