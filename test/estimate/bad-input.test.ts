import { describe, expect, it } from "vitest";
import { answerEstimate } from "#core";
import { advisorOn, exampleDay } from "../advisor.ts";
import { conversation, problemOf } from "./ask.ts";

const media = {
  kind: "media",
  output: "video",
  accepted: 20,
  acceptanceRate: 0.4,
  seconds: 8,
  resolution: "1080p",
  audio: true,
};
const usage = { kind: "usage", model: "openai:gpt-4o", input: 100, output: 10 };
const seats = { kind: "seats", product: "github-copilot-business", usage: [{ people: 1, units: 1 }] };
const prepaid = { kind: "prepaid", wallet: "openai-api-prepaid", purchase: 1000, lifeMonths: 12, burnPerMonth: 60 };
const lots = {
  kind: "lots",
  wallet: "openai-api-prepaid",
  lots: [{ amount: 300, bought: "2026-01-15", expires: "2027-01-15" }],
  burnPerMonth: 20,
  from: "2026-01-15",
};
const flat = { kind: "flat", plan: "openai-chatgpt-plus", usdPerUse: "0.008", cap: 1000, use: "own" };

/** Each is wrong in one field: the sentence must name that field, and nothing is computed. */
const wrong: [field: string, workload: unknown][] = [
  ["kind", {}],
  ["kind", { kind: "tokens" }],
  ["turns", { ...conversation, turns: -1 }],
  ["turns", { ...conversation, turns: 0 }],
  ["turns", { ...conversation, turns: 2.5 }],
  ["turns", { ...conversation, turns: 10_001 }],
  ["turns", { ...conversation, turns: Number.NaN }],
  ["turns", { ...conversation, turns: Number.POSITIVE_INFINITY }],
  ["turns", { ...conversation, turns: "ten" }],
  ["turns", { ...conversation, turns: null }],
  ["turns", { ...conversation, turns: undefined }],
  ["conversations", { ...conversation, conversations: "1e6" }],
  ["conversations", { ...conversation, conversations: 1e13 }],
  ["conversations", { ...conversation, conversations: "0x10" }],
  ["conversations", { ...conversation, conversations: "" }],
  ["conversations", { ...conversation, conversations: [5] }],
  ["conversations", { ...conversation, conversations: { low: 2, expected: 1, high: 3 } }],
  ["conversations", { ...conversation, conversations: { low: 1, expected: 4, high: 3 } }],
  ["conversations", { ...conversation, conversations: { low: 1, high: 3 } }],
  ["conversations", { ...conversation, conversations: { low: 1, expected: 2, high: 3, p90: 3 } }],
  ["conversations", { ...conversation, conversations: { low: -1, expected: 2, high: 3 } }],
  ["temperature", { ...conversation, temperature: 1 }],
  ["model", { ...conversation, model: "gpt-4o" }],
  ["model", { ...conversation, model: undefined }],
  ["model", { ...conversation, models: [{ model: "openai:gpt-4o", share: 1 }] }],
  ["models", { ...conversation, model: undefined, models: [] }],
  ["models", { ...conversation, model: undefined, models: [{ model: "openai:gpt-4o", share: 0.9 }] }],
  [
    "models",
    {
      ...conversation,
      model: undefined,
      models: [
        { model: "openai:gpt-4o", share: 0.5 },
        { model: "openai:gpt-4o", share: 0.5 },
      ],
    },
  ],
  ["models.0.share", { ...conversation, model: undefined, models: [{ model: "openai:gpt-4o", share: 0 }] }],
  ["history", { ...conversation, history: "some" }],
  ["history", { ...conversation, history: { last: -1 } }],
  ["history", { ...conversation, history: { last: 1.5 } }],
  ["caching", { ...conversation, caching: "10m" }],
  ["prefixTokens", { ...conversation, prefixTokens: 2001 }],
  ["reasoning", { ...conversation, reasoning: 0.5 }],
  ["reasoning", { ...conversation, reasoning: "lots" }],
  ["retryRate", { ...conversation, retryRate: -0.1 }],
  ["batchShare", { ...conversation, batchShare: 1.1 }],
  ["speed", { ...conversation, speed: "fast" }],
  ["speed", { ...conversation, speed: "priority", batchShare: 1 }],
  ["region", { ...conversation, region: "eu" }],
  ["cached", { ...usage, cached: 101 }],
  ["write5m", { ...usage, write5m: 60, write1h: 60 }],
  ["write1h", { ...usage, cached: 1, write1h: 101 }],
  ["batch", { ...usage, batch: "yes" }],
  ["acceptanceRate", { ...media, acceptanceRate: 0 }],
  ["acceptanceRate", { ...media, acceptanceRate: 1.5 }],
  ["failureRate", { ...media, failureRate: 1 }],
  ["seconds", { ...media, seconds: undefined }],
  ["seconds", { ...media, seconds: 0 }],
  ["resolution", { ...media, resolution: "big" }],
  ["audio", { ...media, audio: "yes" }],
  ["output", { ...media, output: "hologram" }],
  ["takes", { kind: "voice", characters: 1, takes: 0 }],
  ["commercial", { kind: "music", accepted: 1, acceptanceRate: 1 }],
  ["product", { ...seats, product: "github-copilot-busines" }],
  ["usage", { ...seats, usage: [] }],
  ["usage.0.people", { ...seats, usage: [{ people: 0, units: 1 }] }],
  ["wallet", { ...prepaid, wallet: "nowhere" }],
  ["lifeMonths", { ...prepaid, lifeMonths: 0 }],
  ["purchase", { ...prepaid, purchase: "ten" }],
  ["from", { ...lots, from: "2026-02-30" }],
  ["lots", { ...lots, lots: [] }],
  ["lots.0.expires", { ...lots, lots: [{ amount: 1, bought: "2027-01-15", expires: "2026-01-15" }] }],
  ["lots.0.amount", { ...lots, lots: [{ amount: "-5", bought: "2026-01-15", expires: "2027-01-15" }] }],
  ["plan", { ...flat, plan: "nowhere" }],
  ["use", { ...flat, use: "ours" }],
  ["usdPerUse", { ...flat, usdPerUse: 0 }],
];

describe("a workload that cannot be meant", () => {
  it.each(wrong)("is refused by one sentence about %s: %j", (field, workload) => {
    const problem = problemOf(workload);
    expect(problem).toMatch(new RegExp(`^workload: ${field.replaceAll(".", "\\.")}\\b`));
    expect(problem.split("\n")).toHaveLength(1);
    expect(problem).toMatch(/[.?]$/);
  });

  it.each([null, 7, "text", [], true])("is refused when it is %j", (input) => {
    expect(problemOf(input)).toMatch(/^workload:? /);
    expect("problem" in answerEstimate(advisorOn(exampleDay), input)).toBe(true);
  });

  it("is refused when something beside it is no field, no vendor or no currency", () => {
    const ask = (input: object) => {
      const answer = answerEstimate(advisorOn(exampleDay), { workload: conversation, ...input });
      return "problem" in answer ? answer.problem : "";
    };
    expect(ask({ vendors: ["openai"] })).toMatch(/"vendors".*vendor/);
    expect(ask({ vendor: ["openia"] })).toMatch(/^vendor: "openia".*openai/);
    expect(ask({ vendor: "openai" })).toMatch(/^vendor: /);
    expect(ask({ currency: { code: "EUR", rate: 0, source: "x", readOn: exampleDay } })).toMatch(/^currency: rate /);
    expect(ask({ currency: { code: "euro", rate: 1, source: "x", readOn: exampleDay } })).toMatch(/^currency: code /);
  });
});
