import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Place, Reply, Who } from "#core";
import { ana, ben, Channels, cleo } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

const inC1: Place = { channel: "C1" };
const inC2: Place = { channel: "C2" };
const nowhere: Place = { channel: null };

/** Every way to look at a decision, or to do something with it, by its id. */
async function everything(who: Who, id: string, place: Place): Promise<Reply[]> {
  const { app } = channels;
  return [
    await app.typed(who, `decisions ${id}`, place),
    ...(await Promise.all(
      (["look", "why", "check", "approve", "undo", "revise", "rename"] as const).map((act) =>
        app.press(who, { act, about: id }, place),
      ),
    )),
    await app.press(who, { act: "post", about: `d1.${id}`, values: { channel: "C9" } }, place),
    await app.press(who, { act: "edit", about: `d1.${id}`, values: { channel: "C9" } }, place),
    await app.press(who, { act: "next", about: `d1.${id}`, values: { name: "Mine" } }, place),
    await app.ask(who, { ask: "page", ticket: `d1.${id}` }, place),
    await app.press(who, { act: "more", about: `0 decision:${id}` }, place),
    await app.press(who, { act: "more", about: `0 naming:${id}` }, place),
    await app.press(who, { act: "more", about: `0 why:${id}` }, place),
    await app.press(who, { act: "yes", about: `undo:${id}` }, place),
    await app.press(who, { act: "direct", about: `T1/anyway.${id}` }, place),
  ];
}

/** The ids behind the buttons of the list that somebody is shown. */
async function listed(who: Who, place: Place): Promise<string[]> {
  const { screen } = await channels.app.typed(who, "decisions", place);
  return screen.actions.flatMap(({ action, about }) => (action === "look" && about !== undefined ? [about] : []));
}

async function onHome(who: Who, id: string): Promise<boolean> {
  return JSON.stringify((await channels.app.home(who)).screen).includes(id);
}

/** Asserts that a decision is to this person as one that is not there: in every word, and in what comes of it. */
async function isNotThere(who: Who, id: string, place: Place): Promise<void> {
  const kept = await channels.store.of(ana.tenant).decision(id);
  const posts = await channels.store.of(ana.tenant).posts(id);
  const [seen, none] = [await everything(who, id, place), await everything(who, "zz9", place)];
  expect(JSON.parse(JSON.stringify(seen).replaceAll(id, "zz9"))).toEqual(JSON.parse(JSON.stringify(none)));
  expect(await listed(who, place)).not.toContain(id);
  expect(await onHome(who, id)).toBe(false);
  expect(await channels.store.of(ana.tenant).decision(id)).toEqual(kept);
  expect(await channels.store.of(ana.tenant).posts(id)).toEqual(posts);
}

describe("a decision that was kept without posting", () => {
  it("is its author's alone, wherever anybody asks from", async () => {
    const { id } = await channels.decide(ana, null, { place: inC1 });
    for (const place of [inC1, inC2, nowhere]) await isNotThere(ben, id, place);
    for (const place of [inC1, nowhere]) expect(await listed(ana, place)).toEqual([id]);
    expect(await onHome(ana, id)).toBe(true);
    expect((await channels.press(ana, "why", id)).screen.id).toBe("why");
  });
});

describe("a decision that was posted", () => {
  it("can be seen from its channel, and by its author from everywhere, and from nowhere else", async () => {
    const { id } = await channels.decide(ana, "C1");
    for (const place of [inC2, nowhere]) await isNotThere(ben, id, place);
    expect(await listed(ben, inC1)).toEqual([id]);
    expect(await listed(ana, nowhere)).toEqual([id]);
    expect((await channels.press(ben, "why", id, inC1)).screen.id).toBe("why");
    expect((await channels.press(ana, "look", id, inC2)).screen.id).toBe("decision");
  });

  it("can be seen by whoever is in its channel, though nothing may be posted there", async () => {
    const { id } = await channels.decide(ana, "C1");
    expect(await listed(ben, { channel: null, from: "C1" })).toEqual([id]);
  });

  it("can be seen by whoever presses its card", async () => {
    const { id } = await channels.decide(ana, "C1");
    const [card] = channels.cards;
    const { app } = channels;
    const pressed = { channel: null, card: { channel: "C1", reference: card?.id ?? "" } };
    expect((await app.press(ben, { act: "why", about: id }, pressed)).screen.id).toBe("why");
    // A press elsewhere is none on this card.
    const elsewhere = { channel: null, card: { channel: "C2", reference: card?.id ?? "" } };
    expect((await app.press(ben, { act: "why", about: id }, elsewhere)).screen.id).toBe("no-decision");
  });

  it("is the whole team's where the platform says that everybody can read its channel", async () => {
    const { id } = await channels.decide(ana, "C1", { place: { channel: "C1", open: true } });
    for (const place of [inC2, nowhere]) expect(await listed(ben, place)).toEqual([id]);
    expect(await onHome(ben, id)).toBe(true);
    // What is said of one channel says nothing of another.
    const other = await channels.decide(ana, "C2", { place: { channel: "C1", open: true } });
    expect(await listed(ben, nowhere)).toEqual([id]);
    await isNotThere(ben, other.id, inC1);
  });

  it("is its author's alone again once it was taken back", async () => {
    const { id } = await channels.decide(ana, "C1", { place: { channel: "C1", open: true } });
    await channels.press(ana, "undo", id);
    for (const place of [inC1, nowhere]) await isNotThere(ben, id, place);
    expect(await listed(ana, nowhere)).toEqual([id]);
  });

  it("is not made somebody's own by starting from it where it cannot be seen", async () => {
    const { id } = await channels.decide(ana, "C1");
    await channels.press(ben, "revise", id, inC2);
    expect(await channels.store.of(ana.tenant).draftOf(ben.person)).toBeNull();
    await channels.press(ben, "revise", id, inC1);
    expect((await channels.store.of(ana.tenant).draftOf(ben.person))?.draft.answers.job).toBe("person");
  });

  it("leaves a list whole: who may see few is shown all of those, however many there are", async () => {
    const mine = await channels.decide(ben, "C1");
    for (let at = 0; at < 12; at++) {
      channels.clock += 60_000;
      await channels.decide(ana, null);
    }
    expect(await listed(cleo, inC1)).toEqual([mine.id]);
    expect(await listed(ana, inC1)).toHaveLength(10);
  });
});

describe("an id that is none", () => {
  it("is answered with the way to those that are there", async () => {
    const { screen } = await channels.app.typed(ana, "decisions zzzz", inC1);
    expect(screen.id).toBe("no-decision");
    expect(JSON.stringify(screen.body)).toContain("/aicost decisions");
    const [list] = screen.actions;
    expect((await channels.press(ana, list?.action ?? "more", "")).screen.id).toBe("decisions");
  });
});
