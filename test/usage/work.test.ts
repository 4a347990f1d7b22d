import { describe, expect, it } from "vitest";
import { workOf } from "../../src/usage/to-work.ts";
import { readWorkload } from "../../src/workload/workload.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { bytesOf, usageOf } from "./ask.ts";

const { rates } = advisorOn(exampleDay);
const work = (given: Uint8Array | string) => workOf(usageOf(given), rates);
const log = (day: string, tokens: number, model = "gpt-6-sol", provider: string | null = "openai") => ({
  request_id: `${day} ${model} ${provider}`,
  startTime: `${day}T08:00:00Z`,
  model,
  custom_llm_provider: provider,
  prompt_tokens: tokens,
  completion_tokens: 0,
});
const models = (...names: [model: string, provider: string | null][]) => {
  const made = work(JSON.stringify(names.map(([name, provider]) => log("2026-10-01", 1, name, provider))));
  return "problem" in made ? made.problem : (made.workload.models as { model: string }[]).map(({ model }) => model);
};

describe("measured use as work", () => {
  it("has the tokens of the whole period for each model and way of sending, the largest first", () => {
    expect(work(bytesOf("openai-usage.json"))).toEqual({
      workload: {
        kind: "measured",
        from: "2026-10-01",
        to: "2026-10-03",
        models: [
          {
            model: "openai:gpt-6-sol-2026-09-22",
            input: "1000000",
            cached: "400000",
            write5m: "100000",
            write1h: "0",
            output: "300000",
          },
          {
            model: "openai:gpt-6-luna",
            tier: "batch",
            input: "300000",
            cached: "0",
            write5m: "0",
            write1h: "0",
            output: "50000",
          },
        ],
        requests: "850",
      },
    });
  });

  it.each([
    "openai-usage.json",
    "anthropic-usage.json",
    "ccusage.json",
    "litellm.jsonl",
    "google.json",
    "google-report.csv",
    "focus.csv",
  ])("is work that an estimate takes: %s", (name) => {
    const made = work(bytesOf(name));
    expect("workload" in made && "workload" in readWorkload(made.workload)).toBe(true);
  });

  it("is asked for where a file has money alone", () => {
    expect(work(bytesOf("openai-costs.json"))).toEqual({ problem: expect.stringMatching(/usage export/) });
  });

  it("is asked for by model where a file names none, and its tokens are said to have no price", () => {
    const page = JSON.parse(new TextDecoder().decode(bytesOf("openai-usage.json")));
    const [bucket] = page.data;
    const [result] = bucket.results;
    const text = JSON.stringify({ ...page, data: [{ ...bucket, results: [{ ...result, model: null }] }] });
    expect(work(text)).toEqual({ problem: expect.stringMatching(/grouped by model/) });
    expect(usageOf(text).notes).toContain("tokens_without_model");
    expect(usageOf(text).rows[0]?.tokens?.output).toBe(200_000n);
  });

  it("calls models as prices know them", () => {
    expect(models(["gpt-6-sol", null], ["gpt-6-sol", "openai"])).toEqual(["openai:gpt-6-sol"]);
    expect(models(["gemini-3.1-pro", "vertex_ai"])).toEqual(["google:gemini-3.1-pro-preview"]);
    expect(models(["gpt-6-sol", "azure"])).toEqual(["azure:gpt-6-sol"]);
    expect(models(["own-model", "openai"])).toEqual(["openai:own-model"]);
    expect(models(["own model", "openai"])).toMatch(/grouped by model/);
  });

  it("has the quietest and the busiest of whole weeks, from the last day backwards", () => {
    // Weeks of 100, 300 and 200, and a first day that belongs to none.
    const days = [
      ["2026-10-01", 5000],
      ["2026-10-02", 100],
      ["2026-10-09", 300],
      ["2026-10-22", 200],
    ] as const;
    const made = work(JSON.stringify(days.map(([day, tokens]) => log(day, tokens))));
    expect("workload" in made && made.workload.pace).toEqual({ low: "0.5000", expected: "1", high: "1.5000" });
    const few = work(JSON.stringify(days.slice(0, 3).map(([day, tokens]) => log(day, tokens))));
    expect("workload" in few && "pace" in few.workload).toBe(false);
  });
});
