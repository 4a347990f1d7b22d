import { describe, expect, it } from "vitest";
import { answerEstimate } from "#core";
import { readEstimateWords } from "../../src/app/typed-estimate.ts";
import { currencyExample } from "../../src/estimate/convert.ts";
import { workExamples } from "../../src/workload/examples.ts";
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
  ["conversations", { ...conversation, conversations: "1.1234567890123" }],
  ["conversations", { ...conversation, conversations: "123456789012345678901" }],
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

/** What the library that checks says of itself, and what JavaScript does. */
const internals =
  /Invalid input|expected (an? )?(object|string|number|array|int|boolean|record|one|never|nonoptional)|received|NaN|ZodError|undefined|\[object/;

const strange: [name: string, value: unknown][] = Object.entries({
  null: null,
  true: true,
  "an empty text": "",
  words: "plenty",
  "a long text": "x".repeat(5_000),
  commands: "\u001b[2J",
  "a list of nothing": [],
  "a list with a number": [1],
  "a list with nothing in it": [null],
  "a list with an empty object": [{}],
  "a list in a list": [[]],
  "an empty object": {},
  "a strange object": { zzz: 1 },
  "half a range": { low: 1 },
  "a range of words": { low: "x", expected: "y", high: "z" },
  "a range of lists": { low: [], expected: [], high: [] },
  "a range of objects": { low: {}, expected: {}, high: {} },
  "a range with more": { low: 1, expected: 1, high: 1, p90: 1 },
  "a negative number": -1,
  "a huge number": 1e300,
  "no number": Number.NaN,
  infinity: Number.POSITIVE_INFINITY,
  "a date of JavaScript": new Date(0),
  "half of history": { last: null },
});

const kinds = Object.entries(workExamples).map(([kind, example]): [string, Record<string, unknown>] => {
  const { models, ...one } = { models: undefined, ...example };
  return [kind, "model" in one ? one : example];
});

describe("a strange value in any field of any kind of work", () => {
  it.each(kinds)("of %s is told in one line that names the field and shows how it would be right", (kind, work) => {
    let refused = 0;
    for (const field of [...Object.keys(work), ...(kind === "text" ? ["models"] : []), "zzz"]) {
      for (const [name, value] of strange) {
        const rest = field === "models" ? { ...work, model: undefined } : work;
        const problem = problemOf({ ...rest, [field]: value });
        if (problem === "") continue;
        refused++;
        const where = `${field} with ${name}: ${problem}`;
        expect(problem, where).not.toMatch(internals);
        expect(problem, where).toMatch(new RegExp(`^workload: ${field}\\b.*[.?]$`));
        expect(problem, where).toMatch(/For example: ("\w+": .+|\{.+)\.$|Nearest: |Choose from: /);
        expect(problem.length, where).toBeLessThan(400);
      }
    }
    expect(refused).toBeGreaterThan(Object.keys(work).length * 5);
  });

  it("of a currency, beside the work, or in place of it, likewise", () => {
    const currency = { code: "EUR", rate: 1, source: "x", readOn: exampleDay };
    for (const [name, value] of strange) {
      for (const input of [
        value,
        { workload: value },
        { workload: conversation, vendor: value },
        { workload: conversation, currency: value },
        ...Object.keys(currency).map((field) => ({
          workload: conversation,
          currency: { ...currency, [field]: value },
        })),
      ]) {
        const answer = answerEstimate(advisorOn(exampleDay), input);
        if (!("problem" in answer)) continue;
        expect(answer.problem, name).not.toMatch(internals);
        expect(answer.problem.split("\n"), name).toHaveLength(1);
      }
    }
  });

  it("that the sentences show as right is right", () => {
    for (const [, work] of kinds) expect(problemOf(work)).toBe("");
    const { model, ...many } = workExamples.text;
    expect(problemOf(many)).toBe("");
    expect(
      "problem" in answerEstimate(advisorOn(exampleDay), { workload: conversation, currency: currencyExample }),
    ).toBe(false);
  });

  it.each([
    ["__proto__=5", "__proto__"],
    ["__proto__=3-8", "__proto__"],
    ["constructor=5", "constructor"],
    ["turns=", "turns"],
    ["turns=six", "turns"],
    ["turns={}", "turns"],
  ])("typed as %s is told likewise", (pair, field) => {
    const read = readEstimateWords(
      `text model=openai:gpt-4o conversations=1 turns=1 systemTokens=1 userTokens=1 answerTokens=1 ${pair}`,
    );
    const answer = "problem" in read ? read : answerEstimate(advisorOn(exampleDay), read.input);
    const problem = "problem" in answer ? answer.problem : "";
    expect(problem).toContain(field);
    expect(problem).not.toMatch(internals);
  });
});

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
