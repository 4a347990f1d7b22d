import { afterAll, describe, expect, it } from "vitest";
import { type App, createApp, createBot, type Estimator, lookUpComparison, type Reply, type Who } from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { readTyped } from "../../src/app/typed.ts";
import { readCompareWords } from "../../src/app/typed-compare.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { atOnce, directEstimator } from "../at-once.ts";

const advisor = advisorOn(exampleDay);
const images = "images accepted=1000 acceptanceRate=50% resolution=1k";

function asked(words: string) {
  const read = readCompareWords(words, advisor);
  if ("problem" in read) throw new Error(read.problem);
  return read;
}

function refused(words: string) {
  const read = readCompareWords(words, advisor);
  if (!("problem" in read)) throw new Error(`${words} was understood`);
  return read;
}

describe("the vendors of a comparison", () => {
  it.each([
    [`${images} vendors=kling,krea`, ["kling", "krea"]],
    [`${images} vendor=kling`, ["kling"]],
    [`${images} vendors=kling, krea`, ["kling", "krea"]],
    [`${images} kling krea`, ["kling", "krea"]],
    [`kling and krea ${images}`, ["kling", "krea"]],
    [`${images} on Kling vs. Krea, Luma`, ["kling", "krea", "luma"]],
    [`${images} Kling Pro, krea`, ["kling-app-pro", "krea"]],
    [`${images} ChatGPT Plus and Google AI Pro`, ["openai-chatgpt-plus", "google-ai-pro"]],
    [`${images} kling kling`, ["kling"]],
    [images, []],
    ['{"kind": "images", "accepted": 1000, "acceptanceRate": 0.5, "resolution": "1k"}', []],
    [
      '{"workload": {"kind": "images", "accepted": 10, "acceptanceRate": 1, "resolution": "1k"}, "vendors": ["Krea AI"]}',
      ["krea"],
    ],
  ])("%s", (words, vendors) => {
    expect(asked(words).vendors).toEqual(vendors);
  });

  it("a word that adds nothing to a name is no part of it", () => {
    expect(refused(`${images} kling runwai`).problem).toMatch(/"runwai".*Nearest: .*Runway/);
  });
});

const incomparable = /cannot be compared/;
describe("what cannot be compared is refused, with a line that works", () => {
  it.each([
    ["", /Say the work/],
    ["kling runway", /Say the work/],
    ["credits kling runway", incomparable],
    ["100 kling credits with 100 runway credits", incomparable],
    ["credits", incomparable],
    ["Tokens of openai and anthropic", /^Tokens.*cannot be compared/],
    [`${images} kling points against krea points`, incomparable],
    ["100 kling", /Say the work/],
    [`${images} 100`, /"100" should be a field/],
    [`${images} klang`, /"klang".*Nearest: Kling/],
    [`${images} vendors=klang`, /"klang".*Nearest: Kling/],
    ["images accepted", /accepted/],
    ["images accepted=10", /acceptanceRate/],
    ["media output=video accepted=20 acceptanceRate=40% seconds=8", /resolution=1080p\) and .*audio=yes/],
    ["media output=image accepted=20 acceptanceRate=40%", /resolution/],
    ["seats product=github-copilot-business", /"seats" is a way to pay/],
    ["prepaid wallet=openai-api-prepaid purchase=1000 lifeMonths=12 burnPerMonth=60", /way to pay/],
    ["text conversations=3.000", /two ways/],
    ["text model=openai:gpt-99 conversations=1 turns=1 systemTokens=1 userTokens=1 answerTokens=1", /gpt-99/],
    ['{"kind": "images"', /begins like JSON/],
    ['{"workload": {"kind": "text", "models": []}}', /one model at a time/],
    ['{"workload": {"kind": "images"}, "currency": {}}', /currency/],
    ['{"workload": {"kind": "images"}, "vendor": 5}', /vendors takes names/],
    ['{"workload": {"kind": "images"}, "colour": 5}', /colour/],
    ["{}", /Say the work/],
  ])("%j", (words, says) => {
    const { problem, example } = refused(words);
    expect(problem).toMatch(says);
    expect(problem).not.toMatch(/undefined|\[object/);
    const found = lookUpComparison({ words: example }, advisor);
    expect(found, example).toHaveProperty("data.ways.0.fit", expect.stringMatching(/fits|unconfirmed/));
  });

  it("the example is for the vendors that were named, and for what they sell", () => {
    expect(refused("credits kling runway").example).toMatch(/^media .* vendors=kling,runway$/);
    expect(refused("openai anthropic").example).toMatch(/^text .* vendors=openai,anthropic$/);
    expect(refused("elevenlabs").example).toMatch(/^voice .* vendors=elevenlabs$/);
    expect(refused("images accepted=10 krea and luma").example).toMatch(/^images .* vendors=krea,luma$/);
  });

  it("a paste of any length is one sentence", () => {
    expect(refused(`${images} ${"x".repeat(5_000)}`).problem.length).toBeLessThan(300);
    expect(refused(`${images} ${"kling ".repeat(500)}credits`).problem).toMatch(incomparable);
  });
});

describe("compare as it is typed", () => {
  it("is a verb", () => {
    expect(readTyped(`compare ${images}`, advisor)).toEqual({ ask: "compare", work: images });
    expect(readTyped("compare", advisor)).toEqual({ ask: "compare", work: "" });
  });
});

describe("compare in a chat", async () => {
  const store = await openStore({ file: ":memory:", now: () => 0 });
  const ana: Who = { tenant: { platform: "slack", id: "T1" }, person: "UANA" };
  const roomy = { characters: 100_000, blocks: 1_000, text: 10_000 };
  const beside: string[] = [];
  const watched: Estimator = {
    estimate(input, day, who) {
      beside.push(who);
      return directEstimator.estimate(input, day, who);
    },
  };
  const base = { store, advisor: () => advisor, now: () => 0, newId: () => "id" };
  const app: App = createApp({
    ...base,
    bot: createBot({ ...base, counter: () => Promise.reject(new Error("nothing was pasted")) }),
    estimator: watched,
    turn: atOnce,
    asksItself: true,
    advisorOn,
    limits: { form: roomy, answer: roomy, card: roomy, buttonValue: 500 },
    typed: (verb, rest) => `/aicost ${verb} ${rest}`,
    deliver: async () => undefined,
    chatWords: (answered) => answered,
    linkTo: async () => null,
  });
  const text = ({ screen }: Reply) => JSON.stringify(screen.body);
  const ask = (words: string) => app.typed(ana, words, { channel: null });
  afterAll(() => store.close());

  it("answers with the table, and a refusal with the line to type", async () => {
    const { screen } = await ask(`compare ${images} google and stability`);
    expect(screen).toMatchObject({ id: "compare", title: "The same work, by vendor" });
    expect(screen.body.some(({ block }) => block === "table")).toBe(true);
    expect(text(await ask("compare credits kling runway"))).toMatch(/For example: \/aicost compare media output=video/);
  });

  it("works out what is much beside the event loop, and text at once", async () => {
    await ask(`compare text conversations=1-9000 turns=1-9 systemTokens=9 userTokens=9 answerTokens=9`);
    expect(beside).toEqual([]);
    const much = "accepted=1-40 acceptanceRate=40-50% failureRate=0-3% seconds=8 resolution=1080p audio=yes";
    expect(text(await ask(`compare media output=video ${much}`))).toMatch(/Cheapest/);
    expect(beside).toEqual(["slack T1 UANA"]);
  });

  it("is named by help", async () => {
    expect(text(await ask("help"))).toMatch(/\/aicost compare media/);
  });
});
