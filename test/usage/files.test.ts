import { describe, expect, it } from "vitest";
import { bytesOf, told, usageOf } from "./ask.ts";

const read = (name: string) => {
  const { shapes, from, to, rows, leftOut, notes } = usageOf(bytesOf(name));
  return { shapes, from, to, rows: rows.map(told), leftOut, notes };
};

describe("a file of usage", () => {
  it("of OpenAI has plain input apart from cached and written, batches apart, and a day without use", () => {
    expect(read("openai-usage.json")).toEqual({
      shapes: ["OpenAI usage"],
      from: "2026-10-01",
      to: "2026-10-03",
      rows: [
        ["2026-10-01 openai gpt-6-luna batch", [300_000, 0, 0, 0, 50_000], 100, ""],
        ["2026-10-01 openai gpt-6-sol-2026-09-22", [500_000, 400_000, 100_000, 0, 200_000], 500, ""],
        ["2026-10-02 openai gpt-6-sol-2026-09-22", [500_000, 0, 0, 0, 100_000], 250, ""],
      ],
      leftOut: [],
      notes: ["write_time_unknown"],
    });
  });

  it("of OpenAI's costs keeps every digit, credits and what belongs to no model, and says that pages are missing", () => {
    expect(read("openai-costs.json")).toEqual({
      shapes: ["OpenAI costs"],
      from: "2026-10-01",
      to: "2026-10-02",
      rows: [
        ["2026-10-01 openai gpt-6-sol", null, null, "0.3000001 USD"],
        ["2026-10-01 openai ", null, null, "-0.05 USD"],
        ["2026-10-02 openai ", null, null, "0.300000000000000000001 USD"],
      ],
      leftOut: [],
      notes: ["more_pages"],
    });
  });

  it("of Anthropic has batches and long requests apart", () => {
    expect(read("anthropic-usage.json")).toEqual({
      shapes: ["Anthropic usage report"],
      from: "2026-10-01",
      to: "2026-10-02",
      rows: [
        ["2026-10-01 anthropic claude-sonnet-5-5 batch", [10, 0, 0, 0, 5], null, ""],
        ["2026-10-01 anthropic claude-sonnet-5-5", [1500, 200, 500, 1000, 500], null, ""],
        ["2026-10-01 anthropic claude-sonnet-5-5 long", [7, 0, 0, 0, 3], null, ""],
        ["2026-10-02 anthropic claude-haiku-5-5", [100, 0, 0, 0, 20], null, ""],
      ],
      leftOut: [],
      notes: [],
    });
  });

  it("of Anthropic's costs counts in cents", () => {
    expect(read("anthropic-costs.json").rows).toEqual([
      ["2026-10-01 anthropic claude-sonnet-5-5", null, null, "1.24 USD"],
      ["2026-10-01 anthropic ", null, null, "0.5 USD"],
    ]);
  });

  it("of ccusage has days in its old and its new form, and dollars that nobody was billed for", () => {
    expect(read("ccusage.json")).toEqual({
      shapes: ["ccusage"],
      from: "2026-10-05",
      to: "2026-10-07",
      rows: [
        ["2026-10-05 anthropic claude-opus-5-5", [100, 3000, 30, 0, 20], null, "0.25 USD"],
        ["2026-10-05 openai gpt-6-sol", [200, 0, 0, 0, 40], null, "0.25 USD"],
        ["2026-10-07 anthropic claude-opus-5-5", [10, 5, 0, 0, 1], null, "0.01 USD"],
      ],
      leftOut: [{ reason: "no_name", count: 1 }],
      notes: ["reckoned_cost", "write_time_unknown"],
    });
  });

  it("of LiteLLM counts each request once, and none that its own cache answered", () => {
    expect(read("litellm.jsonl")).toEqual({
      shapes: ["LiteLLM spend logs"],
      from: "2026-10-01",
      to: "2026-10-02",
      rows: [
        ["2026-10-01 openai gpt-6-sol", [400, 600, 0, 0, 100], 1, "0.003 USD"],
        ["2026-10-02 anthropic claude-haiku-5-5", [200, 100, 200, 0, 50], 1, "0.0002 USD"],
        ["2026-10-02 google gemini-3.8-flash", [10, 0, 0, 0, 2], 1, "0.00001 USD"],
      ],
      leftOut: [
        { reason: "duplicate", count: 1 },
        { reason: "own_cache", count: 1 },
      ],
      notes: ["reckoned_cost", "write_time_unknown"],
    });
  });

  it("of Google Cloud takes credits off, keeps currencies apart and leaves other services out", () => {
    expect(read("google.json")).toEqual({
      shapes: ["Google Cloud billing export"],
      from: "2026-10-01",
      to: "2026-10-02",
      rows: [
        ["2026-10-01 google gemini-3.8-flash", [461_280, 0, 0, 0, 1000], null, "0.16 USD"],
        ["2026-10-01 google ", null, null, "0.672 USD"],
        ["2026-10-02 google gemini-3.8-flash", [100, 0, 0, 0, 0], null, "0.02 EUR"],
        ["2026-10-02 google gemini-3.8-flash long", [0, 2000, 0, 0, 0], null, "0.001 USD"],
      ],
      leftOut: [
        { reason: "other_service", count: 1 },
        { reason: "tax", count: 1 },
      ],
      notes: [],
    });
  });

  it("of Google's console has its columns below other lines, and thousands with commas", () => {
    expect(read("google-report.csv").rows).toEqual([
      ["2026-10-14 google gemini-2.5-flash", [1000, 0, 0, 0, 0], null, "-0.1 USD"],
      ["2026-10-15 google gemini-2.5-flash", [0, 0, 0, 0, 622_403], null, "1.55599 USD"],
    ]);
  });

  it("in FOCUS counts units of a thousand tokens, and takes a vendor's credit off", () => {
    expect(read("focus.csv")).toEqual({
      shapes: ["FOCUS"],
      from: "2026-10-01",
      to: "2026-10-02",
      rows: [
        ["2026-10-01 anthropic claude-sonnet-5-5", [750_000, 0, 0, 0, 200_000], null, "3.5 USD"],
        ["2026-10-02 anthropic ", null, null, "-0.5 USD"],
      ],
      leftOut: [
        { reason: "other_service", count: 1 },
        { reason: "tax", count: 1 },
      ],
      notes: [],
    });
  });

  it("of OpenAI's console counts keys apart, half of whose figures are alike, and a day without use", () => {
    expect(read("openai-usage.csv")).toEqual({
      shapes: ["OpenAI usage"],
      from: "2025-10-01",
      to: "2025-10-03",
      rows: [
        ["2025-10-01 openai gpt-6-sol", [11_764, 2560, 0, 0, 2000], 6, ""],
        ["2025-10-03 openai gpt-6-luna batch", [100, 0, 0, 0, 50], 1, ""],
      ],
      leftOut: [],
      notes: [],
    });
    expect(read("openai-costs.csv")).toMatchObject({
      shapes: ["OpenAI costs"],
      to: "2025-10-02",
      rows: [["2025-10-01 openai gpt-6-sol", null, null, "0.003835980000000000000000000001 USD"]],
    });
  });

  it("of Anthropic's console has long requests and batches apart, and models by their names for people", () => {
    expect(read("anthropic-usage.csv").rows).toEqual([
      ["2026-10-08 anthropic claude-sonnet-5-5", [100, 4000, 20, 3, 50], null, ""],
      ["2026-10-08 anthropic claude-sonnet-5-5 long", [7, 0, 0, 0, 1], null, ""],
      ["2026-10-09 anthropic claude-haiku-5-5 batch", [10, 0, 0, 0, 5], null, ""],
    ]);
    expect(read("anthropic-costs.csv").rows).toEqual([
      ["2026-10-08 anthropic claude-sonnet-5-5", null, null, "0.07 USD"],
      ["2026-10-08 anthropic ", null, null, "0.01 USD"],
    ]);
  });

  it("may be a list of pages, of usage and of costs", () => {
    const pages = ["openai-usage.json", "openai-costs.json"].map((name) => new TextDecoder().decode(bytesOf(name)));
    expect(usageOf(`[${pages.join(",")}]`).shapes).toEqual(["OpenAI costs", "OpenAI usage"]);
  });

  it("leaves nothing of prompts, keys and people behind", () => {
    const names = [
      "openai-usage.json",
      "anthropic-usage.json",
      "litellm.jsonl",
      "google.json",
      "focus.csv",
      "openai-usage.csv",
    ];
    for (const name of names) {
      expect(new TextDecoder().decode(bytesOf(name))).toContain("secret");
      const { rows, ...rest } = usageOf(bytesOf(name));
      expect(JSON.stringify([rows.map(told), rest])).not.toContain("secret");
    }
  });
});
