import { describe, expect, it } from "vitest";
import { answerEstimate } from "#core";
import { advise } from "../../src/advice/advise.ts";
import type { Result } from "../../src/advice/result.ts";
import { exampleLines } from "../../src/app/suggest-words.ts";
import { readTyped } from "../../src/app/typed.ts";
import { nameVendors, readEstimateWords } from "../../src/app/typed-estimate.ts";
import { changesBetween } from "../../src/present/changes.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

describe("what is typed behind the command", () => {
  it.each<[string, object]>([
    ["", { ask: "open" }],
    ["plans kling", { ask: "plans", of: "kling" }],
    ["PLANS", { ask: "plans", of: "" }],
    ["explain  traps ", { ask: "explain", topic: "traps" }],
    ["how many credits is that?", { ask: "explain", topic: "how many credits is that?" }],
    ["why?", { ask: "explain", topic: "why?" }],
    ["decisions", { ask: "decisions" }],
    ["decisions x1", { ask: "decision", id: "x1" }],
    ["chatgpt", { ask: "plans", of: "chatgpt" }],
    ["Copilot", { ask: "plans", of: "Copilot" }],
    ["kling-app-pro", { ask: "plans", of: "kling-app-pro" }],
    ["ChatGPT Business", { ask: "plans", of: "ChatGPT Business" }],
    ["openai API meter", { ask: "plans", of: "openai API meter" }],
    ["openai api_meter", { ask: "plans", of: "openai api_meter" }],
    ["API meter", { ask: "plans", of: "API meter" }],
    ["traps", { ask: "explain", topic: "traps" }],
    ["BD-01", { ask: "explain", topic: "BD-01" }],
    ["api_meter", { ask: "explain", topic: "api_meter" }],
    ["what is Kling Pro", { ask: "explain", topic: "what is Kling Pro" }],
    ["how many Kling credits is $20 of OpenAI", { ask: "explain", topic: "how many Kling credits is $20 of OpenAI" }],
    ["images accepted=1000 resolution=1k", { ask: "estimate", work: "images accepted=1000 resolution=1k" }],
    ['{"kind": "images"}', { ask: "estimate", work: '{"kind": "images"}' }],
    ["help", { ask: "help" }],
    [
      "help me find seats for 12 designers",
      { ask: "line", words: "help me find seats for 12 designers", fresh: false },
    ],
    ["krea or leonardo", { ask: "line", words: "krea or leonardo", fresh: false }],
    ["chatgpt for 60 people", { ask: "line", words: "chatgpt for 60 people", fresh: false }],
    ...exampleLines.map((words): [string, object] => [words, { ask: "line", words, fresh: false }]),
  ])("%j", (words, read) => {
    expect(readTyped(words, advisorOn(exampleDay))).toEqual(read);
  });

  it("that is no verb names the nearest ones", () => {
    expect(readTyped("decision", advisorOn(exampleDay))).toEqual({
      problem: expect.stringMatching(/"decision".*decisions/),
    });
  });

  it.each(["why x1", "copy a1.d1.review.3", "@a1.d1.work.1", "page:a1.d1.work.1", "kept:x1"])(
    "that looks like what a button means is no button: %j",
    (words) => {
      const read = readTyped(words, advisorOn(exampleDay));
      expect("problem" in read || read.ask === "explain").toBe(true);
    },
  );
});

describe("a typed estimate", () => {
  const input = (words: string) => {
    const read = readEstimateWords(words);
    return "input" in read ? read.input : read;
  };
  it.each([
    ["text turns=6", { workload: { kind: "text", turns: 6 } }],
    [
      "text conversations=3000-8000",
      { workload: { kind: "text", conversations: { low: 3000, expected: 5500, high: 8000 } } },
    ],
    [
      "media acceptanceRate=40% audio=yes vendor=kling,krea",
      { workload: { kind: "media", acceptanceRate: 0.4, audio: true }, vendor: ["kling", "krea"] },
    ],
    ["text history=last3", { workload: { kind: "text", history: { last: 3 } } }],
    ["text history=full model=openai:gpt-5", { workload: { kind: "text", history: "full", model: "openai:gpt-5" } }],
    ['{"kind": "images"}', { workload: { kind: "images" } }],
    ['{"workload": {"kind": "images"}}', { workload: { kind: "images" } }],
    ["{\u201ckind\u201d: \u201cimages\u201d}", { workload: { kind: "images" } }],
  ])("%s", (words, read) => {
    expect(input(words)).toEqual(read);
  });

  it.each(["text conversations=10%", "media seconds=50%", "text conversations=3.000", "voice characters=1.000-2.000"])(
    "%s is refused with an example: it can be misread",
    (words) => {
      expect(input(words)).toEqual({ problem: expect.stringMatching(/\d/) });
    },
  );

  it.each(["text conversations=1.000.000", "text conversations=3k-m", "text conversations=3,5"])(
    "%s is refused by the estimate, and not read as something else",
    (words) => {
      const answer = answerEstimate(advisorOn(exampleDay), input(words));
      expect(answer).toEqual({ problem: expect.stringMatching(/conversations/) });
    },
  );

  it.each([
    ["text conversations=3k turns=6", { conversations: 3000, turns: 6 }],
    ["text conversations=100 a day turns=6", { conversations: 3000, turns: 6 }],
    ["text conversations=about 3,000 turns=6", { conversations: 3000, turns: 6 }],
    ["text turns=6 conversations=20 per week", { conversations: 85.71, turns: 6 }],
    ["text conversations=~1.5m", { conversations: 1_500_000 }],
  ])("%s is taken as it was meant, and says how", (words, workload) => {
    expect(input(words)).toEqual({ workload: { kind: "text", ...workload } });
    expect(readEstimateWords(words)).toMatchObject({
      understood: [expect.stringMatching(/^conversations: .* is taken as /)],
    });
    expect(readTyped(words, advisorOn(exampleDay))).toEqual({ ask: "estimate", work: words });
  });

  it("keeps every digit of an amount that is for no time", () => {
    expect(input("flat usdPerUse=0.00825")).toEqual({ workload: { kind: "flat", usdPerUse: 0.00825 } });
    expect(input(`text conversations=${"9".repeat(30)} a day`)).toMatchObject({ workload: { kind: "text" } });
  });

  it("leaves names that look like amounts as they are", () => {
    expect(readEstimateWords("images accepted=10 acceptanceRate=50% resolution=1k")).toEqual({
      input: { workload: { kind: "images", accepted: 10, acceptanceRate: 0.5, resolution: "1k" } },
    });
    expect(input("text caching=5m")).toEqual({ workload: { kind: "text", caching: "5m" } });
  });

  it.each(["text turns=6 a day", "voice takes=2 per week", "text conversations=5 turns six", "text turns"])(
    "%s is refused in a sentence: it is no amount there",
    (words) => expect(readEstimateWords(words)).toEqual({ problem: expect.any(String) }),
  );

  it("takes a percentage for every share", () => {
    expect(input("text batchShare=20% retryRate=5%")).toEqual({
      workload: { kind: "text", batchShare: 0.2, retryRate: 0.05 },
    });
  });

  it.each([["{kind: x"], ["text turns"], ["text =6"]])("%s is refused with what is wrong", (words) => {
    expect(input(words)).toHaveProperty("problem");
  });

  it("costs what the same work in JSON costs", () => {
    const advisor = advisorOn(exampleDay);
    const words =
      "text model=openai:gpt-5.6-terra conversations=5000 turns=10 systemTokens=2000 userTokens=1000 answerTokens=1000 history=full";
    const answer = answerEstimate(advisor, input(words));
    // 10 turns of a growing history, by hand: input 10 * 2000 + 1000 * 55 + 1000 * 45 = 120,000 tokens, output 10,000.
    const workload = {
      kind: "text",
      model: "openai:gpt-5.6-terra",
      conversations: 5000,
      turns: 10,
      systemTokens: 2000,
      userTokens: 1000,
      answerTokens: 1000,
      history: "full",
    };
    expect(answer).toEqual(answerEstimate(advisor, { workload }));
  });
});

describe("what has changed between two days", () => {
  const answers = {
    job: "person",
    audience: "me",
    output: ["text"],
    vendor: ["openai-chatgpt-plus"],
    intensity: "daily",
  } as const;
  const result = (day: string) => advise(advisorOn(day), answers as never);

  it("is nothing on the same facts", () => {
    expect(changesBetween(result(exampleDay), result(exampleDay))).toEqual([]);
    // What is kept is JSON: nothing may be different only because of that.
    expect(changesBetween(JSON.parse(JSON.stringify(result(exampleDay))) as Result, result(exampleDay))).toEqual([]);
  });

  it("names a page that has become too old", () => {
    expect(changesBetween(result(exampleDay), result("2027-06-01")).join(" ")).not.toBe("");
  });

  it("names each thing that matters, and no other", () => {
    const then = result(exampleDay);
    const [wallet] = then.wallets;
    if (wallet === undefined) throw new Error("no wallet");
    const now: Result = {
      ...then,
      routes: [{ route: "stay_free", primary: true, rules: [] }],
      wallets: [
        {
          ...wallet,
          price: { amount: "30", currency: "USD", period: "month", kind: "list", per: "account" },
          atZeroText: "It stops.",
        },
      ],
      findings: [
        ...then.findings,
        {
          ...(then.findings[0] as Result["findings"][0]),
          rule: "XX-1",
          severity: "warn",
          title: "Do this",
          text: "New.",
        },
      ],
    };
    expect(changesBetween(then, now)).toEqual([
      expect.stringMatching(/App subscription.*Stay free/),
      expect.stringMatching(/ChatGPT Plus.*\$20 a month.*\$30 a month/),
      expect.stringMatching(/ChatGPT Plus.*It stops\./),
      expect.stringMatching(/Do this\..*New\./),
    ]);
    expect(changesBetween(then, { ...then, wallets: [] })).toEqual([expect.stringContaining("ChatGPT Plus")]);
    expect(changesBetween({ ...then, wallets: [] }, then)).toEqual([expect.stringContaining("ChatGPT Plus")]);
  });
});

describe("names of vendors in a typed estimate", () => {
  const { market } = advisorOn(exampleDay);
  it.each([
    [["kling"], ["kling"]],
    [
      ["Kling AI", "ChatGPT-Plus"],
      ["kling", "openai-chatgpt-plus"],
    ],
    [["undecided"], ["undecided"]],
    ["kling", "kling"],
    [[7], [7]],
  ])("%j", (vendor, ids) => {
    expect(nameVendors({ workload: {}, vendor }, market)).toEqual({ input: { workload: {}, vendor: ids } });
  });

  it("that may be of two are asked back", () => {
    expect(nameVendors({ vendor: ["copilot"] }, market)).toEqual({
      problem: expect.stringMatching(/GitHub.*Microsoft/),
    });
  });

  it.each([null, 7, "x", [], {}])("%j is left as it is", (input) => {
    expect(nameVendors(input, market)).toEqual({ input });
  });
});
