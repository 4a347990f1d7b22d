import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { said } from "../said.ts";
import { ana, ben, Channels, cleo, complete } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

const at = { channel: "C1" };
const resumed = () => channels.app.ask(ben, { ask: "resume" }, at);
const naming = (person: string) => channels.shared.filter(({ text }) => text.includes(person)).map(({ of }) => of);

describe("somebody who is forgotten", () => {
  it("is named on no card that they asked for, and everybody else still is", async () => {
    const { id } = await channels.decide(ana, "C1");
    await channels.decide(ana, "C2");
    await channels.decide(ben, "C3");
    await channels.pressOn(cleo, channels.cards[0], "approve", id);
    await channels.rounds(5);
    expect(naming("UANA")).toHaveLength(2);
    await channels.press(ana, "forget");
    await channels.rounds(5);
    expect(naming("UANA")).toEqual([]);
    expect(naming("UBEN")).toHaveLength(1);
    expect(naming("UCLEO")).toHaveLength(2);
    expect(channels.cards[0]?.text).toContain("(forgotten)");
  });

  it("is the owner on no card of anybody's, in no decision and in no draft: neither by id nor by name", async () => {
    const owned = { ...complete, owner: "<@UCLEO|Cleopatra>" };
    const { id } = await channels.decide(ana, "C1", { script: owned });
    await channels.decide(ben, "C2", { script: { ...complete, owner: "<@UANA|Ana>" } });
    await channels.review(ben, owned);
    await channels.rounds(5);
    expect(naming("UCLEO")).toHaveLength(1);
    await channels.press(cleo, "forget");
    await channels.rounds(5);
    expect([...naming("UCLEO"), ...naming("Cleopatra")]).toEqual([]);
    expect(naming("UANA")).toHaveLength(2);
    expect(channels.cards[0]?.text).toContain("(forgotten), personal account");
    const kept = JSON.stringify([
      await channels.store.of(ana.tenant).decision(id),
      await channels.store.of(ana.tenant).posts(id),
      await channels.store.of(ana.tenant).draftOf("UBEN"),
    ]);
    expect(kept).not.toMatch(/UCLEO|Cleopatra/);
    // Whoever goes on with their own conversation is asked again.
    const reply = await channels.app.ask(
      ben,
      { ask: "edit", ticket: (await resumed()).ticket ?? "", question: "owner" },
      at,
    );
    expect(reply.screen.fields.find((field) => field.id === "owner")?.value).toBeNull();
  });

  it("is named in no approval: on the card, and in its thread", async () => {
    const { id } = await channels.decide(ana, "C1");
    await channels.pressOn(ben, channels.cards[0], "approve", id);
    await channels.pressOn(cleo, channels.cards[0], "approve", id);
    await channels.rounds(5);
    expect(naming("UBEN")).toEqual([null, channels.cards[0]?.id]);
    await channels.press(ben, "forget");
    await channels.rounds(5);
    expect(naming("UBEN")).toEqual([]);
    expect(naming("UCLEO")).toHaveLength(2);
    // Who approved again and is forgotten again is so again.
    await channels.pressOn(ben, channels.cards[0], "approve", id);
    await channels.rounds(5);
    await channels.press(ben, "forget");
    await channels.rounds(5);
    expect(naming("UBEN")).toEqual([]);
  });

  it("is named by nothing that is on its way when they are", async () => {
    channels.troubles.push({ kind: "card", ends: { refused: said("Not now."), final: false, retryAfter: 4_000 } });
    const { id } = await channels.decide(ana, "C1");
    await channels.press(ana, "forget");
    await channels.rounds(10);
    expect(channels.cards).toHaveLength(1);
    expect(naming("UANA")).toEqual([]);
    expect(JSON.stringify(await channels.store.of(ana.tenant).posts(id))).not.toContain("UANA");
  });

  it("is named by no card that turns out to stand only later", async () => {
    channels.troubles.push({ kind: "card", ends: "lost" });
    const { id } = await channels.decide(ana, "C1");
    await channels.press(ana, "forget");
    await channels.rounds(5);
    expect(naming("UANA")).toHaveLength(1);
    await channels.pressOn(ben, channels.cards[0], "why", id);
    await channels.rounds(5);
    expect(naming("UANA")).toEqual([]);
  });

  it("leaves nothing of what only they could see", async () => {
    const { id } = await channels.decide(ana, null);
    const { id: posted } = await channels.decide(ana, "C1");
    await channels.press(ana, "forget");
    expect(await channels.store.of(ana.tenant).decision(id)).toBeNull();
    expect(await channels.store.of(ana.tenant).decision(posted)).not.toBeNull();
  });
});
