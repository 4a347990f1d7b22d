import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nameOf as nameOfDecision } from "#core";
import { said } from "../said.ts";
import { actsOf, ana, ben, Channels, cleo, wordsOf } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

/** Posts a card that stands in its channel, of which nobody heard so. */
/** What a decision is called where it stands alone. */
async function nameOf(id: string): Promise<string> {
  const kept = await channels.store.of(ana.tenant).decision(id);
  return kept === null ? "none" : nameOfDecision(kept);
}

async function lose(): Promise<string> {
  channels.troubles.push({ kind: "card", ends: "lost" });
  const { id, reply } = await channels.decide(ana);
  expect(reply.screen.title).toBe("Perhaps posted");
  expect(channels.cards).toHaveLength(1);
  return id;
}

describe("a card of which nobody knows whether it stands", () => {
  it("is not said to be taken back when it is to be: what to do is said, and it is done once somebody finds the card", async () => {
    const id = await lose();
    const undone = await channels.press(ana, "undo", id);
    expect(undone.screen.title).toBe("Perhaps still there");
    expect(wordsOf(undone)).not.toMatch(/there is no card|Taken back/);
    expect(wordsOf(undone)).toContain("press Details on it");
    expect(undone.screen.body).toContainEqual({ block: "channel", label: "Channel", channel: "C1" });
    await channels.rounds();
    expect(channels.cards).toHaveLength(1);
    await channels.pressOn(ana, channels.cards[0], "why", id);
    await channels.rounds(5);
    expect(channels.standing).toEqual([]);
    expect((await channels.press(ana, "look", id)).screen.title).toBe("Taken back");
  });

  it("is found by an approval, which then stands on it and in its thread", async () => {
    const id = await lose();
    const approved = await channels.pressOn(ben, channels.cards[0], "approve", id);
    expect(approved.screen.id).toBe("approved");
    await channels.rounds(5);
    expect(channels.cards[0]?.text).toContain("UBEN");
    expect(channels.replies.map(({ of, text }) => [of, text.includes("UBEN")])).toEqual([
      [channels.cards[0]?.id, true],
    ]);
    expect((await channels.press(ana, "look", id)).screen.title).toBe("Posted");
  });

  it("keeps what is to become of it until it is found, by a press or by being posted again", async () => {
    const id = await lose();
    const tenant = channels.store.of(ana.tenant);
    const post = (key: string, body: { kind: string; title?: string; blocks?: [] }) => ({
      key,
      decision: id,
      channel: "C1",
      owner: "UBEN",
      body,
      repeatable: body.kind === "update",
    });
    await tenant.enqueue(
      [post("shown", { kind: "update" }), post("told", { kind: "reply", title: "T", blocks: [] })],
      channels.clock,
    );
    // Hours and more tries than anything else is given.
    await channels.rounds(60);
    channels.clock += 24 * 3_600_000;
    await channels.rounds(60);
    expect(await channels.states(id)).toMatchObject({ shown: "waiting", told: "waiting" });
    const again = (await channels.press(ana, "look", id)).screen.actions.find(({ action }) => action === "retry");
    await channels.press(ana, "retry", again?.about);
    await channels.rounds(15);
    expect(await channels.states(id)).toMatchObject({ shown: "sent", told: "sent" });
    expect(channels.replies).toMatchObject([{ of: channels.cards[1]?.id, key: "told" }]);
  });

  it("brings out what was given up for it before", async () => {
    const id = await lose();
    const tenant = channels.store.of(ana.tenant);
    await tenant.enqueue(
      [
        {
          key: `${id}:approve:C1:0`,
          decision: id,
          channel: "C1",
          owner: "UBEN",
          body: { kind: "approval" },
          repeatable: false,
        },
      ],
      channels.clock,
    );
    const [claimed] = await channels.store.claimPosts(channels.clock, channels.clock + 1_000, 5, ["slack"]);
    if (claimed === undefined) throw new Error("it was due");
    await channels.store.settle(claimed, { state: "dropped", reason: said("There is no card to change.") });
    await channels.pressOn(cleo, channels.cards[0], "why", id);
    await channels.rounds(5);
    expect(channels.replies).toHaveLength(1);
  });

  it("is not posted again after it was to be taken back", async () => {
    const id = await lose();
    const again = (await channels.press(ana, "look", id)).screen.actions.find(({ action }) => action === "retry");
    await channels.press(ana, "undo", id);
    const late = await channels.press(ana, "retry", again?.about);
    await channels.rounds(5);
    expect(late.screen.title).toBe("Perhaps still there");
    expect(channels.cards).toHaveLength(1);
    expect((await channels.press(ana, "look", id)).screen.title).toBe("Perhaps still there");
  });

  it("is approved without a word of what was not done", async () => {
    const id = await lose();
    const approved = await channels.press(ben, "approve", id);
    expect(wordsOf(approved)).toContain("Nobody knows whether the card stands");
  });

  it("is named on its author's home tab with what helps, until it is known to stand", async () => {
    const id = await lose();
    const home = await channels.app.home(ana);
    expect(wordsOf(home)).toContain(`Nobody knows whether this card arrived: ${await nameOf(id)}.`);
    expect(wordsOf(home)).not.toContain("Not posted");
    expect(home.screen.actions.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["Post ChatGPT Plus again", "Show ChatGPT Plus"]),
    );
    expect(wordsOf(await channels.app.home(ben))).not.toContain("Nobody knows");
    await channels.pressOn(ben, channels.cards[0], "why", id);
    expect(wordsOf(await channels.app.home(ana))).not.toContain("Nobody knows");
    expect(actsOf(await channels.app.home(ana))).not.toContain("retry");
  });
});

describe("what a press on a card teaches", () => {
  it("is where a card stands that was on its way again, so that it is not posted twice", async () => {
    const id = await lose();
    channels.troubles.push({ kind: "card", ends: { refused: said("Not now."), final: false, retryAfter: 10_000 } });
    const again = (await channels.press(ana, "look", id)).screen.actions.find(({ action }) => action === "retry");
    channels.clock += 2_000;
    await channels.press(ana, "retry", again?.about);
    await channels.pressOn(ben, channels.cards[0], "why", id);
    await channels.rounds();
    expect(channels.cards).toHaveLength(1);
    expect((await channels.press(ana, "look", id)).screen.title).toBe("Posted");
  });

  it("does not take the place of what is known", async () => {
    const { id } = await channels.decide(ana);
    const card = { channel: "C1", reference: "m999" };
    await channels.app.press(ben, { act: "why", about: id }, { channel: "C1", card });
    const [post] = await channels.store.of(ana.tenant).posts(id);
    expect(post).toMatchObject({ state: "sent", reference: channels.cards[0]?.id });
  });

  it.each([
    ["another channel", { channel: "C2", reference: "m1" }, ana.tenant.id],
    ["another team", { channel: "C1", reference: "m1" }, "T2"],
  ])("is nothing of %s", async (_, card, team) => {
    const id = await lose();
    const stranger = { ...ben, tenant: { ...ben.tenant, id: team } };
    const reply = await channels.app.press(stranger, { act: "why", about: id }, { channel: card.channel, card });
    expect(reply.screen.id).toBe("no-decision");
    expect(await channels.store.of(ana.tenant).posts(id)).toMatchObject([{ state: "unknown", reference: null }]);
  });

  it("is nothing of another decision, whose button cannot stand there", async () => {
    const id = await lose();
    const { id: other } = await channels.decide(ana, "C2");
    await channels.pressOn(ben, channels.cards[0], "why", other);
    expect(await channels.store.of(ana.tenant).posts(id)).toMatchObject([{ state: "unknown", reference: null }]);
  });
});

describe("what did not arrive", () => {
  it("is named on its author's home tab, with the button that tries again, and nothing of what arrived", async () => {
    const { id: fine } = await channels.decide(ana, "C2");
    channels.troubles.push({ kind: "card", ends: { refused: said("Not in that channel."), final: true } });
    const { id } = await channels.decide(ana);
    const home = await channels.app.home(ana);
    expect(wordsOf(home)).toContain(`Not posted: ${await nameOf(id)}. Not in that channel.`);
    const retries = home.screen.actions.filter(({ action }) => action === "retry");
    expect(retries.map(({ label }) => label)).toEqual(["Try ChatGPT Plus again"]);
    expect(retries.filter(({ about }) => about?.includes(fine))).toEqual([]);
    expect(wordsOf(home).split("Not posted")).toHaveLength(2);
    await channels.press(ana, "retry", retries[0]?.about);
    await channels.rounds(5);
    expect(channels.cards).toHaveLength(2);
    expect(wordsOf(await channels.app.home(ana))).not.toContain("Not posted");
  });

  it("is there however much of others' did not arrive since", async () => {
    channels.troubles.push({ kind: "card", ends: { refused: said("Not in that channel."), final: true } });
    const { id } = await channels.decide(ana);
    const theirs = Array.from({ length: 120 }, (_, at) => ({
      key: `k${at}`,
      decision: "x",
      channel: `D${at}`,
      owner: "UZ",
      body: { kind: "card", title: "", blocks: [] },
      repeatable: false,
    }));
    await channels.store.of(ana.tenant).enqueue(theirs, channels.clock + 1);
    for (const each of await channels.store.claimPosts(channels.clock + 1, channels.clock + 9, 200, ["slack"]))
      await channels.store.settle(each, { state: "parked", reason: said("x") });
    expect(wordsOf(await channels.app.home(ana))).toContain(`Not posted: ${await nameOf(id)}`);
  });
});

describe("what was not taken back", () => {
  it("has a title that says so, stands on the home tab, and can be tried again", async () => {
    const { id } = await channels.decide(ana);
    channels.clock += 2_000;
    channels.troubles.push({ kind: "delete", ends: { refused: said("The app was removed."), final: true } });
    const undone = await channels.press(ana, "undo", id);
    expect(undone.screen.title).toBe("Not taken back");
    const home = await channels.app.home(ana);
    expect(wordsOf(home)).toContain(`Not taken back: ${await nameOf(id)}`);
    const retry = home.screen.actions.find(({ action }) => action === "retry");
    channels.clock += 2_000;
    const after = await channels.press(ana, "retry", retry?.about);
    expect(after.screen.title).toBe("Taken back");
    expect(channels.standing).toEqual([]);
  });
});
