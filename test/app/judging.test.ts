import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply, Who } from "#core";
import { verifyWords } from "../../src/advice/messages.ts";
import { changeTeam } from "../../src/store/team.ts";
import { actsOf, ana, ben, Channels, cleo, complete, wordsOf } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

const dora: Who = { ...ana, person: "UDORA" };
const owned = { ...complete, owner: "<@UBEN|Ben>" };
const verdict = async (id: string) => (await channels.store.of(ana.tenant).decision(id))?.verdict;
const messageTo = (who: Who) => channels.standing.find(({ channel }) => channel === `person:${who.person}`);
const actionsOf = (text = "{}") =>
  (JSON.parse(text).actions ?? []) as { action: string; label: string; about: string }[];
const decline = (who: Who, id: string, reason: string): Promise<Reply> =>
  channels.press(who, "next", `f1.declining.${id}`, undefined, { reason });
/** A button of the message that somebody got. */
const pressMessage = (who: Who, label: string) =>
  channels.press(who, "direct", actionsOf(messageTo(who)?.text).find((each) => each.label === label)?.about ?? "");

/** A decision whose owner was picked; nobody else may approve it. */
async function decided(): Promise<string> {
  const { id } = await channels.decide(ana, "C1", { script: owned });
  await channels.mayApprove();
  await channels.rounds(3);
  return id;
}

describe("who may approve", () => {
  it("is the owner that the decision names, and nobody else of those who see its card", async () => {
    const id = await decided();
    const refused = await channels.press(cleo, "approve", id);
    expect([refused.screen.id, JSON.stringify(refused.screen.body)]).toEqual([
      "not-judge",
      expect.stringContaining("UBEN"),
    ]);
    expect((await decline(cleo, id, "No.")).screen.id).toBe("not-judge");
    expect(await verdict(id)).toBeNull();
    expect((await channels.press(ben, "approve", id)).screen.id).toBe("approved");
    expect(await verdict(id)).toBe("approved");
  });

  it("is whoever the team named for all, besides", async () => {
    const id = await decided();
    await channels.mayApprove(cleo);
    expect((await channels.press(cleo, "approve", id)).screen.id).toBe("approved");
  });

  it("is nobody where no owner was picked and no approver is named; what can be done is said", async () => {
    const { id } = await channels.decide();
    await channels.mayApprove();
    const refused = await channels.press(ben, "approve", id);
    expect([refused.screen.id, actsOf(refused)]).toEqual(["no-judge", ["settings"]]);
  });

  it("is never who asked, though they own the budget", async () => {
    const { id } = await channels.decide(ana, "C1", { script: { ...complete, owner: "<@UANA|Ana>" } });
    expect((await channels.press(ana, "approve", id)).screen.id).toBe("own");
    expect((await decline(ana, id, "No.")).screen.id).toBe("own");
    expect(await verdict(id)).toBeNull();
  });
});

describe("the owner", () => {
  it("is told by direct message when a card needs them, and approves from there", async () => {
    const id = await decided();
    expect(actionsOf(messageTo(ben)?.text).map(({ label }) => label)).toEqual(["Approve", "Decline"]);
    expect((await pressMessage(ben, "Approve")).screen.id).toBe("approved");
    await channels.rounds(5);
    expect(channels.cards[0]?.text).toContain("Approved by");
    // What it asked for is done: it has no buttons any more.
    expect(actionsOf(messageTo(ben)?.text)).toEqual([]);
    expect(channels.standing.filter(({ channel }) => channel.startsWith("person:"))).toHaveLength(1);
    expect(await verdict(id)).toBe("approved");
  });

  it("is told also when what was kept is posted later", async () => {
    const { id } = await channels.decide(ana, null, { script: owned });
    await channels.rounds(3);
    expect(messageTo(ben)).toBeUndefined();
    await channels.press(ana, "post", `d1.${id}`, undefined, { channel: "C2" });
    await channels.rounds(3);
    expect(messageTo(ben)?.text).toContain("approve");
  });

  it("has nothing to do any more once the card is taken back, or something took its place", async () => {
    const id = await decided();
    await channels.press(ana, "undo", id);
    await channels.rounds(5);
    expect(actionsOf(messageTo(ben)?.text)).toEqual([]);
    const other = await decided();
    const from = await channels.press(ana, "revise", other);
    await channels.decide(ana, "C1", { from, script: { ...owned, audience: "team" } });
    await channels.rounds(5);
    const messages = channels.standing.filter(({ channel }) => channel === "person:UBEN");
    // The newest alone can be answered: who approved before did not approve what stands there now.
    expect(messages.map(({ text }) => actionsOf(text).length)).toEqual([0, 0, 2]);
  });

  it("declines with a reason, which stands on the card and in its thread; the card can be edited and not approved", async () => {
    const id = await decided();
    const form = await pressMessage(ben, "Decline");
    expect([form.ticket, form.screen.fields.map((field) => field.id)]).toEqual([`f1.declining.T1/${id}`, ["reason"]]);
    for (const reason of ["", "  ", "x".repeat(301)]) {
      const again = await channels.press(ben, "next", form.ticket ?? "", undefined, { reason });
      expect([again.ticket, again.screen.fields[0]?.problem]).toEqual([form.ticket, expect.any(String)]);
    }
    const reason = "We have 12 unused seats.";
    expect((await channels.press(ben, "next", form.ticket ?? "", undefined, { reason })).screen.id).toBe("declined");
    await channels.rounds(5);
    const card = channels.cards[0]?.text ?? "";
    expect(card).toContain(reason);
    expect(actionsOf(card).map(({ action }) => action)).toEqual(["revise", "why", "begin"]);
    expect(channels.replies.map(({ text }) => text.includes(reason))).toEqual([true]);
    expect((await channels.press(ben, "approve", id)).screen.id).toBe("declined");
    expect((await decline(ben, id, "Again.")).screen.id).toBe("declined");
    expect(await verdict(id)).toBe("declined");
  });
});

describe("approving and declining", () => {
  it("at the same moment, by many, comes to one verdict that card and thread agree on", async () => {
    const { id } = await channels.decide();
    await Promise.all([
      channels.press(ben, "approve", id),
      decline(cleo, id, "Too dear."),
      channels.press(ben, "approve", id),
      decline(ben, id, "No."),
    ]);
    await channels.rounds(5);
    const posts = await channels.store.of(ana.tenant).posts(id);
    const declines = posts.filter(({ body }) => (body as { kind: string }).kind === "decline");
    expect(declines).toHaveLength(1);
    expect(await verdict(id)).toBe("declined");
    expect(channels.cards[0]?.text).toContain("Declined: ");
  });

  it("takes two different people where the team wants that; the first alone is not enough", async () => {
    const { id } = await channels.decide();
    await changeTeam(ana.tenant, { twoApprovals: true }, channels);
    await channels.press(ben, "approve", id);
    await channels.press(ben, "approve", id);
    await channels.rounds(5);
    expect([await verdict(id), actionsOf(channels.cards[0]?.text).map(({ action }) => action)]).toEqual([
      null,
      ["why", "approve", "form", "check", "begin"],
    ]);
    await channels.press(cleo, "approve", id);
    await channels.rounds(5);
    expect([await verdict(id), actionsOf(channels.cards[0]?.text).map(({ action }) => action)]).toEqual([
      "approved",
      ["why", "form", "check", "begin"],
    ]);
  });

  it("takes along how much of what is to be verified nobody ticked", async () => {
    const { id } = await channels.decide();
    const items = (await channels.store.of(ana.tenant).decision(id))?.result.verify.map((each) => each.id) ?? [];
    expect(items).toHaveLength(7);
    for (const item of items.slice(0, 3)) await channels.press(dora, "do", `tick.${id}~${item}`);
    await channels.press(dora, "do", `untick.${id}~${items[0]}`);
    await channels.press(dora, "do", `tick.${id}~VF-9`);
    expect((await channels.store.of(ana.tenant).ticks(id)).map(({ item, person }) => [item, person])).toEqual([
      [items[1], "UDORA"],
      [items[2], "UDORA"],
    ]);
    await channels.press(ben, "approve", id);
    const [approval] = (await channels.store.of(ana.tenant).posts(id)).filter(
      ({ body }) => (body as { kind: string }).kind === "approval",
    );
    const left = items.filter((item) => item !== items[1] && item !== items[2]);
    expect(approval?.body).toEqual({ kind: "approval", unticked: { left, all: 7 } });
    await channels.rounds(5);
    // On the card how many, and in its thread which.
    expect(channels.cards[0]?.text).toContain("5 of 7 checks before paying were not ticked");
    const [reply] = channels.standing.filter(({ text }) => text.includes("Not ticked: "));
    expect([reply?.text.includes(verifyWords["VF-1"]), reply?.text.includes(verifyWords["VF-2"])]).toEqual([
      true,
      false,
    ]);
  });

  it("is verified by ticks in Details, with who ticked and when, which anybody who sees it can take away", async () => {
    const { id } = await channels.decide();
    const page = () => channels.press(dora, "why", `${id}/check`);
    const buttons = ({ screen }: Reply) => screen.actions.filter(({ action }) => action === "do");
    const about = (reply: Reply, item: string) =>
      buttons(reply).find((each) => each.about?.endsWith(`~${item}`))?.about;
    expect(buttons(await page())).toHaveLength(7);
    const ticked = await channels.press(dora, "do", about(await page(), "VF-3"));
    expect([ticked.screen.id, about(ticked, "VF-3"), about(ticked, "VF-4")]).toEqual([
      "details-check",
      `untick.${id}~VF-3`,
      `tick.${id}~VF-4`,
    ]);
    expect(ticked.screen.body).toContainEqual({
      block: "people",
      label: expect.stringMatching(/\d{4}/),
      people: ["UDORA"],
    });
    const left = await channels.press(ben, "do", about(ticked, "VF-3"));
    expect([about(left, "VF-3"), left.screen.body.some(({ block }) => block === "people")]).toEqual([
      `tick.${id}~VF-3`,
      false,
    ]);
  });
});

describe("a button of a direct message", () => {
  it("means nothing in another team, and nothing that is none of ours", async () => {
    const id = await decided();
    const elsewhere: Who = { tenant: { platform: "slack", id: "T2" }, person: "UBEN" };
    for (const about of [`T1/approve.${id}`, `T1/decline.${id}`, `T1/undo.${id}`, "x", ""]) {
      const reply = await channels.press(elsewhere, "direct", about);
      expect([about, reply.screen.id === "approved" || reply.screen.fields.length > 0]).toEqual([about, false]);
    }
    expect(await verdict(id)).toBeNull();
  });

  it("is about its team where a direct message belongs to none, and only for those who were told", async () => {
    const id = await decided();
    const alone = (person: string): Who => ({ tenant: { platform: "slack", id: `@${person}` }, person });
    const press = (who: Who) => channels.press(who, "direct", `T1/approve.${id}`, { channel: null });
    expect((await press(alone("UCLEO"))).screen.id).toBe("no-decision");
    // Somebody else's place gives no other name.
    const forged: Who = { tenant: { platform: "slack", id: "@UBEN" }, person: "UCLEO" };
    expect((await press(forged)).screen.id).toBe("start-again");
    expect((await press(alone("UBEN"))).screen.id).toBe("approved");
    expect(wordsOf(await channels.press(ana, "look", id))).toContain("ChatGPT Plus");
  });
});
