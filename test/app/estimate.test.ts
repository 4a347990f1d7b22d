import { afterAll, afterEach, describe, expect, it } from "vitest";
import { type App, createApp, createBot, type Estimator, type Reply, type Who } from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { openWorker } from "../../adapters/worker/index.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { atOnce, directEstimator } from "../at-once.ts";

const store = await openStore({ file: ":memory:", now: () => 1_795_000_000_000 });
const ana: Who = { tenant: { platform: "slack", id: "T1" }, person: "UANA" };
const roomy = { characters: 100_000, blocks: 1_000, text: 10_000 };

function open(estimator: Estimator): App {
  const base = { store, advisor: () => advisorOn(exampleDay), now: () => 1_795_000_000_000, newId: () => "id" };
  const bot = createBot({ ...base, counter: () => Promise.reject(new Error("nothing was pasted")) });
  return createApp({
    ...base,
    bot,
    estimator,
    turn: atOnce,
    asksItself: true,
    advisorOn,
    limits: { form: roomy, answer: roomy, card: roomy, buttonValue: 500 },
    typed: (verb, rest) => `/aicost ${verb} ${rest}`,
    deliver: async () => undefined,
    chatWords: (answered) => answered,
    linkTo: async () => null,
  });
}

const odd = openWorker(new URL("../fixtures/odd-thread.ts", import.meta.url), { milliseconds: 3_000 });
/** What went beside the event loop. */
let asked: string[] = [];
const watched: Estimator = {
  estimate(input, day, who) {
    asked.push(who);
    return directEstimator.estimate(input, day, who);
  },
};
afterEach(() => {
  asked = [];
});
afterAll(async () => {
  await odd.close();
  await store.close();
});

const text = ({ screen }: Reply) => JSON.stringify(screen.body);
const models = (many: number) => Array.from({ length: many }, (_, at) => ({ model: `openai:m${at}`, share: 1 / many }));
const work = (more: object) =>
  `estimate ${JSON.stringify({ kind: "text", model: "openai:gpt-6-sol", conversations: 9, turns: 2, systemTokens: 9, userTokens: 9, answerTokens: 9, ...more })}`;
const range = { low: 1, expected: 2, high: 3 };

describe("one typed line", () => {
  const app = open(watched);

  it.each([
    ["21 models", work({ model: undefined, models: models(21) }), /21 models.*at most 20/],
    [
      "22 ranges",
      `estimate ${JSON.stringify({ kind: "seats", product: "p", usage: Array.from({ length: 11 }, () => ({ people: range, units: range })) })}`,
      /22 ranges.*at most 20/,
    ],
    ["4,001 letters", `estimate ${"x".repeat(3_992)}`, /4001.*at most 4000/],
    ["a question of 1 MB", "why ".repeat(250_000), /at most 4000/],
  ])("with %s is refused with how much it may ask for, and costs nobody anything", async (_, line, says) => {
    expect(text(await app.typed(ana, line, { channel: null }))).toMatch(says);
    expect(asked).toEqual([]);
  });

  it.each([
    ["two ranges", work({ turns: range, conversations: range })],
    ["a model whose price the library has to be asked for", work({ model: "openai:gpt-4-turbo" })],
    [
      "every wallet and ranges",
      "estimate media output=video accepted=1-40 acceptanceRate=40-50% failureRate=0-3% seconds=8",
    ],
  ])("with %s is worked out beside the event loop, for whoever asked", async (_, line) => {
    expect((await app.typed(ana, line, { channel: null })).screen.title).toBe("Estimate");
    expect(asked).toEqual(["slack T1 UANA"]);
  });

  it.each([
    ["one model and no range", work({})],
    ["one vendor's clips", "estimate media output=video accepted=20 acceptanceRate=40-50% seconds=8 vendor=kling"],
  ])("with %s is worked out at once", async (_, line) => {
    expect((await app.typed(ana, line, { channel: null })).screen.title).toBe("Estimate");
    expect(asked).toEqual([]);
  });

  it("of twenty models is not too much", async () => {
    const line = work({ model: undefined, models: models(20) });
    expect((await app.typed(ana, line, { channel: null })).screen.title).toBe("Estimate");
  });
});

describe("an estimate that hangs or dies", () => {
  const app = open(odd.estimator);
  const ask = async (model: string) =>
    text(await app.typed(ana, `estimate usage model=odd:${model} input=1 output=1`, { channel: null }));

  it.each(["hang", "exit"])("by %s is a sentence, and the next one is answered", async (how) => {
    expect(await ask(how)).toMatch(/stopped.*less/);
    expect(await ask("well")).toMatch(/well is answered/);
    expect((await app.typed(ana, "help", { channel: null })).screen.id).toBe("help");
  });
});
