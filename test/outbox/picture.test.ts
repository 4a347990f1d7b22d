import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDispatcher, type Post, type Sent, type Store } from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { costChart } from "../../src/chart/cost.ts";
import { compose } from "../../src/outbox/compose.ts";
import type { Prepared } from "../../src/outbox/dispatcher.ts";
import { createDrawings } from "../../src/outbox/drawings.ts";
import { newPost, pictureOf } from "../../src/outbox/post-body.ts";
import { said } from "../said.ts";
import { keptLog } from "../wire/team.ts";
import { decided, limits, start, tenant } from "./decided.ts";

const option = { others: [], note: null, main: false };
const usd = (amount: string) => ({ low: amount, expected: amount, high: amount });
const chart = costChart(
  "Cost a month",
  [
    { ...option, name: "A", usd: usd("5") },
    { ...option, name: "B", usd: usd("7") },
  ],
  { subject: "", freshness: "" },
);
if (chart === null) throw new Error("There is a chart");

const card = newPost("UANA", "card:C1", "d1", "C1", {
  kind: "card",
  title: "Buy it",
  blocks: [{ block: "text", text: "$5 a month." }],
});

let store: Store;
let clock: number;
/** What was drawn, and how each ends. */
let draws: { resolve: (png: Uint8Array) => void; reject: (error: Error) => void }[];
/** What the platform answers, in order; else it takes everything. */
let answers: Sent[];
let shown: { do: string; picture: string | null }[];

beforeEach(async () => {
  clock = start;
  draws = [];
  answers = [];
  shown = [];
  store = await openStore({ file: ":memory:", now: () => clock });
  await store.of(tenant).decide(decided, [card, pictureOf(card, chart)]);
});
afterEach(() => store.close());

/** One process: what it draws is gone when it ends. */
function openProcess() {
  const drawings = createDrawings(() => new Promise((resolve, reject) => void draws.push({ resolve, reject })));
  const linkTo = async () => null;
  async function prepare(post: Post): Promise<Prepared> {
    const composed = await compose(post, store, limits, linkTo, drawings);
    if (composed.do === "wait" || composed.do === "drop") return composed;
    const picture = "message" in composed ? (composed.message.picture?.reference ?? null) : null;
    return {
      do: "send",
      async send() {
        const answer = answers.shift();
        if (answer !== undefined) return answer;
        shown.push({ do: composed.do, picture });
        return { sent: composed.do === "picture" ? "F1" : "m1" };
      },
    };
  }
  const sender = { platform: "slack", deduplicates: false, prepare };
  return createDispatcher({ store, senders: [sender], now: () => clock, random: () => 0.5, log: keptLog().log });
}

async function rounds(process: ReturnType<typeof openProcess>, count = 10): Promise<void> {
  for (let at = 0; at < count; at++) {
    await process.round();
    clock += 1_100;
  }
}

const picture = async () => (await store.of(tenant).posts("d1")).find(({ key }) => key === "card:C1:picture");
const png = new Uint8Array([1, 2, 3]);

describe("the picture of a card", () => {
  it("comes after the card, which does not wait for it, and once", async () => {
    const one = openProcess();
    await rounds(one);
    expect(shown).toEqual([{ do: "post", picture: null }]);
    expect(draws).toHaveLength(1);
    draws[0]?.resolve(png);
    await rounds(one);
    expect(shown).toEqual([
      { do: "post", picture: null },
      { do: "picture", picture: null },
    ]);
    expect(await picture()).toMatchObject({ state: "sent", reference: "F1" });
  });

  it("lets what comes after it into the channel while it is drawn", async () => {
    const one = openProcess();
    await rounds(one);
    await store.of(tenant).enqueue([newPost("UBEN", "approve", "d1", "C1", { kind: "approval" })], clock);
    await rounds(one);
    expect(shown.map((each) => each.do)).toEqual(["post", "reply"]);
  });

  it("stays on the card when the card changes", async () => {
    const one = openProcess();
    await rounds(one, 3);
    draws[0]?.resolve(png);
    await rounds(one);
    await store.of(tenant).enqueue([newPost("UBEN", "change", "d1", "C1", { kind: "update" })], clock);
    await rounds(one);
    expect(shown.at(-1)).toEqual({ do: "update", picture: "F1" });
  });

  it("is drawn anew by the next process where one ended, and stands there once", async () => {
    await rounds(openProcess(), 3);
    // The process is gone, and what it drew with it.
    const next = openProcess();
    await rounds(next, 3);
    expect(draws).toHaveLength(2);
    draws[1]?.resolve(png);
    await rounds(next);
    expect(shown.filter((each) => each.do === "picture")).toHaveLength(1);
  });

  it("is put there again after a lost answer: the card has it once, whatever was heard", async () => {
    const one = openProcess();
    await rounds(one, 3);
    answers.push({ unknown: said("The connection broke.") });
    draws[0]?.resolve(png);
    for (let at = 0; at < 30; at++) {
      await rounds(one, 1);
      draws[1]?.resolve(png);
    }
    expect(await picture()).toMatchObject({ state: "sent" });
    expect(shown.filter((each) => each.do === "picture")).toHaveLength(1);
  });

  it.each<[string, () => void]>([
    ["cannot be drawn", () => draws[0]?.reject(new Error("no font"))],
    [
      "is refused",
      () => {
        answers.push({ refused: said("The app may not."), final: true });
        draws[0]?.resolve(png);
      },
    ],
  ])("that %s is left out, and nobody is told of it", async (_, ends) => {
    const one = openProcess();
    await rounds(one, 3);
    ends();
    await rounds(one, 60);
    expect(await picture()).toMatchObject({ state: "dropped" });
    expect(shown.map((each) => each.do)).toEqual(["post"]);
    expect(await store.of(tenant).troubled()).toEqual([]);
  });

  it("goes with the card where that was taken back first", async () => {
    const one = openProcess();
    await rounds(one, 3);
    await store.of(tenant).enqueue([newPost("UANA", "undo", "d1", "C1", { kind: "delete" })], clock);
    draws[0]?.resolve(png);
    await rounds(one);
    expect(await picture()).toMatchObject({ state: "dropped" });
  });
});
