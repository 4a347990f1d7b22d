import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { said } from "../said.ts";
import { actsOf, ana, ben, Channels } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

/** Decides anew in the place of a decision. */
async function replace(id: string, channel: string | null): Promise<string> {
  const from = await channels.press(ana, "revise", id);
  return (await channels.decide(ana, channel, { from })).id;
}

const linkTo = (id: string | undefined) => `https://example.com/${id}`;

describe("a card whose decision was superseded", () => {
  it.each([["C1"], ["C2"]])("links to the card that took its place, in %s", async (channel) => {
    const { id } = await channels.decide(ana, "C1");
    await replace(id, channel);
    await channels.rounds(5);
    const [old, fresh] = channels.cards;
    expect(old?.text).toContain(
      `Superseded by ${channel === "C1" ? "ChatGPT Plus, $20 a month, Ana, 18 Nov 2026" : "a newer decision"}`,
    );
    expect(old?.text).toContain(linkTo(fresh?.id));
    expect(fresh?.text).not.toContain("Superseded");
  });

  it("waits for a card that takes a moment to come", async () => {
    const { id } = await channels.decide(ana, "C1");
    channels.troubles.push({ kind: "card", ends: { refused: said("Not now."), final: false, retryAfter: 9_000 } });
    await replace(id, "C2");
    await channels.rounds(4);
    expect(channels.cards[0]?.text).not.toContain("Superseded");
    await channels.rounds(20);
    expect(channels.cards[0]?.text).toContain(linkTo(channels.cards[1]?.id));
  });

  it("names the decision where that has no card, and links to it once it has one", async () => {
    const { id } = await channels.decide(ana, "C1");
    const other = await replace(id, null);
    await channels.rounds(5);
    expect(channels.cards[0]?.text).toContain("Superseded by a newer decision.");
    expect(channels.cards[0]?.text).not.toContain("https://example.com");
    await channels.press(ana, "post", `d1.${other}`, undefined, { channel: "C2" });
    await channels.rounds(8);
    expect(channels.cards[0]?.text).toContain(linkTo(channels.cards[1]?.id));
    await channels.press(ana, "undo", other);
    await channels.rounds(8);
    expect(channels.cards).toHaveLength(1);
    expect(channels.cards[0]?.text).not.toContain("https://example.com");
  });

  it("does not hold up the card that takes its place: that is there at once, and the screen says so", async () => {
    const { id } = await channels.decide(ana, "C1");
    const from = await channels.press(ana, "revise", id);
    channels.clock += 60_000;
    const { reply } = await channels.decide(ana, "C1", { from });
    expect(reply.screen.title).toBe("Posted");
    const tenant = channels.store.of(ana.tenant);
    const [update] = (await tenant.posts(id)).filter(({ key }) => key.includes("superseded"));
    expect([update?.state, update?.dueAt]).toEqual(["waiting", channels.clock + 1]);
    expect(actsOf(reply)).not.toContain("look");
    expect(channels.cards).toHaveLength(2);
    await channels.rounds(5);
    expect(channels.cards[0]?.text).toContain("Superseded");
  });

  it("cannot be approved", async () => {
    const { id } = await channels.decide(ana, "C1");
    await replace(id, "C1");
    expect((await channels.press(ben, "approve", id)).screen.id).toBe("superseded");
  });
});
