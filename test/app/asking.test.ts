import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply, Who } from "#core";
import { ana, ben, Channels, cleo } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

/** Leaves the owner of the budget open. */
const script = { job: "code", audience: "customers", output: ["text"], stage: "production" };
const actionsOf = (text = "{}") => (JSON.parse(text).actions ?? []) as { label: string; about: string }[];
const messagesTo = ({ person }: Who) => channels.standing.filter(({ channel }) => channel === `person:${person}`);
const draftOf = async ({ tenant, person }: Who) => (await channels.store.of(tenant).draftOf(person))?.draft;
const buttonOn = ({ screen }: Reply, label: string) =>
  screen.actions.find((each) => each.label.startsWith(label))?.about ?? "";

/** The review of somebody, and the form for whoever is asked its question about the owner. */
async function asking(who = ana): Promise<{ review: Reply; form: Reply }> {
  const review = await channels.review(who, script);
  const list = await channels.press(who, "form", buttonOn(review, "Ask someone"));
  const owner = list.screen.actions.find(({ about = "" }) => about.endsWith("~owner"))?.about ?? "";
  return { review, form: await channels.press(who, "form", owner) };
}
const sendTo = (form: Reply, person: string | null, who = ana) =>
  channels.press(who, "next", form.ticket ?? "", undefined, { person });
/** The form that opens from the message that somebody got. */
const opened = (who: Who) => channels.press(who, "direct", actionsOf(messagesTo(who)[0]?.text)[0]?.about);
const answer = (who: Who, form: Reply, owner: string | null) =>
  channels.press(who, "next", form.ticket ?? "", undefined, { owner });

describe("a question to somebody", () => {
  it("reaches the person who was picked, and their answer stands in the answers of who asked, who is told", async () => {
    const { form } = await asking();
    expect((await sendTo(form, "<@UBEN|Ben>")).screen.id).toBe("asked");
    await channels.rounds(3);
    const put = await opened(ben);
    expect(put.screen.fields.map(({ id }) => id)).toEqual(["owner"]);
    expect((await answer(ben, put, "<@UCLEO|Cleo>")).screen.id).toBe("answered");
    await channels.rounds(3);
    expect((await draftOf(ana))?.answers.owner).toBe("<@UCLEO|Cleo>");
    expect(messagesTo(ana).map(({ text }) => text.includes("UBEN"))).toEqual([true]);
    // Answered, it has no button any more.
    expect(actionsOf(messagesTo(ben)[0]?.text)).toEqual([]);
    expect((await answer(ben, put, "<@UBEN|Ben>")).screen.id).toBe("not-asked");
    expect((await draftOf(ana))?.answers.owner).toBe("<@UCLEO|Cleo>");
  });

  it("goes to nobody who was not picked, and not to who asks", async () => {
    const { form } = await asking();
    for (const person of [null, "Ben", "<@UANA|Ana>"]) {
      const again = await sendTo(form, person);
      expect([person, again.ticket, again.screen.fields[0]?.problem]).toEqual([
        person,
        form.ticket,
        expect.any(String),
      ]);
    }
    await channels.rounds(3);
    expect(channels.standing).toEqual([]);
  });

  it("is answered by nobody else", async () => {
    const { form } = await asking();
    await sendTo(form, "<@UBEN|Ben>");
    await channels.rounds(3);
    const put = await opened(ben);
    expect((await answer(cleo, put, "<@UCLEO|Cleo>")).screen.id).toBe("not-asked");
    expect((await draftOf(ana))?.answers.owner).toBe("unknown");
  });

  it("is put by nobody for somebody else's conversation", async () => {
    const { form } = await asking();
    expect((await sendTo(form, "<@UBEN|Ben>", cleo)).screen.id).toBe("start-again");
    await channels.rounds(3);
    expect(channels.standing).toEqual([]);
  });

  it("that is answered with nothing, or with what is none, stays open and says what is wrong", async () => {
    const { form } = await asking();
    await sendTo(form, "<@UBEN|Ben>");
    await channels.rounds(3);
    const put = await opened(ben);
    const again = await answer(ben, put, null);
    expect([again.ticket, again.screen.fields[0]?.problem]).toEqual([put.ticket, expect.any(String)]);
    expect((await answer(ben, put, "<@UBEN|Ben>")).screen.id).toBe("answered");
  });

  it("keeps what its author wrote meanwhile, and tells them where they decided before", async () => {
    const { review, form } = await asking();
    await sendTo(form, "<@UBEN|Ben>");
    await channels.rounds(3);
    const put = await opened(ben);
    const before = (await draftOf(ana))?.answers;
    await channels.app.ask(ana, { ask: "keep", ticket: review.ticket ?? "" }, { channel: null });
    expect((await answer(ben, put, "<@UCLEO|Cleo>")).screen.id).toBe("answered");
    await channels.rounds(3);
    expect(before?.owner).toBe("unknown");
    const [told] = messagesTo(ana);
    expect(told?.text).toContain("decided meanwhile");
    const kept = await channels.store.of(ana.tenant).decisions({ person: "UANA", channels: [] }, 5);
    expect(kept.items).toHaveLength(1);
  });

  it("is not open any more once its author has begun anew", async () => {
    const { form } = await asking();
    await sendTo(form, "<@UBEN|Ben>");
    await channels.rounds(3);
    const put = await opened(ben);
    await channels.press(ana, "restart", "");
    expect((await answer(ben, put, "<@UCLEO|Cleo>")).screen.id).toBe("not-asked");
    expect((await draftOf(ana))?.answers).toEqual({});
  });

  it("goes with whoever is forgotten: the asked have nothing to answer, the message names nobody", async () => {
    const { form } = await asking();
    await sendTo(form, "<@UBEN|Ben>");
    await channels.rounds(3);
    const put = await opened(ben);
    await channels.press(ana, "forget");
    await channels.rounds(3);
    expect(messagesTo(ben).map(({ text }) => [text.includes("UANA"), actionsOf(text).length])).toEqual([[false, 0]]);
    expect((await answer(ben, put, "<@UCLEO|Cleo>")).screen.id).toBe("not-asked");
  });
});
