import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "#core";
import { actsOf, ana, ben, Channels, idOf } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

const channelOf = ({ screen }: Reply) => screen.fields.find(({ field }) => field === "channel");
const post = (reply: Reply, channel: string | null, who = ana) =>
  channels.press(who, "post", reply.ticket ?? "", { channel: "C1" }, channel === null ? {} : { channel });

describe("a decision that was kept", () => {
  it("can be posted by its author later, once, and is then the channel's", async () => {
    const { id, reply } = await channels.decide(ana, null, { place: { channel: "C1" } });
    expect(reply.screen.title).toBe("Kept");
    expect(channelOf(reply)?.value).toBeNull();
    channels.clock += 3 * 86_400_000;
    const shown = await channels.app.typed(ana, `decisions ${id}`, { channel: "C2" });
    expect([shown.ticket, channelOf(shown)?.value]).toEqual([`d1.${id}`, null]);
    const presses = await Promise.all([post(shown, "C2"), post(shown, "C2")]);
    expect(presses.map(idOf)).toEqual([id, id]);
    await channels.rounds(5);
    expect(channels.cards).toMatchObject([{ channel: "C2" }]);
    const after = await post(shown, "C3");
    expect(after.screen.title).toBe("Posted");
    expect(after.screen.fields).toEqual([]);
    expect(after.ticket).toBeNull();
    await channels.rounds(5);
    expect(channels.cards).toHaveLength(1);
    expect((await channels.press(ben, "why", id, { channel: "C2" })).screen.id).toBe("why");
    expect((await channels.press(ben, "why", id, { channel: "C3" })).screen.id).toBe("no-decision");
    await channels.pressOn(ben, channels.cards[0], "approve", id);
    await channels.rounds(5);
    expect(channels.replies).toHaveLength(1);
  });

  it("has the card that it would have had on its day", async () => {
    const { id } = await channels.decide(ana, "C1");
    const { id: kept } = await channels.decide(ana, null);
    await channels.press(ana, "post", `d1.${kept}`, undefined, { channel: "C2" });
    await channels.rounds(5);
    const [one, other] = channels.cards;
    expect(other?.text.replaceAll(kept, id)).toBe(one?.text);
  });

  it("asks for a channel where none was chosen", async () => {
    const { reply } = await channels.decide(ana, null);
    const asked = await post(reply, null);
    expect(asked.ticket).toBe(reply.ticket);
    expect(channelOf(asked)?.problem).toBe("Choose a channel.");
    expect(channels.cards).toEqual([]);
  });

  it("can be posted after it was taken back, but not to where it was taken back from", async () => {
    const { id } = await channels.decide(ana, "C1");
    await channels.rounds(2);
    await channels.press(ana, "undo", id);
    await channels.rounds(2);
    const shown = await channels.press(ana, "look", id);
    expect(channelOf(shown)?.value).toBeNull();
    expect(channelOf(await post(shown, "C1"))?.problem).toMatch(/taken back from there/);
    expect((await post(shown, "C2")).screen.title).toBe("Posted");
    expect(channels.cards).toMatchObject([{ channel: "C2" }]);
  });

  it("is offered to nobody else, nor where there is nowhere to post to, nor when it was superseded", async () => {
    const { id } = await channels.decide(ana, "C1");
    expect(channelOf(await channels.press(ben, "look", id))).toBeUndefined();
    const kept = await channels.decide(ana, null);
    const direct = await channels.press(ana, "look", kept.id, { channel: null, nowhere: true });
    expect([channelOf(direct), direct.ticket]).toEqual([undefined, null]);
    const from = await channels.press(ana, "revise", kept.id);
    await channels.decide(ana, null, { from });
    const old = await channels.press(ana, "look", kept.id);
    expect([channelOf(old), actsOf(old).includes("post")]).toEqual([undefined, false]);
    await post(kept.reply, "C2");
    expect(channels.cards).toMatchObject([{ channel: "C1" }]);
  });

  it("is posted by nobody else, not even by whoever still has its card before them", async () => {
    const { id } = await channels.decide(ana, "C1");
    const [card] = channels.cards;
    await channels.rounds(2);
    await channels.press(ana, "undo", id);
    await channels.rounds(2);
    const pressed = { channel: "C1", card: { channel: "C1", reference: card?.id ?? "" } };
    const { app } = channels;
    const refused = await app.press(ben, { act: "post", about: `d1.${id}`, values: { channel: "C2" } }, pressed);
    expect(refused.screen.id).toBe("not-yours");
    await channels.rounds(2);
    expect(channels.cards).toEqual([]);
  });

  it("is shown again with another channel, and can be closed", async () => {
    const { id, reply } = await channels.decide(ana, null);
    expect(idOf(await channels.press(ana, "edit", reply.ticket ?? "", undefined, { channel: "C2" }))).toBe(id);
    expect((await channels.press(ana, "cancel", reply.ticket ?? "")).screen.id).toBe("closed");
  });

  it("is everybody's where the platform says that its channel is", async () => {
    const { id, reply } = await channels.decide(ana, null);
    const place = { channel: "C1", open: true };
    await channels.app.press(ana, { act: "post", about: reply.ticket ?? "", values: { channel: "C1" } }, place);
    expect((await channels.press(ben, "why", id, { channel: null })).screen.id).toBe("why");
  });
});
