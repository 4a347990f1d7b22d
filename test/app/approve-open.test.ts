import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blocksLeft } from "../../src/purchase/to-settle.ts";
import type { Script } from "../conversation/play.ts";
import { journeys } from "../conversation/scripts.ts";
import { actsOf, ana, ben, Channels, wordsOf } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

const approvals = async (id: string) =>
  Object.keys(await channels.states(id)).filter((key) => /:approve:C1:\d+$/.test(key));

const anyway = (id: string) => `T1/anyway.${id}`;

describe("approving", () => {
  it("what is complete takes one press", async () => {
    const { id } = await channels.decide();
    expect((await channels.press(ben, "approve", id)).screen.id).toBe("approved");
    expect(await approvals(id)).toHaveLength(1);
  });

  it("what was left empty is no hindrance where nothing stands against buying", async () => {
    const { id } = await channels.decide(ana, "C1", { script: journeys["solo-writer"] as Script });
    const decision = await channels.store.of(ana.tenant).decision(id);
    expect(decision).toMatchObject({ complete: true, result: { complete: false, toSettle: [] } });
    expect((await channels.press(ben, "approve", id)).screen.id).toBe("approved");
  });

  it("what is blocked shows what is open first, and takes a second press", async () => {
    const { id } = await channels.decide(ana, "C1", { script: journeys["support-pipeline"] as Script });
    const asked = await channels.press(ben, "approve", id);
    expect(asked.screen.id).toBe("approve-open");
    expect(asked.screen.body.length).toBeGreaterThan(0);
    expect(await approvals(id)).toEqual([]);
    expect(actsOf(asked)).toEqual(["direct", "why"]);
    // However often it is only asked for.
    await channels.press(ben, "approve", id);
    expect(await approvals(id)).toEqual([]);
    expect((await channels.press(ben, "direct", anyway(id))).screen.id).toBe("approved");
    expect(await approvals(id)).toHaveLength(1);
    expect(wordsOf(await channels.press(ben, "approve", id))).toContain("already");
  });

  it("from a direct message shows what is open just as well, wherever that message stands", async () => {
    const script = { ...(journeys["support-pipeline"] as Script), owner: "<@UBEN|Ben>" };
    const { id } = await channels.decide(ana, "C1", { script });
    await channels.rounds(3);
    const message = channels.standing.find(({ channel }) => channel === "person:UBEN");
    const [approve] = JSON.parse(message?.text ?? "{}").actions;
    // Where a direct message belongs to no team, as in Discord.
    const alone = { ...ben, tenant: { ...ben.tenant, id: "@UBEN" } };
    for (const [who, place] of [
      [ben, { channel: null }],
      [alone, { channel: null, nowhere: true }],
    ] as const) {
      const asked = await channels.press(who, "direct", approve.about, place);
      expect([asked.screen.id, actsOf(asked)]).toEqual(["approve-open", ["direct"]]);
    }
    expect(await approvals(id)).toEqual([]);
    const asked = await channels.press(alone, "direct", approve.about, { channel: null, nowhere: true });
    const [really] = asked.screen.actions;
    const done = await channels.press(alone, "direct", really?.about, { channel: null, nowhere: true });
    expect(done.screen.id).toBe("approved");
    expect(await approvals(id)).toHaveLength(1);
  });

  it("shows at most three of what is open, and counts the rest", async () => {
    const { id } = await channels.decide(ana, "C1", {
      script: { job: "code", audience: "customers", output: ["text"] },
    });
    const decision = await channels.store.of(ana.tenant).decision(id);
    const open = decision === null ? 0 : blocksLeft(decision.result).length + decision.result.missing.length;
    expect(open).toBeGreaterThan(4);
    const { body } = (await channels.press(ben, "approve", id)).screen;
    expect(body).toHaveLength(5);
    expect(JSON.stringify(body[4])).toContain(`${open - 3} more`);
  });

  it("is not asked of its author, nor of what is taken back: nothing would come of it", async () => {
    const { id } = await channels.decide(ana, "C1", { script: journeys["solo-writer"] as Script });
    expect((await channels.press(ana, "direct", anyway(id))).screen.id).toBe("own");
    const [card] = channels.cards;
    await channels.press(ana, "undo", id);
    expect((await channels.pressOn(ben, card, "direct", anyway(id))).screen.id).toBe("taken-back");
    expect(await approvals(id)).toEqual([]);
  });
});
