import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Act, Reply } from "#core";
import { actsOf, ana, Channels, idOf } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open({ asksItself: false });
});
afterEach(() => channels.close());

const draft = async () => (await channels.store.of(ana.tenant).draftOf(ana.person))?.draft.answers;

/** Presses the first button of a kind on a screen. */
function answer({ screen }: Reply, act: Act): Promise<Reply> {
  const action = screen.actions.find((each) => each.action === act);
  if (action === undefined) throw new Error(`no ${act}`);
  return channels.press(ana, act, action.about);
}

describe("where a button cannot ask", () => {
  it("starting again asks first, and goes back to where one was", async () => {
    const review = await channels.review();
    const before = await draft();
    const asked = await channels.press(ana, "restart", review.ticket ?? "");
    expect([asked.screen.id, actsOf(asked)]).toEqual(["confirm", ["yes", "edit"]]);
    expect(await draft()).toEqual(before);
    expect((await answer(asked, "edit")).screen.id).toBe("review");
    expect(await draft()).toEqual(before);
    expect((await answer(asked, "yes")).screen.id).toBe("work");
    expect(await draft()).toEqual({});
  });

  it("starting again where one comes back goes back to that question", async () => {
    await channels.review();
    const asked = await channels.press(ana, "restart");
    expect((await answer(asked, "begin")).screen.id).toBe("resume");
  });

  it("starting again asks nothing where there is nothing to lose", async () => {
    expect((await channels.press(ana, "restart")).screen.id).toBe("work");
    const { id } = await channels.decide(ana);
    expect((await channels.press(ana, "revise", id)).screen.step).not.toBeNull();
  });

  it("being forgotten asks first", async () => {
    await channels.review();
    const asked = await channels.press(ana, "forget");
    expect(asked.screen.id).toBe("confirm");
    expect((await answer(asked, "settings")).screen.id).toBe("settings");
    expect(await draft()).toBeDefined();
    expect((await answer(asked, "yes")).screen.id).toBe("forgotten");
    expect(await draft()).toBeUndefined();
  });

  it("taking a card back asks first", async () => {
    const { id } = await channels.decide(ana, "C1");
    channels.clock += 2_000;
    const asked = await channels.press(ana, "undo", id);
    expect(asked.screen.id).toBe("confirm");
    expect(idOf(await answer(asked, "look"))).toBe(id);
    expect(channels.cards).toHaveLength(1);
    expect((await answer(asked, "yes")).screen.title).toBe("Taken back");
    expect(channels.cards).toEqual([]);
  });

  it("beginning with a decision's answers asks first where something is unfinished", async () => {
    const { id } = await channels.decide(ana, "C1");
    const review = await channels.review(ana, { job: "code", audience: "team", output: ["text"] });
    const before = await draft();
    const asked = await channels.press(ana, "revise", id);
    expect(asked.screen.id).toBe("confirm");
    expect(await draft()).toEqual(before);
    expect(review.screen.id).toBe("review");
    await answer(asked, "yes");
    expect((await draft())?.job).toBe("person");
  });

  it.each(["", "x", "more:0 help:", "yes:undo:x", "nothing:x"])("a yes to %j is none", async (about) => {
    expect((await channels.press(ana, "yes", about)).screen.id).toBe("start-again");
  });
});

it("where a button asks itself, no screen asks again", async () => {
  await channels.close();
  channels = await Channels.open({ asksItself: true });
  await channels.review();
  expect((await channels.press(ana, "restart")).screen.id).toBe("work");
  expect((await channels.press(ana, "forget")).screen.id).toBe("forgotten");
});
