import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type App, createApp, createBot, type Reply, type Store, type Who } from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { type Reading, readReading, writeReading } from "../../src/app/request.ts";
import { sectionIds } from "../../src/present/details/section.ts";
import { plainText } from "../../src/screen/plain.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { atOnce, directEstimator } from "../at-once.ts";

const ana: Who = { tenant: { platform: "slack", id: "T1" }, person: "UANA" };
const ben: Who = { tenant: { platform: "slack", id: "T1" }, person: "UBEN" };
const place = { channel: null };
const limits = { characters: 400, blocks: 40, text: 300 };
let store: Store;
let app: App;
let ids = 0;

function open(): App {
  const advisor = () => advisorOn(exampleDay);
  const ports = { store, advisor, now: () => 0, newId: () => `n${++ids}` };
  const bot = createBot({ ...ports, counter: () => Promise.reject(new Error("nothing was pasted")) });
  return createApp({
    ...ports,
    bot,
    estimator: directEstimator,
    turn: atOnce,
    advisorOn: advisor,
    limits: { form: limits, answer: limits, card: limits, buttonValue: 60 },
    asksItself: true,
    typed: (verb, rest) => `/aicost ${verb} ${rest}`,
    deliver: async () => undefined,
    chatWords: (answered) => answered,
    linkTo: async () => null,
  });
}

beforeEach(async () => {
  store = await openStore({ file: ":memory:", now: () => 0 });
  app = open();
});
afterEach(() => store.close());

const moreOf = ({ screen }: Reply) => screen.actions.find(({ action }) => action === "more");

/** Every page, from the first until the button leads back to it. */
async function pagesOf(first: Reply, who = ana): Promise<string[]> {
  const seen = [plainText("", first.screen.body)];
  for (let at = first; ; ) {
    const about = moreOf(at)?.about ?? "";
    if (about.startsWith("0 ")) return seen;
    expect(seen.length).toBeLessThan(60);
    at = await app.press(who, { act: "more", about }, place);
    seen.push(plainText("", at.screen.body));
  }
}

describe("an answer that is too long for one page", () => {
  it("is read from page to page, and from the last back to the first", async () => {
    const seen = await pagesOf(await app.typed(ana, "plans kling", place));
    expect(seen.length).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.join(" ")).toContain("Kling");
  });

  it("is read to its end when it was asked for by more words than a button can carry, after a restart too", async () => {
    const question = `how many Kling credits is $20 of OpenAI, ${"and what else would that buy me, ".repeat(8)}please?`;
    const first = await app.typed(ana, question, place);
    const about = moreOf(first)?.about ?? "";
    expect(about.length).toBeLessThanOrEqual(60);
    app = open();
    const seen = await pagesOf(first);
    expect(seen.length).toBeGreaterThan(1);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("is nobody else's to turn where it had to be kept, and ends with its day", async () => {
    const first = await app.typed(ana, `${"how many Kling credits is $20 of OpenAI? ".repeat(4)}`, place);
    const press = { act: "more", about: moreOf(first)?.about ?? "" } as const;
    expect((await app.press(ben, press, place)).screen.id).toBe("start-again");
    expect((await app.press(ana, press, place)).screen.id).toBe("explain");
    await store.expireReadings(1);
    expect((await app.press(ana, press, place)).screen.id).toBe("start-again");
  });

  it.each(["", "x", "1", "-1 plans:", "1000 plans:", "1 rm:x", "1 kept:none", "1 why:a b", "1 page:x", "1 help:x"])(
    "has no page %j: whoever presses that may start again",
    async (about) => {
      expect((await app.press(ana, { act: "more", about }, place)).screen.id).toBe("start-again");
    },
  );
});

describe("a reading as a button carries it", () => {
  const id = fc.stringMatching(/^[\w-]{1,20}$/);
  const ticket = fc.tuple(id, id, fc.nat(99)).map(([draft, page, revision]) => `a1.${draft}.${page}.${revision}`);
  const part = fc.constantFrom(...sectionIds);
  const reading: fc.Arbitrary<Reading> = fc.oneof(
    fc.constantFrom<Reading>({ ask: "help" }, { ask: "decisions" }, { ask: "settings" }),
    fc.string().map((of): Reading => ({ ask: "plans", of })),
    fc.string().map((work): Reading => ({ ask: "estimate", work })),
    fc.string().map((work): Reading => ({ ask: "compare", work })),
    fc.string().map((topic): Reading => ({ ask: "explain", topic })),
    id.map((of): Reading => ({ ask: "decision", id: of })),
    id.map((decision): Reading => ({ ask: "why", decision })),
    fc.tuple(id, part).map(([decision, of]): Reading => ({ ask: "why", decision, part: of })),
    fc.tuple(ticket, part).map(([of, page]): Reading => ({ ask: "details", ticket: of, part: page })),
    id.map((decision): Reading => ({ ask: "check", decision })),
    ticket.map((of): Reading => ({ ask: "page", ticket: of })),
    ticket.map((of): Reading => ({ ask: "copy", ticket: of })),
  );

  it("means the same when it comes back", () => {
    fc.assert(
      fc.property(reading, (each) => {
        expect(readReading(writeReading(each))).toEqual(each);
      }),
    );
  });

  it.each([
    "decision:",
    "decision:../../x",
    `why:${"x".repeat(65)}`,
    "check:a b",
    "page:no ticket",
    "help:me",
    "decisions",
    "toString:x",
    "__proto__:x",
    "constructor:x",
    "",
  ])("is nothing where it was not written here: %j", (text) => {
    expect(readReading(text)).toBeNull();
  });
});
