import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type App, createApp, createBot, type Reply, type Store, type Values, type Who } from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import type { AppPorts } from "../../src/app/ports.ts";
import { cardRoom } from "../../src/outbox/card-message.ts";
import { fitPages } from "../../src/screen/fit.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { atOnce, directEstimator } from "../at-once.ts";
import { fill, type Script } from "../conversation/play.ts";
import { journeys } from "../conversation/scripts.ts";
import { optionOf } from "../words.ts";

const ana: Who = { tenant: { platform: "slack", id: "T1" }, person: "UANA" };
const ben: Who = { tenant: { platform: "slack", id: "T1" }, person: "UBEN" };
const here = { channel: "CHERE" };
const roomy = { characters: 50_000, blocks: 1_000, text: 10_000 };
const solo = journeys["solo-writer"] as Script;
const program: Script = { job: "code", audience: "customers", output: ["image"], vendor: ["openai"] };

let store: Store;
let app: App;

function openApp(more: Partial<AppPorts> = {}): App {
  let ids = 0;
  const advisor = () => advisorOn(exampleDay);
  const base = { store, advisor, now: () => 1, newId: () => `id${++ids}` };
  const counter = async () => ({
    count: async (text: string) => ({ tokens: text.length, low: text.length, high: text.length }) as never,
    close: async () => {},
  });
  return createApp({
    ...base,
    bot: createBot({ ...base, counter }),
    advisorOn: advisor,
    limits: { form: roomy, answer: roomy, card: roomy, buttonValue: 500 },
    typed: (verb, rest) => `/aicost ${verb} ${rest}`,
    deliver: async () => undefined,
    chatWords: (answered) => answered,
    linkTo: async () => null,
    asksItself: true,
    turn: atOnce,
    estimator: directEstimator,
    ...more,
  });
}

beforeEach(async () => {
  store = await openStore({ file: ":memory:", now: () => 1 });
  app = openApp();
});
afterEach(() => store.close());

const answer = (who: Who, { ticket, screen }: Reply, script: Script) =>
  app.ask(who, { ask: "answer", ticket: ticket ?? "", values: fill(screen.fields, script) }, here);
const keepTyped = (who: Who, ticket: string | null, values: Values) =>
  app.ask(who, { ask: "keep-typed", ticket: ticket ?? "", values }, here);
const draftOf = (who: Who) => store.of(who.tenant).draftOf(who.person);
const actionsOf = ({ screen }: Reply) => screen.actions.map(({ action }) => action);
const filledIn = ({ screen }: Reply, id: string) => screen.fields.find((field) => field.id === id)?.value;

async function toReview(from: App = app): Promise<Reply> {
  let reply = await from.ask(ana, { ask: "resume" }, here);
  for (let pages = 0; reply.screen.id !== "review"; pages++) {
    expect(pages).toBeLessThan(30);
    const values = fill(reply.screen.fields, solo);
    reply = await from.ask(ana, { ask: "answer", ticket: reply.ticket ?? "", values }, here);
  }
  return reply;
}

describe("a page that is closed", () => {
  it("keeps what is right on it for the next time, and shows nothing", async () => {
    const second = await answer(ana, app.first(), { ...solo, audience: "team" });
    expect(second.screen.id).toBe("people");
    const closed = await keepTyped(ana, second.ticket, { intensity: "trying", seats: "forty" });
    expect(closed).toMatchObject({ ticket: null, standing: null });
    const again = await app.ask(ana, { ask: "resume" }, here);
    expect([filledIn(again, "intensity"), filledIn(again, "seats")]).toEqual(["trying", null]);
    expect((await draftOf(ana))?.draft.answers).toMatchObject({ audience: "team", intensity: "trying" });
  });

  it("is the beginning of a conversation, where it was the first one and something was typed", async () => {
    const first = app.first();
    await keepTyped(ana, first.ticket, { job: null, output: [] });
    expect(await draftOf(ana)).toBeNull();
    await keepTyped(ana, first.ticket, { job: "code", output: [] });
    expect((await draftOf(ana))?.draft.answers).toEqual({ job: "code" });
    expect((await app.ask(ana, { ask: "open" }, here)).screen.id).toBe("resume");
  });

  it("changes nothing of what was answered since, of what waits, or of somebody else's", async () => {
    const second = await answer(ana, app.first(), solo);
    const third = await answer(ana, second, solo);
    const kept = await draftOf(ana);
    await keepTyped(ana, second.ticket, { intensity: "trying" });
    await keepTyped(ana, app.first().ticket, { job: "code" });
    await keepTyped(ben, third.ticket, { owner: "Ben" });
    await keepTyped(ana, "no ticket", { job: "code" });
    expect(await draftOf(ana)).toEqual(kept);
    expect(await draftOf(ben)).toBeNull();
  });

  it("has its pasted examples counted", async () => {
    let reply = await answer(ana, app.first(), { job: "code", audience: "me", output: ["text"], vendor: ["openai"] });
    const script = { stage: "trying", funding: "manual", "workload.conversations": "10" };
    for (let pages = 0; reply.screen.id !== "lengths"; pages++) {
      expect(pages).toBeLessThan(30);
      reply = await answer(ana, reply, script);
    }
    const pasted = "You are a careful assistant. Answer in one sentence.";
    await keepTyped(ana, reply.ticket, { "workload.systemTokens": pasted });
    expect((await draftOf(ana))?.draft.answers.workload).toMatchObject({ systemTokens: pasted.length });
  });
});

describe("whoever comes back while a conversation waits", () => {
  it("is offered to resume it or to start over", async () => {
    expect((await app.ask(ana, { ask: "open" }, here)).screen.id).toBe("work");
    await answer(ana, app.first(), solo);
    const asked = await app.ask(ana, { ask: "open" }, here);
    expect(asked.screen.id).toBe("resume");
    expect(actionsOf(asked)).toEqual(["resume", "restart"]);
  });

  it("sees how it stands and has the choice, though a first page was shown and answered", async () => {
    // The store was slow: the first page was shown without asking it.
    const first = app.first();
    const second = await answer(ana, app.first(), solo);
    const kept = await draftOf(ana);
    const late = await answer(ana, first, program);
    expect(late.screen.id).toBe(second.screen.id);
    expect(late.notice).toMatch(/was waiting.*not kept.*start over/);
    expect((late.notice ?? "").length).toBeLessThanOrEqual(200);
    expect(late.screen.body).toContainEqual({
      block: "facts",
      facts: [{ label: "So far", value: expect.stringContaining(optionOf("audience", "me").label) }],
    });
    expect(actionsOf(late).filter((action) => action === "restart")).toHaveLength(1);
    expect(await draftOf(ana)).toEqual(kept);
    // Both ways on are open.
    expect((await answer(ana, late, solo)).notice).toBeNull();
    expect((await app.press(ana, { act: "restart", about: "" }, here)).standing?.draft.answers).toEqual({});
  });

  it("sees a review that waits, once, with the same choice", async () => {
    await toReview();
    const late = await answer(ana, app.first(), program);
    expect(late.screen.id).toBe("review");
    expect(late.notice).toMatch(/was waiting/);
    expect(actionsOf(late).filter((action) => action === "restart")).toHaveLength(1);
  });

  it("who only pressed twice is not asked to choose", async () => {
    const first = app.first();
    await answer(ana, first, solo);
    const again = await answer(ana, first, solo);
    expect(again.notice).not.toMatch(/start over/);
    expect(actionsOf(again)).not.toContain("restart");
  });
});

describe("the review", () => {
  const pipeline = journeys["support-pipeline"] as Script;

  async function reviewed(from: App): Promise<Reply> {
    let reply = await from.ask(ana, { ask: "resume" }, here);
    for (let pages = 0; reply.screen.id !== "review"; pages++) {
      expect(pages).toBeLessThan(30);
      const values = fill(reply.screen.fields, pipeline);
      reply = await from.ask(ana, { ask: "answer", ticket: reply.ticket ?? "", values }, here);
    }
    return reply;
  }

  it("says for which work it was worked out, and posts the card as it stands there", async () => {
    const [name, ...card] = (await reviewed(app)).screen.body;
    expect(card).toContainEqual({
      block: "facts",
      facts: [{ label: "Work", value: expect.stringMatching(/3,000 to 8,000.*6 turns.*tokens in turn 1/) }],
    });
    const draft = await draftOf(ana);
    const ticket = `a1.${draft?.id}.review.${draft?.revision}`;
    await app.ask(ana, { ask: "post", ticket, channel: "CHERE" }, here);
    const [line] = (await store.of(ana.tenant).decisions({ person: ana.person, channels: [] }, 1)).items;
    const [post] = await store.of(ana.tenant).posts(line?.id ?? "");
    expect(post?.body).toMatchObject({ title: name?.block === "heading" ? name.text : "", blocks: card });
  });

  it("is cut where the card will be, whatever stands above it", async () => {
    const most = { characters: 1_500, blocks: 40, text: 300 };
    const small = openApp({ limits: { form: roomy, answer: roomy, card: most, buttonValue: 500 } });
    const [, ...shown] = (await reviewed(small)).screen.body;
    const whole = (await reviewed(app)).screen.body.slice(1);
    expect(shown).toEqual(fitPages(whole, cardRoom(most))[0]);
  });
});

describe("where a recommendation would go", () => {
  const chosen = (reply: Reply) => filledIn(reply, "channel");
  const settings = async (from: App, place = here) => {
    const { screen } = await from.ask(ana, { ask: "settings" }, place);
    return { words: JSON.stringify(screen.body), actions: screen.actions.map(({ action }) => action) };
  };

  it("is nowhere yet where the team has no usual one, and the settings say so", async () => {
    expect(chosen(await toReview())).toBeNull();
    const { words, actions } = await settings(app);
    expect(words).toMatch(/Usual channel: none. Choose a channel each time/);
    expect(actions).toContain("use-channel");
  });

  it("is the team's usual channel where there is one, whatever the present one, and the settings say so", async () => {
    await app.ask(ana, { ask: "use-channel", channel: "CUSUAL" }, here);
    expect(chosen(await toReview())).toBe("CUSUAL");
    const { words, actions } = await settings(app);
    expect(words).toMatch(/CUSUAL.*It is preselected/);
    expect(actions).toContain("no-channel");
  });

  it("is only ever the present one where a channel cannot be checked before it is chosen, and the settings say so", async () => {
    const careful = openApp({ offersUsual: false });
    expect((await settings(careful)).actions).not.toContain("use-channel");
    await app.ask(ana, { ask: "use-channel", channel: "CUSUAL" }, here);
    expect(chosen(await toReview(careful))).toBe("CHERE");
    const { words, actions } = await settings(careful);
    expect(words).toMatch(/CUSUAL.*not preselected here/);
    expect(actions).toContain("no-channel");
  });
});
