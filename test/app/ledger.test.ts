import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply, Who } from "#core";
import { changeTeam } from "../../src/store/team.ts";
import type { Script } from "../conversation/play.ts";
import { journeys } from "../conversation/scripts.ts";
import { actsOf, ana, ben, Channels, complete, idOf, wordsOf } from "./channels.ts";

const dora: Who = { tenant: { platform: "discord", id: "9" }, person: "UANA" };
const here = { channel: "C1" };
const open = { channel: "C1", open: true };
const there = { channel: "900" };
const program = journeys["support-pipeline"] as Script;

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

const typed = (who: Who, words: string, place = here as { channel: string }) => channels.app.typed(who, words, place);
const shown = ({ screen }: Reply) => screen.actions.filter(({ action }) => action === "look").map(({ about }) => about);
const button = ({ screen }: Reply, label: string) => screen.actions.find((each) => each.label === label)?.about ?? "";
const codeOf = (reply: Reply) => /link (\w+) on/.exec(wordsOf(reply))?.[1] ?? "";

async function link(): Promise<void> {
  const code = codeOf(await typed(ana, "link"));
  expect((await typed(dora, `link ${code}`, there)).screen.id).toBe("linked");
}

describe("the list of decisions", () => {
  it("is narrowed by what is typed, and says what it shows", async () => {
    const { id } = await channels.decide(ana, "C1");
    channels.clock += 1;
    const { id: api } = await channels.decide(ana, "C1", { script: program });
    expect(shown(await typed(ana, "decisions vendor:chatgpt"))).toEqual([api, id]);
    expect(shown(await typed(ana, "decisions over:$19.99 state:waiting"))).toEqual([id]);
    expect(shown(await typed(ana, "decisions state:open"))).toEqual([api]);
    expect(shown(await typed(ana, "decisions chatgpt owner:ana"))).toEqual([id]);
    expect(shown(await typed(ana, "decisions older:30d"))).toEqual([]);
    expect(wordsOf(await typed(ana, "decisions vendor:openai owner:zzz"))).toContain("vendor OpenAI, owner zzz");
    expect(wordsOf(await typed(ana, "decisions over:lots"))).toContain("over:$100");
    expect(shown(await typed(ben, "decisions vendor:openai", { channel: "C2" }))).toEqual([]);
  });

  it("goes on to older ones, and back to the newest", async () => {
    const ids: string[] = [];
    for (let at = 0; at < 12; at++) {
      channels.clock += 1;
      ids.unshift((await channels.decide(ana, "C1")).id);
    }
    const first = await typed(ana, "decisions owner:ana");
    const second = await channels.press(ana, "more", button(first, "Older"), here);
    expect([shown(first), shown(second)]).toEqual([ids.slice(0, 10), ids.slice(10)]);
    expect(shown(await channels.press(ana, "more", button(second, "Newest"), here))).toEqual(ids.slice(0, 10));
    expect(second.screen.actions.map(({ label }) => label)).not.toContain("Older");
  });
});

describe("the history of a need", () => {
  it("tells every decision, and why each took the place of the one before, to whoever may see them", async () => {
    const { id: first } = await channels.decide(ana, "C1");
    const from = await channels.press(ana, "revise", first, here);
    const script = { ...complete, audience: "team" } as Script;
    const ticket = (await channels.app.ask(ana, { ask: "edit", ticket: from.ticket ?? "", question: "audience" }, here))
      .ticket;
    const answered = await channels.app.ask(
      ana,
      { ask: "answer", ticket: ticket ?? "", values: { audience: "team" } },
      here,
    );
    const { id: second } = await channels.decide(ana, "C2", { script, from: answered, place: { channel: "C2" } });
    for (const id of [first, second]) {
      const looked = await channels.press(ana, "look", id, here);
      expect(wordsOf(looked)).toContain("History: ");
      const told = await channels.press(ana, "more", button(looked, "History"), here);
      expect(told.screen.body.filter(({ block }) => block === "heading")).toHaveLength(2);
      expect(wordsOf(told)).toMatch(/Was: .*Now: /);
    }
    const alone = await channels.press(ben, "look", first, here);
    expect(alone.screen.actions.map(({ label }) => label)).not.toContain("History");
    const pressed = await channels.app.press(ben, { act: "more", about: `0 ledger:history ${first}` }, here);
    expect(wordsOf(pressed)).not.toMatch(/Was: /);
    expect((await channels.app.press(ben, { act: "more", about: `0 ledger:history ${second}` }, here)).screen.id).toBe(
      "no-decision",
    );
  });
});

describe("what is committed", () => {
  it("is summed up by owner and vendor, without what was superseded", async () => {
    const { id } = await channels.decide(ana, "C1");
    await channels.decide(ana, "C1");
    const from = await channels.press(ana, "revise", id, here);
    await channels.decide(ana, "C1", { from });
    const totals = await typed(ana, "decisions totals");
    expect(totals.screen.body[1]).toEqual({
      block: "table",
      columns: ["Owner", "Fixed a month"],
      rows: [["Ana", "$40.00"]],
    });
    expect(wordsOf(await typed(ben, "decisions totals", { channel: "C2" }))).not.toContain("$");
  });
});

describe("an export in a chat without files", () => {
  it("is told in lines, of what the asker may see", async () => {
    await channels.decide(ana, "C1");
    const exported = await channels.press(ana, "more", button(await typed(ana, "decisions"), "Export"), here);
    expect(wordsOf(exported)).toMatch(/BilledCost,.*"20,20,/);
    expect(wordsOf(await typed(ben, "decisions export", { channel: "C2" }))).not.toContain("20,20,");
    expect(wordsOf(await typed(ana, "decisions export json vendor:kling"))).toContain("No decision matches");
  });
});

describe("two linked places of a team", () => {
  it("show each other what everybody there may see, and nothing else", async () => {
    const { id: hidden } = await channels.decide(ana, "C1");
    const { id } = await channels.decide(ana, "C1", { place: open });
    expect(shown(await typed(dora, "decisions", there))).toEqual([]);
    await link();
    expect(shown(await typed(dora, "decisions", there))).toEqual([id]);
    const looked = await channels.press(dora, "look", id, there);
    expect([looked.screen.title, actsOf(looked)]).toEqual(["Decision", ["why"]]);
    expect((await channels.press(dora, "why", id, there)).screen.id).toBe("why");
    for (const act of ["look", "why"] as const)
      expect((await channels.press(dora, act, hidden, there)).screen.id).toBe("no-decision");
    expect(wordsOf(await typed(dora, "decisions totals", there))).toContain("$20.00");
    expect(wordsOf(await typed(dora, "decisions export", there))).not.toContain(hidden);
  });

  it("let nobody change what was decided in the other one, even with the same id of a person", async () => {
    const { id } = await channels.decide(ana, "C1", { place: open });
    await link();
    for (const act of ["approve", "check", "undo", "rename", "revise"] as const)
      await channels.press(dora, act, id, there).catch(() => undefined);
    const decision = await channels.store.of(ana.tenant).decision(id);
    expect([decision?.verdict, decision?.supersededBy, decision?.summary?.name]).toEqual([null, null, "ChatGPT Plus"]);
    expect((await channels.press(dora, "undo", id, there)).screen.id).toBe("no-decision");
    expect(await channels.store.of(dora.tenant).posts(id)).toEqual([]);
    expect(channels.cards).toHaveLength(1);
  });

  it("are no longer linked after unlink on either side, nor after an uninstall", async () => {
    const { id } = await channels.decide(ana, "C1", { place: open });
    await link();
    expect((await typed(dora, "unlink", there)).screen.id).toBe("unlinked");
    expect(shown(await typed(dora, "decisions", there))).toEqual([]);
    expect((await channels.press(dora, "look", id, there)).screen.id).toBe("no-decision");
    expect((await typed(ana, "unlink")).screen.id).toBe("not-linked");
    await link();
    await channels.store.of(ana.tenant).forget();
    expect((await typed(dora, "unlink", there)).screen.id).toBe("not-linked");
  });

  it.each(["wrong", "own", "late", "used"])("are not made by a code that is %s", async (kind) => {
    const code = codeOf(await typed(ana, "link"));
    expect(code).not.toBe("");
    if (kind === "late") channels.clock += 15 * 60_000;
    if (kind === "used") {
      await typed(dora, `link ${code}`, there);
      await typed(dora, "unlink", there);
    }
    const reply =
      kind === "own"
        ? await typed(ana, `link ${code}`)
        : await typed(dora, `link ${kind === "wrong" ? "abcdefghjk" : code}`, there);
    expect(reply.screen.id).toBe("link-refused");
    expect(await channels.store.of(ana.tenant).link()).toBeNull();
  });

  it("are made and ended only by people who may change settings, and only where a team is", async () => {
    await changeTeam(ana.tenant, { approvers: ["<@UCLEO|Cleo>"], mayChange: "approvers" }, channels);
    expect((await typed(ana, "link")).screen.id).toBe("link-not-yours");
    expect((await typed(ana, "unlink")).screen.id).toBe("link-not-yours");
    expect((await channels.app.typed(dora, "link", { channel: null, nowhere: true })).screen.id).toBe("link-nowhere");
    expect(idOf(await typed(ana, "link"))).toBe("");
  });
});
