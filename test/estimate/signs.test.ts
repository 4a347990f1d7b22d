import { describe, expect, it } from "vitest";
import type { WorkloadSign } from "../../src/checklist/ids.ts";
import { signsOf } from "../../src/estimate/signs.ts";
import { exactly } from "../../src/quantity/band.ts";
import { decimal } from "../../src/quantity/money.ts";
import { readWorkload } from "../../src/workload/workload.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { conversation, estimateOf } from "./ask.ts";

const { market, rates } = advisorOn(exampleDay);
const context = { market, rates, day: exampleDay, vendors: [], chosen: [], commercial: undefined, routes: [] };

function signs(workload: unknown, usd?: string): Set<WorkloadSign> {
  const read = readWorkload(workload);
  if ("problem" in read) throw new Error(read.problem);
  return signsOf(read.workload, usd === undefined ? null : exactly(decimal(usd)), context);
}
const plain = { ...conversation, turns: 1, history: "none", systemTokens: 0, model: "openai:gpt-6-luna" };

describe("what a workload shows about itself", () => {
  /** Each pair differs in one thing, on either side of where the sign begins. */
  const pairs: [WorkloadSign, object, object][] = [
    ["history_resent", { turns: 2, history: "full" }, { turns: 1, history: "full" }],
    ["history_resent", { turns: 2, history: { last: 1 } }, { turns: 2, history: { last: 0 } }],
    ["history_resent", { turns: { low: 1, expected: 1, high: 2 }, history: "full" }, { turns: 2, history: "none" }],
    ["prefix_reused", { turns: 2, systemTokens: 1 }, { turns: 2, systemTokens: 0 }],
    ["prefix_reused", { conversations: 2, systemTokens: 1 }, { conversations: 1, systemTokens: 1 }],
    ["prefix_reused", { turns: 2, systemTokens: 5, prefixTokens: 1 }, { turns: 2, systemTokens: 5, prefixTokens: 0 }],
    ["heavy_model", { model: "openai:gpt-6-sol" }, { model: "openai:gpt-6-luna" }],
    ["retries", { retryRate: { low: 0, expected: 0, high: 0.1 } }, { retryRate: 0 }],
    ["priority_speed", { speed: "priority" }, { speed: "standard" }],
    ["only_text_length", { basis: "length" }, { basis: "count" }],
    ["high_volume", { conversations: 100_000 }, { conversations: 99_999 }],
    ["high_volume", { conversations: 50_000, turns: 2 }, { conversations: 49_999, turns: 2 }],
  ];
  it.each(pairs)("%s: %j, and not %j", (sign, with_, without) => {
    expect(signs({ ...plain, ...with_ })).toContain(sign);
    expect(signs({ ...plain, ...without })).not.toContain(sign);
  });

  it("sees small sums, and none where there is no sum", () => {
    const small = (usd?: string) =>
      ["low_frequency", "under_a_dollar"].filter((sign) => signs(plain, usd).has(sign as WorkloadSign));
    expect(small("0.99")).toEqual(["low_frequency", "under_a_dollar"]);
    expect(small("1")).toEqual(["low_frequency"]);
    expect(small("5")).toEqual(["low_frequency"]);
    expect(small("5.01")).toEqual([]);
    expect(small()).toEqual([]);
  });

  it("is given whatever it is, and is text only where it is", () => {
    const clips = { kind: "media", output: "video", accepted: 1, acceptanceRate: 1, seconds: 5 };
    expect(signs(clips)).toEqual(new Set(["given"]));
    expect(signs({ ...clips, failureRate: 0.1 })).toEqual(new Set(["given", "retries"]));
    expect(signs({ kind: "voice", characters: 1, takes: 1 })).toEqual(new Set(["given"]));
    expect(signs({ kind: "usage", model: "openai:gpt-6-luna", input: 1, output: 1 })).toEqual(
      new Set(["given", "tokens"]),
    );
    expect(signs({ kind: "usage", model: "openai:gpt-6-sol", input: 1, output: 1 })).toEqual(
      new Set(["given", "tokens", "heavy_model"]),
    );
    const lot = { amount: 1, bought: "2026-01-01", expires: "2027-01-01" };
    const lots = { kind: "lots", wallet: "openai-api-prepaid", burnPerMonth: 1, from: "2026-01-01" };
    expect(signs({ ...lots, lots: [lot] })).toEqual(new Set(["given"]));
    expect(signs({ ...lots, lots: [lot, lot] })).toEqual(new Set(["given", "several_lots"]));
  });

  it("of seats, sees when a used unit costs more inside the seat than outside", () => {
    const rules = (units: number) => {
      const seats = { kind: "seats", product: "github-copilot-business", usage: [{ people: 10, units }] };
      const { pool } = estimateOf(seats).estimate;
      return pool;
    };
    expect(rules(1900)?.pooledOverage.units).toBe("0");
    expect(rules(1901)?.pooledOverage).toEqual({ units: "10", usd: "0.1" });
  });
});
