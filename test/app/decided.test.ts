import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type App,
  type Bot,
  type Composed,
  createApp,
  createBot,
  createDispatcher,
  nobody,
  type Post,
  type Reply,
  type Sent,
  type Store,
  type Who,
} from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { approvals } from "../../src/outbox/approvals.ts";
import type { Prepared } from "../../src/outbox/dispatcher.ts";
import { changeTeam } from "../../src/store/team.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { atOnce, directEstimator } from "../at-once.ts";
import { fill, type Script } from "../conversation/play.ts";
import { journeys } from "../conversation/scripts.ts";
import { said } from "../said.ts";

const ana: Who = { tenant: { platform: "slack", id: "T1" }, person: "UANA" };
const people: Who[] = Array.from({ length: 5 }, (_, at) => ({ ...ana, person: `UP${at}` }));
const place = { channel: "C1" };
/** Nothing is left open by it. */
const complete = { ...journeys["solo-writer"], vendor: ["openai-chatgpt-plus"] } as Script;
const roomy = { characters: 50_000, blocks: 1_000, text: 10_000 };

let store: Store;
let bot: Bot;
let app: App;
let clock = 1_795_000_000_000;
/** What stands in channels, by the id of its message. */
let standing: Map<string, { channel: string; text: string; of: string | null }>;
/** How the next sends end. */
let next: ((post: Post) => Sent | undefined)[];
let round: () => Promise<number>;

beforeEach(async () => {
  clock = 1_795_000_000_000;
  standing = new Map();
  next = [];
  store = await openStore({ file: ":memory:", now: () => clock });
  let ids = 0;
  const base = { store, advisor: () => advisorOn(exampleDay), now: () => clock, newId: () => `id${++ids}` };
  bot = createBot({ ...base, counter: () => Promise.reject(new Error("nothing was pasted")) });
  round = async () => 0;
  app = createApp({
    ...base,
    bot,
    estimator: directEstimator,
    turn: atOnce,
    advisorOn: () => advisorOn(exampleDay),
    limits: { form: roomy, answer: roomy, card: roomy, buttonValue: 500 },
    asksItself: true,
    typed: (verb, rest) => `/aicost ${verb} ${rest}`,
    deliver: () => round(),
    chatWords: (answered) => answered,
    linkTo: async (post) => `https://example.com/${post.reference}`,
  });
  const dispatcher = createDispatcher({
    store,
    now: () => clock,
    random: () => 0.5,
    senders: [{ platform: "slack", deduplicates: false, prepare }],
    log: { warn: () => undefined, fault: String },
  });
  round = () => dispatcher.round();
});
afterEach(() => store.close());

/** A channel of ours: what is posted stands there, until it is deleted. */
async function prepare(post: Post): Promise<Prepared> {
  const scripted = next.shift()?.(post);
  if (scripted !== undefined) return { do: "send", send: async () => scripted };
  const composed = await app.compose(post);
  if (composed.do === "wait" || composed.do === "drop") return composed;
  return { do: "send", send: async () => send(post, composed) };
}

function send(post: Post, composed: Exclude<Composed, { do: "wait" | "drop" }>): Sent {
  switch (composed.do) {
    case "delete":
      standing.delete(composed.reference);
      return { sent: composed.reference };
    case "picture":
    case "update": {
      const known = standing.get(composed.reference);
      if (known !== undefined) known.text = JSON.stringify(composed.message);
      return { sent: composed.reference };
    }
    case "post":
    case "reply": {
      const id = `m${standing.size + 1}-${post.key}`;
      const of = composed.do === "reply" ? composed.reference : null;
      standing.set(id, { channel: post.channel, text: JSON.stringify(composed.message), of });
      return { sent: id };
    }
  }
}

async function rounds(): Promise<void> {
  for (let at = 0; at < 60; at++) {
    clock += 500;
    await round();
  }
}

function answered(who: Who, { ticket, screen }: Reply): Promise<Reply> {
  const values = fill(screen.fields, complete);
  return app.press(who, { act: "next", about: ticket ?? "", values }, place);
}

async function decided(who = ana): Promise<{ id: string; reply: Reply }> {
  let reply = await app.press(who, { act: "restart", about: "" }, place);
  while (reply.screen.id !== "review") reply = await answered(who, reply);
  const posted = await app.press(who, { act: "post", about: reply.ticket ?? "", values: { channel: "C1" } }, place);
  await mayApprove();
  return { id: posted.screen.actions.find(({ action }) => action === "why")?.about ?? "", reply: posted };
}

/** Cards alone: who may approve gets a message of their own. */
const cards = () => [...standing.values()].filter(({ of, channel }) => of === null && channel === "C1");

const mayApprove = () => changeTeam(ana.tenant, { approvers: people.map(({ person }) => `<@${person}>`) }, { store });

describe("approvals", () => {
  it("of several persons at once are each there once, on the card and in its thread", async () => {
    const { id } = await decided();
    await Promise.all(
      [...people, ...people, ...people].map((who) => app.press(who, { act: "approve", about: id }, place)),
    );
    await rounds();
    const replies = [...standing.values()].filter(({ of }) => of !== null);
    expect(replies).toHaveLength(people.length);
    for (const { person } of people) {
      expect(cards()[0]?.text).toContain(person);
      expect(replies.filter(({ text }) => text.includes(person))).toHaveLength(1);
    }
  });

  it("do not carry the name of somebody who was forgotten", async () => {
    const { id } = await decided();
    await app.press(people[0] ?? ana, { act: "approve", about: id }, place);
    await rounds();
    await app.press(people[0] ?? ana, { act: "forget", about: "" }, place);
    const kept = await store.of(ana.tenant).posts(id);
    expect(JSON.stringify(kept)).not.toContain("UP0");
    await app.press(ana, { act: "forget", about: "" }, place);
    // Its author could not be told from anybody else any more.
    expect((await app.press(ana, { act: "approve", about: id }, place)).screen.id).toBe("nobody-s");
  });

  it("of one person count once, however often that person is forgotten in between", async () => {
    const { id } = await decided();
    const [ben = ana, cleo = ana] = people;
    await app.press(cleo, { act: "approve", about: id }, place);
    for (let at = 0; at < 3; at++) {
      await mayApprove();
      await app.press(ben, { act: "approve", about: id }, place);
      await app.press(ben, { act: "approve", about: id }, place);
      await rounds();
      if (at < 2) await app.press(ben, { act: "forget", about: "" }, place);
    }
    const posts = await store.of(ana.tenant).posts(id);
    expect(approvals(id, "C1", posts)).toEqual([cleo.person, ben.person]);
    // Once in what is seen, once in what is read aloud.
    expect(cards()[0]?.text.split(ben.person)).toHaveLength(3);
    expect(cards()[0]?.text).not.toContain(nobody);
  });

  it("of somebody who is forgotten before they were posted are not posted", async () => {
    const { id } = await decided();
    const [ben = ana] = people;
    await app.press(ben, { act: "approve", about: id }, place);
    await app.press(ben, { act: "forget", about: "" }, place);
    await rounds();
    expect([...standing.values()].filter(({ of }) => of !== null)).toEqual([]);
    expect(cards()[0]?.text).not.toContain("Approved by");
  });

  it("are not the author's own, nor of what is superseded or not there", async () => {
    const { id } = await decided();
    const press = (who: Who, about: string) => app.press(who, { act: "approve", about }, place);
    expect((await press(ana, id)).screen.id).toBe("own");
    expect((await press(people[0] ?? ana, "none")).screen.id).toBe("no-decision");
    const again = await app.press(ana, { act: "revise", about: id }, place);
    await app.press(ana, { act: "save", about: again.ticket ?? "" }, place);
    expect((await press(people[0] ?? ana, id)).screen.id).toBe("superseded");
    await rounds();
    expect(cards()[0]?.text).toContain("Superseded by a newer decision");
  });
});

describe("what is taken back", () => {
  it("goes, and cannot be approved into being again", async () => {
    const { id } = await decided();
    expect(cards()).toHaveLength(1);
    expect((await app.press(people[0] ?? ana, { act: "undo", about: id }, place)).screen.id).toBe("not-yours");
    await app.press(ana, { act: "undo", about: id }, place);
    const card = { channel: "C1", reference: [...standing.keys()][0] ?? "" };
    const late = await app.press(people[0] ?? ana, { act: "approve", about: id }, { ...place, card });
    expect(late.screen.id).toBe("taken-back");
    await rounds();
    expect(standing.size).toBe(0);
    expect((await store.of(ana.tenant).decision(id))?.id).toBe(id);
  });

  it("says so when it could not be, and can be tried again", async () => {
    const { id } = await decided();
    clock += 2_000;
    next.push(() => ({ refused: said("The app was removed."), final: true }));
    const after = await app.press(ana, { act: "undo", about: id }, place);
    expect(JSON.stringify(after.screen.body)).toMatch(/Not taken back. The app was removed/);
    expect(cards()).toHaveLength(1);
    const retry = after.screen.actions.find(({ action }) => action === "retry");
    clock += 2_000;
    await app.press(ana, { act: "retry", about: retry?.about ?? "" }, place);
    await rounds();
    expect(standing.size).toBe(0);
  });

  it("is not what nobody knows of: there is nothing to name it by", async () => {
    next.push(() => ({ unknown: said("The connection broke.") }));
    const { reply } = await decided();
    expect(reply.screen.actions.map(({ action }) => action)).not.toContain("undo");
    expect(reply.screen.actions.map(({ action }) => action)).toContain("retry");
  });

  it("before it was posted is never posted", async () => {
    next.push(() => ({ refused: said("not now"), final: false, retryAfter: 5_000 }));
    const { id, reply } = await decided();
    expect(reply.screen.title).toBe("On its way");
    const after = await app.press(ana, { act: "undo", about: id }, place);
    expect(after.screen.title).toBe("Being taken back");
    const sent: string[] = [];
    next.push(...Array.from({ length: 9 }, () => (post: Post) => void sent.push(post.key)));
    await rounds();
    expect(standing.size).toBe(0);
    expect((await store.of(ana.tenant).posts(id)).map(({ state }) => state)).toEqual(["dropped", "dropped"]);
    // Nobody misses it.
    expect(JSON.stringify((await app.home(ana)).screen.body)).not.toMatch(/Not posted|Nobody knows/);
  });
});

describe("what did not arrive", () => {
  it("is tried again by its author only, and stands there once", async () => {
    next.push(() => ({ refused: said("Not in that channel."), final: true }));
    const { id, reply } = await decided();
    expect(reply.screen.title).toBe("Kept, not posted");
    const retry = reply.screen.actions.find(({ action }) => action === "retry");
    expect((await app.press(people[0] ?? ana, { act: "retry", about: retry?.about ?? "" }, place)).screen.id).toBe(
      "not-yours",
    );
    clock += 2_000;
    const [one] = await Promise.all(
      [1, 2].map(() => app.press(ana, { act: "retry", about: retry?.about ?? "" }, place)),
    );
    expect(["Posted", "On its way", "Nothing to do"]).toContain(one?.screen.title);
    await rounds();
    expect(cards()).toHaveLength(1);
    expect((await app.press(ana, { act: "look", about: id }, place)).screen.title).toBe("Posted");
    // The button of an old screen finds nothing to do.
    expect((await app.press(ana, { act: "retry", about: retry?.about ?? "" }, place)).screen.id).toBe("retried");
    // What is on the home tab of its author, and nobody else's.
    expect(JSON.stringify((await app.home(ana)).screen.body)).not.toMatch(/Not posted|Nobody knows/);
  });

  it("can be tried again, however much did not arrive before", async () => {
    await store.of(ana.tenant).enqueue(
      Array.from({ length: 150 }, (_, at) => ({
        key: `old${at}`,
        decision: "x",
        channel: `C${at}`,
        owner: "UZ",
        body: { kind: "update" },
        repeatable: true,
      })),
      clock - 10_000,
    );
    for (const old of await store.claimPosts(clock, clock + 1_000, 200, ["slack"]))
      await store.settle(old, { state: "parked", reason: said("x") });
    next.push(() => ({ refused: said("Not in that channel."), final: true }));
    const { reply } = await decided();
    const retry = reply.screen.actions.find(({ action }) => action === "retry");
    clock += 2_000;
    const after = await app.press(ana, { act: "retry", about: retry?.about ?? "" }, place);
    expect(["Posted", "On its way"]).toContain(after.screen.title);
  });

  it("is on the home tab of its author", async () => {
    next.push(() => ({ unknown: said("The connection broke.") }));
    await decided();
    expect(JSON.stringify((await app.home(ana)).screen.body)).toContain("Nobody knows whether");
    expect(JSON.stringify((await app.home(people[0] ?? ana)).screen.body)).not.toMatch(/Not posted|Nobody knows/);
  });

  it("is missed by nobody once its author took it back", async () => {
    next.push(() => ({ refused: said("Not in that channel."), final: true }));
    const { id } = await decided();
    const home = async () => JSON.stringify((await app.home(ana)).screen.body);
    expect(await home()).toContain("Not in that channel.");
    await app.press(ana, { act: "undo", about: id }, place);
    expect(await home()).not.toContain("Not in that channel.");
  });
});

describe("an unfinished conversation", () => {
  it("is not replaced by somebody's decision without asking", async () => {
    const { id } = await decided();
    const ben = people[0] ?? ana;
    const [first] = [await app.press(ben, { act: "restart", about: "" }, place)];
    const edit = async () =>
      (await app.press(ana, { act: "look", about: id }, place)).screen.actions.find(
        ({ action }) => action === "revise",
      );
    expect((await edit())?.ask).toBeUndefined();
    await answered(ben, first);
    const hers = await app.press(ana, { act: "restart", about: "" }, place);
    await answered(ana, hers);
    expect((await edit())?.ask).toMatch(/unfinished/);
  });
});
