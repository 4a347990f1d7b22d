import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { said } from "../said.ts";
import { ana, ben, Channels, cleo, wordsOf } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

describe("a card that is taken back", () => {
  it("goes with what we said in its thread", async () => {
    const { id } = await channels.decide(ana, "C1");
    await channels.pressOn(ben, channels.cards[0], "approve", id);
    await channels.pressOn(cleo, channels.cards[0], "approve", id);
    await channels.rounds(5);
    expect(channels.replies).toHaveLength(2);
    await channels.press(ana, "undo", id);
    await channels.rounds(5);
    expect(channels.standing).toEqual([]);
    expect(wordsOf(await channels.press(ana, "look", id))).not.toContain("may still stand");
  });

  it("goes first: before what stands under it", async () => {
    const { id } = await channels.decide(ana, "C1");
    await channels.pressOn(ben, channels.cards[0], "approve", id);
    await channels.rounds(5);
    await channels.press(ana, "undo", id);
    expect(channels.cards).toEqual([]);
    const [reply] = (await channels.store.of(ana.tenant).posts(id)).filter(({ key }) => key.endsWith("0:undo"));
    expect([reply?.state, reply?.dueAt]).toEqual(["waiting", channels.clock + 1]);
  });

  it("takes replies along that were still on their way", async () => {
    const { id } = await channels.decide(ana, "C1");
    channels.clock += 5_000;
    channels.troubles.push({ kind: "approval", ends: { refused: said("Not now."), final: false, retryAfter: 6_000 } });
    await channels.pressOn(ben, channels.cards[0], "approve", id);
    await channels.press(ana, "undo", id);
    await channels.rounds(20);
    expect(channels.standing).toEqual([]);
    expect(Object.values(await channels.states(id))).not.toContain("waiting");
  });

  it("says that something may still stand under it, where nobody knows", async () => {
    const { id } = await channels.decide(ana, "C1");
    channels.clock += 5_000;
    channels.troubles.push({ kind: "approval", ends: "lost" });
    await channels.pressOn(ben, channels.cards[0], "approve", id);
    await channels.rounds(5);
    await channels.press(ana, "undo", id);
    await channels.rounds(5);
    const after = await channels.press(ana, "look", id);
    expect(after.screen.title).toBe("Taken back");
    expect(wordsOf(after)).toContain("may still stand");
  });

  it("says that it goes while it does, and that it went when it has", async () => {
    const { id } = await channels.decide(ana, "C1");
    expect((await channels.press(ana, "undo", id)).screen.title).toBe("Being taken back");
    await channels.rounds(2);
    expect((await channels.press(ana, "look", id)).screen.title).toBe("Taken back");
  });

  it("that was never posted is not said to have been there", async () => {
    channels.troubles.push({ kind: "card", ends: { refused: said("Not now."), final: false, retryAfter: 5_000 } });
    const { id } = await channels.decide(ana, "C1");
    await channels.press(ana, "undo", id);
    await channels.rounds(20);
    expect(wordsOf(await channels.press(ana, "look", id))).toContain("never posted");
    expect(channels.standing).toEqual([]);
  });
});
