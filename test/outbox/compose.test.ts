import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Block, Post, Store } from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { approvalKey, approvals, nextApprovalKey } from "../../src/outbox/approvals.ts";
import { compose } from "../../src/outbox/compose.ts";
import { newPost, type PostBody } from "../../src/outbox/post-body.ts";
import { said } from "../said.ts";
import { decided, limits, start, tenant } from "./decided.ts";

let store: Store;

const card = (blocks: Block[] = [{ block: "text", text: "Buy it." }]) => ({
  kind: "card",
  title: "Recommendation",
  blocks,
});
const post = (key: string, channel: string, body: unknown, owner = "UANA") =>
  newPost(owner, key, "d1", channel, body as PostBody);

/** A decision with a card in each of two channels. */
async function decide(body: unknown = card()): Promise<void> {
  await store.of(tenant).decide(decided, [post("card:C1", "C1", body), post("card:C2", "C2", body)]);
}

const find = async (key: string): Promise<Post> => {
  const found = (await store.of(tenant).posts("d1")).find((each) => each.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};
const linkTo = async ({ reference }: Post) => `https://example.com/${reference}`;
const composed = async (key: string) => compose(await find(key), store, limits, linkTo);
const add = (key: string, channel: string, body: unknown, owner?: string) =>
  store.of(tenant).enqueue([post(key, channel, body, owner)], start);

/** Ends the sending of the cards, each in its own way. */
async function settle(ends: Record<string, "sent" | "parked">): Promise<void> {
  for (const each of await store.claimPosts(start, start + 60_000, 10, ["slack"])) {
    const end = ends[each.key];
    if (end === "sent") await store.settle(each, { state: "sent", reference: `m-${each.channel}` });
    else if (end === "parked") await store.settle(each, { state: "parked", reason: said("Not in that channel.") });
  }
}

beforeEach(async () => {
  store = await openStore({ file: ":memory:", now: () => start });
  await decide();
});
afterEach(() => store.close());

describe("what a post means", () => {
  it("a card is to be posted, with who asked and five buttons", async () => {
    const made = await composed("card:C1");
    if (made.do !== "post") throw new Error(made.do);
    expect(made.message.title).toBe("Recommendation");
    expect(made.message.blocks).toEqual([
      { block: "text", text: "Buy it." },
      { block: "people", label: "Asked by", people: ["UANA"] },
    ]);
    expect(made.message.whole).toEqual(made.message.blocks);
    expect(made.message.actions.map(({ action, about }) => [action, about])).toEqual([
      ["why", "d1"],
      ["approve", "d1"],
      ["form", "declining.d1"],
      ["check", "d1"],
      ["begin", undefined],
    ]);
  });

  it.each([["update"], ["delete"], ["reply"]])(
    "%s waits for a card that is on its way, and not for that of another channel",
    async (kind) => {
      await add("later", "C1", { kind, title: "T", blocks: [] });
      expect(await composed("later")).toMatchObject({ do: "wait" });
      await settle({ "card:C1": "sent" });
      // The card of the other channel is still being sent.
      expect((await find("card:C2")).state).toBe("sending");
      expect(await composed("later")).toMatchObject({ do: kind, reference: "m-C1" });
    },
  );

  it.each([["update"], ["delete"], ["reply"]])(
    "%s is nothing where no card came to stand, or where none is",
    async (kind) => {
      await settle({ "card:C1": "sent", "card:C2": "parked" });
      await add("parked", "C2", { kind, title: "T", blocks: [] });
      await add("nowhere", "C9", { kind, title: "T", blocks: [] });
      expect(await composed("parked")).toMatchObject({ do: "drop", reason: { is: "no_card" } });
      expect(await composed("nowhere")).toMatchObject({ do: "drop" });
    },
  );

  it("may be repeated where it changes or deletes what stands there, and nowhere else", () => {
    const bodies: PostBody[] = [
      { kind: "card", title: "T", blocks: [] },
      { kind: "reply", title: "T", blocks: [] },
      { kind: "approval" },
      { kind: "update" },
      { kind: "delete" },
    ];
    const repeatable = bodies.filter((body) => newPost("UANA", "key", "d1", "C1", body).repeatable);
    expect(repeatable.map(({ kind }) => kind)).toEqual(["update", "delete"]);
  });

  it("after it was taken back, a card is never posted, changed or answered; those of other channels are", async () => {
    await add("undo", "C1", { kind: "delete" });
    expect(await composed("card:C1")).toMatchObject({ do: "drop", reason: { is: "taken_back_first" } });
    expect(await composed("card:C2")).toMatchObject({ do: "post" });
    await settle({ "card:C1": "sent", "card:C2": "sent" });
    await add("late", "C1", { kind: "update" });
    await add("reply", "C1", { kind: "reply", title: "T", blocks: [] });
    expect([await composed("late"), await composed("reply")]).toMatchObject([{ do: "drop" }, { do: "drop" }]);
    expect(await composed("undo")).toEqual({ do: "delete", reference: "m-C1", under: null });
  });

  it("of a reply is done to it in the thread of its card, once that stands", async () => {
    await settle({ "card:C1": "sent", "card:C2": "sent" });
    await add("said", "C1", { kind: "reply", title: "T", blocks: [{ block: "text", text: "Said." }] }, "UBEN");
    await add("change", "C1", { kind: "update", of: "said" });
    await add("remove", "C1", { kind: "delete", of: "said" });
    await add("nothing", "C1", { kind: "delete", of: "none" });
    expect(await composed("change")).toMatchObject({ do: "wait" });
    expect(await composed("remove")).toMatchObject({ do: "wait" });
    expect(await composed("nothing")).toMatchObject({ do: "drop" });
    expect(await store.of(tenant).arrived("said", "m-said", start)).toBe(true);
    expect(await composed("change")).toMatchObject({
      do: "update",
      reference: "m-said",
      under: "m-C1",
      message: { title: "T", blocks: [{ block: "text", text: "Said." }], actions: [] },
    });
    expect(await composed("remove")).toEqual({ do: "delete", reference: "m-said", under: "m-C1" });
  });

  it("what took the place of a card, who asked and who approved stand on it together, however long the link", async () => {
    await settle({ "card:C1": "sent", "card:C2": "sent" });
    for (let at = 0; at < 6; at++)
      await add(approvalKey("d1", "C1", at), "C1", { kind: "approval" }, `U${at}`.padEnd(20, "0"));
    await store
      .of(tenant)
      .decide({ ...decided, id: "d2", draft: "y" }, [{ ...post("card2", "C1", card()), decision: "d2" }], "d1");
    expect(await store.of(tenant).arrived("card2", "m".repeat(90), start)).toBe(true);
    await add("shown", "C1", { kind: "update" });
    const made = await composed("shown");
    if (made.do !== "update") throw new Error(made.do);
    expect(made.message.blocks.slice(-4)).toMatchObject([
      { block: "link", url: `https://example.com/${"m".repeat(90)}` },
      { block: "people", people: ["UANA"] },
      { block: "people", label: "Approved by" },
      { block: "text", text: "and 1 more." },
    ]);
    expect(made.message.actions.map(({ action }) => action)).toEqual(["why", "begin"]);
  });

  it("of several cards that took its place, a card links to the one beside it", async () => {
    await settle({ "card:C1": "sent", "card:C2": "sent" });
    const cards = ["C1", "C2"].map((channel) => ({ ...post(`new:${channel}`, channel, card()), decision: "d2" }));
    await store.of(tenant).decide({ ...decided, id: "d2", draft: "y" }, cards, "d1");
    for (const each of await store.claimPosts(start, start + 60_000, 10, ["slack"]))
      await store.settle(each, { state: "sent", reference: `new-${each.channel}` });
    for (const channel of ["C1", "C2"]) {
      await add(`shown:${channel}`, channel, { kind: "update" });
      const made = await composed(`shown:${channel}`);
      expect(JSON.stringify(made)).toContain(`https://example.com/new-${channel}`);
    }
  });

  it("approvals stand on the card of their channel, in their order", async () => {
    await settle({ "card:C1": "sent", "card:C2": "sent" });
    const body = { kind: "approval" };
    await add(approvalKey("d1", "C1", 0), "C1", body, "UBEN");
    await add(approvalKey("d1", "C1", 1), "C1", body, "UCLEO");
    await add(approvalKey("d1", "C2", 0), "C2", body, "UDORA");
    // What is enqueued beside an approval is none.
    await add(`${approvalKey("d1", "C1", 0)}:shown`, "C1", { kind: "update" }, "UBEN");
    await add("shown", "C1", { kind: "update" });
    const made = await composed("shown");
    if (made.do !== "update") throw new Error(made.do);
    expect(made.message.blocks).toContainEqual({ block: "people", label: "Approved by", people: ["UBEN", "UCLEO"] });
    expect(approvals("d1", "C2", await store.of(tenant).posts("d1"))).toEqual(["UDORA"]);
  });

  it("the approval of somebody who was forgotten is void, is not posted, and its number stays taken", async () => {
    await settle({ "card:C1": "sent", "card:C2": "sent" });
    const body = { kind: "approval" };
    await add(approvalKey("d1", "C1", 0), "C1", body, "UBEN");
    await add(approvalKey("d1", "C1", 1), "C1", body, "UCLEO");
    await store.of(tenant).forgetPerson("UBEN", start, () => []);
    const posts = await store.of(tenant).posts("d1");
    expect(approvals("d1", "C1", posts)).toEqual(["UCLEO"]);
    expect(nextApprovalKey("d1", "C1", posts)).toBe(approvalKey("d1", "C1", 2));
    expect(await composed(approvalKey("d1", "C1", 0))).toMatchObject({ do: "drop" });
    expect(await composed(approvalKey("d1", "C1", 1))).toMatchObject({ do: "reply" });
  });

  it("of many approvals the first are named in their order, the others counted, and whoever asked is always there", async () => {
    await settle({ "card:C1": "sent", "card:C2": "sent" });
    for (let at = 0; at < 12; at++)
      await add(approvalKey("d1", "C1", at), "C1", { kind: "approval" }, `U${at}`.padEnd(20, "0"));
    await add("shown", "C1", { kind: "update" });
    const made = await composed("shown");
    if (made.do !== "update") throw new Error(made.do);
    const people = made.message.blocks.flatMap((each) => (each.block === "people" ? each.people : []));
    expect(people).toEqual(["UANA", ...[0, 1, 2, 3, 4].map((at) => `U${at}`.padEnd(20, "0"))]);
    expect(made.message.blocks.at(-1)).toEqual({ block: "text", text: "and 7 more." });
    expect(approvals("d1", "C1", await store.of(tenant).posts("d1"))[11]).toMatch(/^U11/);
  });

  it("a card that is too long is cut, and says so; what is read aloud has all of it", async () => {
    const blocks = Array.from({ length: 40 }, (_, at): Block => ({ block: "text", text: `${at} `.padEnd(90, "x") }));
    await store.of(tenant).forget();
    await decide(card(blocks));
    const made = await composed("card:C1");
    if (made.do !== "post") throw new Error(made.do);
    const texts = made.message.blocks.map((each) => ("text" in each ? each.text : each.block));
    expect(texts.slice(-2)).toEqual([expect.stringMatching(/^Shortened/), "people"]);
    // Two thousand less what becomes of a card, at a hundred each.
    expect(texts).toHaveLength(16 + 2);
    expect(made.message.whole).toHaveLength(41);
  });
});
