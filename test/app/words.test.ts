import { describe, expect, it } from "vitest";
import { advise, answerEstimate, type Result } from "#core";
import { paged, readErrand } from "../../src/app/paging.ts";
import { readVerb } from "../../src/app/typed.ts";
import { readEstimateWords } from "../../src/app/typed-estimate.ts";
import { changesBetween } from "../../src/present/changes.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

describe("what is typed behind the command", () => {
  it.each([
    ["plans kling", { verb: "plans", rest: "kling" }],
    ["PLANS", { verb: "plans", rest: "" }],
    ["explain  traps ", { verb: "explain", rest: "traps" }],
    ["how many credits is that?", { verb: "explain", rest: "how many credits is that?" }],
    ["why?", { verb: "explain", rest: "why?" }],
  ])("%j", (words, read) => {
    expect(readVerb(words)).toEqual(read);
  });

  it("that is no verb names the nearest ones", () => {
    expect(readVerb("decision")).toEqual({ problem: expect.stringMatching(/"decision".*decisions/) });
  });
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

describe("pages of an answer", () => {
  const limits = { characters: 200, blocks: 5, text: 150 };
  const reply = {
    screen: {
      id: "x",
      title: "X",
      step: null,
      body: Array.from({ length: 9 }, (_, at) => ({ block: "text" as const, text: `${at} ${"x".repeat(60)}` })),
      fields: [],
      actions: [],
    },
    ticket: null,
    standing: null,
    notice: null,
  };

  it("lead from one to the next, and from the last to the first", () => {
    const seen: string[] = [];
    for (let page = 0, at = 0; at < 20; at++) {
      const { screen } = paged(reply, limits, 80, "plans kling", page);
      seen.push(JSON.stringify(screen.body));
      const errand = readErrand(screen.actions[0]?.about ?? "");
      expect(errand?.words).toBe("plans kling");
      page = errand?.page ?? 0;
      if (page === 0) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.join("").match(/x{60}/g)).toHaveLength(9);
  });

  it("of a question too long for a button say that there is more", () => {
    const { screen } = paged(reply, limits, 10, "explain something very long", 0);
    expect(screen.actions).toEqual([]);
    expect(screen.body.at(-1)).toMatchObject({ block: "quiet", text: expect.stringMatching(/There is more/) });
  });

  it.each(["", "x", "1", "-1 plans", "1000 plans"])("an errand %j is none", (about) => {
    expect(readErrand(about)).toBeNull();
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
    expect(changesBetween(result(exampleDay), result("2027-06-01")).join(" ")).toMatch(/too long ago/);
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
        { ...(then.findings[0] as Result["findings"][0]), rule: "XX-1", severity: "warn", text: "New." },
      ],
    };
    expect(changesBetween(then, now)).toEqual([
      "The route was App subscription; it is Stay free now.",
      'ChatGPT Plus: the price was "$20 a month"; it is "$30 a month" now.',
      expect.stringMatching(/behaviour at zero .* it is "It stops." now/),
      "New: XX-1, New.",
    ]);
    expect(changesBetween(then, { ...then, wallets: [] })).toEqual(["ChatGPT Plus is no longer part of it."]);
    expect(changesBetween({ ...then, wallets: [] }, then)).toEqual(["ChatGPT Plus is new in it."]);
  });
});
