import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "#core";
import { said } from "../said.ts";
import { ana, ben, Channels, cleo, complete, wordsOf } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

const chooser = ({ screen }: Reply) => screen.fields.find(({ field }) => field === "channel");
const main = (actions: readonly { weight?: string; label: string }[]) =>
  actions.filter(({ weight }) => weight === "main").map(({ label }) => label);

/** The recommendation, as it is shown to somebody who asked from a place. */
async function reviewFrom(place: { channel: string | null; thread?: string }): Promise<Reply> {
  const { ticket } = await channels.review(ana);
  return channels.app.ask(ana, { ask: "page", ticket: ticket ?? "" }, place);
}

describe("where a recommendation goes", () => {
  it("is nowhere until somebody chooses: going on once more posts nothing", async () => {
    const reply = await reviewFrom({ channel: "C1" });
    expect(chooser(reply)?.value).toBeNull();
    const after = await channels.press(ana, "post", reply.ticket ?? "");
    expect(chooser(after)?.problem).toBe("Choose a channel, or keep it private.");
    expect(channels.standing).toEqual([]);
  });

  it("is preselected as the usual channel of Settings, and as the thread that it was asked for in", async () => {
    await channels.press(ana, "use-channel", "C7");
    expect(chooser(await reviewFrom({ channel: "C1" }))?.value).toBe("C7");
    expect(chooser(await reviewFrom({ channel: "C1", thread: "1.2" }))?.value).toBe("C1");
    const { reply } = await channels.decide(ana, null, { place: { channel: "C1" } });
    expect(chooser(reply)?.value).toBe("C7");
  });

  it("is nowhere either for what was kept private, which nobody else sees until it is posted", async () => {
    const { id, reply } = await channels.decide(ana, null, { place: { channel: "C1" } });
    expect(chooser(reply)?.value).toBeNull();
    expect(wordsOf(await channels.press(ben, "look", id))).toContain("There is no such decision");
    expect((await channels.app.home(ana)).screen.actions.map(({ about }) => about)).toContain(id);
    const after = await channels.app.ask(ana, { ask: "share", decision: id, channel: "C2" }, { channel: "C1" });
    expect(after.screen.title).toBe("Posted");
  });

  it("may be another channel where a post was refused, and what was chosen stays chosen", async () => {
    channels.troubles.push({ kind: "card", ends: { refused: said("The app is not in that channel."), final: true } });
    const { id, reply } = await channels.decide(ana, "C2", { place: { channel: "C1" } });
    await channels.rounds(5);
    expect(wordsOf(reply)).toContain("The app is not in that channel.");
    expect(chooser(reply)?.value).toBe("C2");
    const after = await channels.app.ask(ana, { ask: "share", decision: id, channel: "C3" }, { channel: "C1" });
    expect(after.screen.title).toBe("Posted");
    await channels.rounds(5);
    expect(channels.cards.map(({ channel }) => channel)).toEqual(["C3"]);
    // What was refused is over: it is not tried again beside the other.
    const look = await channels.press(ana, "look", id);
    expect(look.screen.actions.map(({ action }) => action)).not.toContain("retry");
    expect(chooser(look)).toBeUndefined();
  });

  it("may be the refused channel once more, which is tried again there", async () => {
    channels.troubles.push({ kind: "card", ends: { refused: said("The app is not in that channel."), final: true } });
    const { id } = await channels.decide(ana, "C2", { place: { channel: "C1" } });
    await channels.rounds(5);
    const after = await channels.app.ask(ana, { ask: "share", decision: id, channel: "C2" }, { channel: "C1" });
    expect(after.screen.title).toBe("Posted");
    expect(channels.cards.map(({ channel }) => channel)).toEqual(["C2"]);
  });

  it("is said to be private where it is not posted", async () => {
    const reply = await reviewFrom({ channel: "C1" });
    expect(reply.screen.actions.map(({ label }) => label)).toContain("Keep private");
  });
});

describe("a card on which something blocks", () => {
  const { owner: _, ...blocked } = complete;
  const actionsOf = (at = 0) => JSON.parse(channels.cards[at]?.text ?? "{}").actions;

  it("has what settles it as its main button, and not Approve", async () => {
    await channels.decide(ana, "C1", { script: blocked });
    expect(main(actionsOf())).toEqual(["Settle first"]);
    await channels.decide(ben, "C2");
    expect(main(actionsOf(1))).toEqual(["Approve"]);
  });

  it("is settled by who asked for it, in its place", async () => {
    const { id } = await channels.decide(ana, "C1", { script: blocked });
    const reply = await channels.pressOn(ana, channels.cards[0], "revise", id);
    expect(reply.ticket).not.toBeNull();
    const again = await channels.decide(ana, "C1", { from: reply });
    await channels.rounds(5);
    expect((await channels.store.of(ana.tenant).decision(id))?.supersededBy).toBe(again.id);
    expect(main(actionsOf())).toEqual([]);
  });

  it("asks before it takes away what somebody has begun, and before it is approved", async () => {
    const { id } = await channels.decide(ana, "C1", { script: blocked });
    await channels.review(ben);
    const asked = await channels.pressOn(ben, channels.cards[0], "revise", id);
    expect(asked.screen.id).toBe("confirm");
    expect((await channels.app.ask(ben, { ask: "resume" }, { channel: "C1" })).screen.id).toBe("review");
    const yes = asked.screen.actions.find(({ action }) => action === "yes");
    const begun = await channels.press(ben, "yes", yes?.about);
    expect(begun.ticket).not.toBeNull();
    expect((await channels.pressOn(cleo, channels.cards[0], "approve", id)).screen.id).toBe("approve-open");
  });
});

describe("what takes something away", () => {
  it("is asked first, by a button or by a screen", async () => {
    const reply = await channels.review(ana);
    expect(reply.screen.actions.find(({ action }) => action === "restart")?.ask).toBeTruthy();
    const home = await channels.app.home(ana);
    expect(home.screen.actions.find(({ action }) => action === "forget")?.ask).toBeTruthy();
    expect(home.screen.actions.find(({ action }) => action === "restart")?.ask).toBeTruthy();
    const mute = await Channels.open({ asksItself: false });
    await mute.review(ana);
    expect((await mute.press(ana, "restart")).screen.id).toBe("confirm");
    expect((await mute.press(ana, "forget")).screen.id).toBe("confirm");
    await mute.close();
  });
});
