import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Action, Reply, Who } from "#core";
import { readReading } from "../../src/app/request.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { ana, ben, Channels, cleo, idOf, wordsOf } from "./channels.ts";

const here = { channel: "C1" };
const { version } = advisorOn(exampleDay).market.catalogue;
let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

const pagesOf = ({ screen }: Reply): Action[] => screen.actions.filter(({ about }) => about?.includes("/"));
const press = (who: Who, about: string, place: Parameters<Channels["press"]>[3] = here) =>
  channels.press(who, "why", about, place);

describe("Details of a card", () => {
  it("open with the headline, its money and a button for each page with its count, and lead back from each", async () => {
    const { id } = await channels.decide();
    const front = await press(ben, id);
    expect(front.screen.id).toBe("why");
    expect(front.screen.body.length).toBeLessThan(6);
    const pages = pagesOf(front);
    expect(pages.map(({ about }) => about)).toEqual(
      ["why", "risks", "pages", "check", "said"].map((part) => `${id}/${part}`),
    );
    for (const { label, about = "" } of pages) {
      expect(label).toMatch(/ \(\d+\)$/);
      const page = await press(ben, about);
      expect(page.screen.title).toBe(label);
      const [leads, ...more] = page.screen.actions.filter(({ action }) => action === "why");
      expect([leads?.about, more]).toEqual([id, []]);
      const back = await press(ben, leads?.about ?? "");
      expect(back.screen).toEqual(front.screen);
    }
    expect(wordsOf(front)).not.toContain(version);
    expect(wordsOf(await press(ben, `${id}/said`))).toContain(version);
  });

  it("are told to nobody who may not see the decision, and of none that is not there", async () => {
    const { id } = await channels.decide(ana, "CPRIVATE", { place: { channel: "CPRIVATE" } });
    for (const about of [id, `${id}/risks`, `${id}/nothing`, "nothing", "nothing/why"])
      expect((await press(cleo, about, { channel: null })).screen.id).toBe("no-decision");
    expect((await press(cleo, `${id}/risks`, { channel: "CPRIVATE" })).screen.id).toBe("details-risks");
  });

  it("are those of the old decision where another one took its place", async () => {
    const { id } = await channels.decide();
    const before = await press(ben, `${id}/why`);
    const revised = await channels.review(ana, undefined, await channels.press(ana, "revise", id));
    await channels.decide(ana, "C1", { from: revised });
    expect((await press(ben, `${id}/why`)).screen).toEqual(before.screen);
  });

  it("open at the front where a page of theirs is not there: such as an estimate without any work", async () => {
    const { id } = await channels.decide();
    expect((await press(ben, `${id}/cost`)).screen.id).toBe("why");
  });
});

describe("Details of a recommendation before it is posted", () => {
  it("are the same pages, lead back to the result, and are nobody else's", async () => {
    const review = await channels.review();
    const ticket = review.ticket ?? "";
    expect(review.screen.actions.find(({ action }) => action === "why")).toEqual({ action: "why", label: "Details" });
    const front = await press(ana, ticket);
    const pages = pagesOf(front);
    expect(pages.map(({ label }) => label)).toHaveLength(5);
    for (const { label, about = "" } of pages) expect((await press(ana, about)).screen.title).toBe(label);
    const out = front.screen.actions.at(-1);
    const back = await channels.press(ana, out?.action ?? "why", out?.about);
    expect({ ...back.screen, title: "" }).toEqual({ ...review.screen, title: "", fields: back.screen.fields });
    expect((await press(ben, `${ticket}/why`)).screen.id).toBe("somebody-elses");
  });

  it("say the same as those of its card", async () => {
    const ticket = (await channels.review()).ticket ?? "";
    const before = await Promise.all(["why", "risks", "pages", "check"].map((part) => press(ana, `${ticket}/${part}`)));
    const id = idOf(await channels.app.ask(ana, { ask: "post", ticket, channel: "C1" }, here));
    for (const each of before) {
      const after = await press(ben, `${id}/${each.screen.id.replace("details-", "")}`);
      expect(after.screen.body.slice(1)).toEqual(each.screen.body.slice(1));
    }
  });
});

describe("a page of Details as a button carries it", () => {
  it.each(["why:id1/", "why:id1/all", "why:id1/why/why", "why:a1.id1.review.1/why", "details:id1/why", "details:/why"])(
    "is none where it was not written here: %j",
    (text) => {
      expect(readReading(text)).toBeNull();
    },
  );

  it("fits where the longest ticket stands beside it, in what Discord takes", () => {
    const ticket = `a1.${"d".repeat(32)}.review.999`;
    expect(readReading(`details:${ticket}/pages`)).toEqual({ ask: "details", ticket, part: "pages" });
  });
});
