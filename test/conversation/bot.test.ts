import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyRetention, type Bot, createBot, type Reply, type Store, type Who } from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { readTicket, writeTicket } from "../../src/conversation/ticket.ts";
import { draftDays } from "../../src/store/retention.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { fill, type Script } from "./play.ts";

const ana: Who = { tenant: { platform: "slack", id: "T1" }, person: "U1" };
const ben: Who = { tenant: { platform: "slack", id: "T1" }, person: "U2" };
const elsewhere: Who = { tenant: { platform: "discord", id: "T1" }, person: "U1" };
const person: Script = {
  job: "person",
  audience: "me",
  output: ["text"],
  vendor: ["openai"],
  intensity: "daily",
  owner_kind: "personal",
  owner: "Ana",
};

let store: Store;
let bot: Bot;
let day = exampleDay;
let clock = 1_795_000_000_000;

beforeEach(async () => {
  day = exampleDay;
  clock = 1_795_000_000_000;
  store = await openStore({ file: ":memory:", now: () => clock });
  bot = newBot();
});
afterEach(() => store.close());

/** Another process would have a bot of its own on the same store. */
function newBot(): Bot {
  let ids = 0;
  const mark = Math.floor(clock % 997);
  return createBot({
    store,
    advisor: () => advisorOn(day),
    now: () => clock,
    newId: () => `id${mark}-${++ids}`,
    counter: () => Promise.reject(new Error("nothing was pasted")),
  });
}

const submit = (who: Who, reply: Reply, script: Script, with_ = bot) =>
  with_.act(who, reply.ticket ?? "", {
    event: "submit",
    page: reply.screen.id,
    values: fill(reply.screen.fields, script),
  });

async function toReview(who: Who, from?: Reply): Promise<Reply> {
  let reply = from ?? (await bot.begin(who, true));
  for (let at = 0; reply.screen.id !== "review"; at++) {
    if (at > 30) throw new Error(`stuck on ${reply.screen.id}`);
    reply = await submit(who, reply, person);
  }
  return reply;
}

describe("a conversation that is kept", () => {
  it("goes on where it stopped, in another process and hours later", async () => {
    const first = await submit(ana, await bot.begin(ana, false), person);
    expect(await bot.waiting(ana)).toBe("Route");
    clock += 5 * 3_600_000;
    bot = newBot();
    const resumed = await bot.begin(ana, false);
    expect(resumed.screen.id).toBe(first.screen.id);
    expect(resumed.standing?.draft.answers).toEqual(first.standing?.draft.answers);
    // The old button still works.
    expect((await submit(ana, first, person)).screen.id).not.toBe(first.screen.id);
  });

  it("is one for each person in each tenant", async () => {
    await submit(ana, await bot.begin(ana, false), person);
    expect(await Promise.all([bot.waiting(ana), bot.waiting(ben), bot.waiting(elsewhere)])).toEqual([
      "Route",
      null,
      null,
    ]);
  });

  it("begins anew when that is wanted, with nothing of the old one", async () => {
    const first = await submit(ana, await bot.begin(ana, false), person);
    const anew = await bot.begin(ana, true);
    expect(anew.standing?.draft.answers).toEqual({});
    expect((await submit(ana, first, person)).notice).toMatch(/in the meantime/);
  });

  it("says when the catalogue has changed since", async () => {
    const reply = await submit(ana, await bot.begin(ana, false), person);
    const row = await store.of(ana.tenant).draftOf(ana.person);
    if (row)
      await store.of(ana.tenant).saveDraft({ ...row, catalogue: "older", revision: row.revision + 1 }, row.revision);
    expect((await bot.begin(ana, false)).notice).toMatch(/catalogue has changed/);
    expect(reply.notice).toBeNull();
  });

  it("waits thirty days for its person, and no longer", async () => {
    await submit(ana, await bot.begin(ana, false), person);
    clock += draftDays * 86_400_000;
    await applyRetention(store, clock);
    expect(await bot.waiting(ana)).toBe("Route");
    clock += 1;
    await applyRetention(store, clock);
    expect(await bot.waiting(ana)).toBeNull();
  });

  it("keeps nothing of looking back and forth, and nothing of a page with a mistake", async () => {
    const second = await submit(ana, await bot.begin(ana, false), { ...person, audience: "team" });
    const kept = await store.of(ana.tenant).draftOf(ana.person);
    const back = await bot.act(ana, second.ticket ?? "", { event: "press", page: second.screen.id, action: "back" });
    expect(back.screen.id).toBe("work");
    const wrong = await bot.act(ana, second.ticket ?? "", {
      event: "submit",
      page: "people",
      values: { seats: "forty" },
    });
    expect(wrong.screen.fields.find((field) => field.id === "seats")?.problem).not.toBeNull();
    expect(await store.of(ana.tenant).draftOf(ana.person)).toEqual(kept);
  });
});

describe("a ticket", () => {
  it("is short enough for every platform, and read back as it was written", () => {
    const longest = { draft: "a".repeat(32), page: "a".repeat(20), revision: 999_999_999 };
    expect(writeTicket(longest).length).toBeLessThan(75);
    expect(readTicket(writeTicket(longest))).toEqual(longest);
  });

  it.each([
    "",
    "x",
    "a0.d.work.1",
    "a2.d.work.1",
    "a1.d.work",
    "a1.d.work.-1",
    "a1.d.work.1.2",
    "a1..work.1",
    "a1.d d.work.1",
    `a1.${"d".repeat(33)}.work.1`,
    "a1.d.work.1\n",
  ])("%j is none: the answer is to start again", async (text) => {
    expect(readTicket(text)).toBeNull();
    expect(await bot.act(ana, text, { event: "start" })).toMatchObject({ screen: { id: "start-again" }, ticket: null });
  });

  it("that is stale shows how things stand now, and changes nothing", async () => {
    const first = await bot.begin(ana, false);
    const second = await submit(ana, first, person);
    const late = await submit(ana, first, { ...person, job: "code" });
    expect(late).toMatchObject({ screen: { id: second.screen.id }, notice: expect.stringMatching(/in the meantime/) });
    expect((await store.of(ana.tenant).draftOf(ana.person))?.draft.answers.job).toBe("person");
  });

  it("of somebody else is refused, whatever is pressed", async () => {
    const hers = await toReview(ana);
    expect(await bot.act(ben, hers.ticket ?? "", { event: "press", page: "review", action: "restart" })).toMatchObject({
      screen: { id: "somebody-elses" },
      standing: null,
    });
    expect(await bot.decide(ben, hers.ticket ?? "", ["C1"])).toMatchObject({ screen: { id: "somebody-elses" } });
    expect(await bot.act(elsewhere, hers.ticket ?? "", { event: "start" })).toMatchObject({
      screen: { id: "start-again" },
    });
    expect((await store.of(ana.tenant).decisions({ person: ana.person, channels: ["C1"] }, 5)).items).toEqual([]);
  });

  it("pressed twice at once writes once", async () => {
    const first = await bot.begin(ana, false);
    const other = newBot();
    const replies = await Promise.all([
      submit(ana, first, person),
      submit(ana, first, { ...person, job: "code" }, other),
      submit(ana, first, person),
    ]);
    expect((await store.of(ana.tenant).draftOf(ana.person))?.revision).toBe(1);
    expect(replies.filter((reply) => reply.notice === null)).toHaveLength(1);
  });
});

describe("a decision", () => {
  it("is kept with what it was made of, and its posts", async () => {
    const review = await toReview(ana);
    const made = await bot.decide(ana, review.ticket ?? "", ["C1", "C2", "C1"]);
    if (!("decision" in made)) throw new Error(made.screen.title);
    expect(made).toMatchObject({
      fresh: true,
      decision: {
        route: "app_subscription",
        by: "U1",
        catalogue: advisorOn(day).market.catalogue.version,
      },
    });
    expect(made.decision.rows).toContain("openai-chatgpt-go");
    expect(made.decision.connections.length).toBeGreaterThan(0);
    const posts = await store.of(ana.tenant).posts(made.decision.id);
    expect(posts.map((post) => [post.channel, post.state])).toEqual([
      ["C1", "waiting"],
      ["C2", "waiting"],
    ]);
    expect(await bot.waiting(ana)).toBeNull();
    expect(await store.of(ana.tenant).audit(5)).toMatchObject([
      { actor: "U1", action: "decided", subject: made.decision.id },
    ]);
  });

  it("pressed again, at once or later, is the same one and posts nothing more", async () => {
    const review = await toReview(ana);
    const presses = await Promise.all([1, 2, 3].map(() => bot.decide(ana, review.ticket ?? "", ["C1"])));
    const later = await newBot().decide(ana, review.ticket ?? "", ["C1", "C9"]);
    const ids = new Set([...presses, later].map((each) => ("decision" in each ? each.decision.id : "none")));
    expect(ids.size).toBe(1);
    expect(await store.of(ana.tenant).posts([...ids][0] ?? "")).toHaveLength(1);
    expect(await bot.act(ana, review.ticket ?? "", { event: "start" })).toMatchObject({ screen: { id: "decided" } });
  });

  it("is not made over to somebody else who has its ticket", async () => {
    const { ticket } = await toReview(ana);
    await bot.decide(ana, ticket ?? "", ["C1"]);
    const theirs = await bot.decide(ben, ticket ?? "", ["C1"]);
    expect(theirs).toMatchObject({ screen: { id: "decided" }, ticket: null });
    expect(theirs).not.toHaveProperty("decision");
  });

  it("can be thought over: the new one takes its place", async () => {
    const first = await bot.decide(ana, (await toReview(ana)).ticket ?? "", []);
    if (!("decision" in first)) throw new Error("not decided");
    // Somebody else may begin with its answers, and takes nothing's place by it.
    const theirs = await bot.revise(ben, first.decision);
    const other = await bot.decide(ben, (await toReview(ben, theirs)).ticket ?? "", []);
    expect("decision" in other && (await store.of(ana.tenant).decision(first.decision.id))?.supersededBy).toBeNull();
    const again = await bot.revise(ana, first.decision);
    expect(again.standing?.draft.answers).toEqual(first.decision.answers);
    const second = await bot.decide(ana, (await toReview(ana, again)).ticket ?? "", []);
    if (!("decision" in second)) throw new Error("not decided");
    expect((await store.of(ana.tenant).decision(first.decision.id))?.supersededBy).toBe(second.decision.id);
  });

  it("is not made of a stale recommendation", async () => {
    const review = await toReview(ana);
    await bot.act(ana, review.ticket ?? "", { event: "press", page: "review", action: "restart" });
    expect(await bot.decide(ana, review.ticket ?? "", ["C1"])).toMatchObject({
      notice: expect.stringMatching(/in the meantime/),
    });
    expect((await store.of(ana.tenant).decisions({ person: ana.person, channels: ["C1"] }, 5)).items).toEqual([]);
  });
});

describe("forgetting", () => {
  it("takes a person's conversation and name away", async () => {
    await bot.decide(ana, (await toReview(ana)).ticket ?? "", ["C1"]);
    await bot.begin(ana, false);
    await bot.forget(ana);
    expect(await bot.waiting(ana)).toBeNull();
    expect((await store.of(ana.tenant).decisions({ person: ana.person, channels: ["C1"] }, 5)).items).toMatchObject([
      { by: "(forgotten)" },
    ]);
  });
});
