import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { meant } from "#core";
import type { Script } from "../conversation/play.ts";
import { journeys } from "../conversation/scripts.ts";
import { said } from "../said.ts";
import { actsOf, ana, ben, Channels, wordsOf } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

const here = { channel: "C1" };
const pipeline = { script: journeys["support-pipeline"] as Script };
const rename = (id: string, name: string, who = ana) => channels.press(who, "next", `d1.${id}`, here, { name });

describe("the name of a decision", () => {
  it("stands in the list with money, owner, state and vendor, and each row opens", async () => {
    const { id } = await channels.decide(ana, "C1");
    const { screen } = await channels.app.typed(ana, "decisions", here);
    expect(screen.body[0]).toEqual({
      block: "table",
      columns: ["Decision", "Cost", "Owner", "State", "Vendor"],
      rows: [["ChatGPT Plus", "$20 a month", "Ana", "Waiting for approval", "OpenAI"]],
    });
    expect(screen.actions[0]).toEqual({ action: "look", label: "Show ChatGPT Plus", about: id });
  });

  it("has its day, or a number, behind it where two read alike", async () => {
    for (const days of [0, 0, 1]) {
      channels.clock += days * 86_400_000;
      await channels.decide(ana, "C1");
    }
    const { screen } = await channels.app.typed(ana, "decisions", here);
    expect(screen.actions.filter(({ action }) => action === "look").map(({ label }) => label)).toEqual([
      "Show ChatGPT Plus, 19 Nov 2026",
      "Show ChatGPT Plus, 18 Nov 2026",
      "Show ChatGPT Plus, 18 Nov 2026 (2)",
    ]);
  });

  it("finds it, by any words of it, in any case; its id does so too", async () => {
    const { id } = await channels.decide(ana, "C1");
    const { id: other } = await channels.decide(ana, "C1", pipeline);
    const found = async (words: string) => {
      const reply = await channels.app.typed(ana, `decisions ${words}`, here);
      return reply.screen.id === "decision" ? reply.screen.actions.at(-1)?.about : reply.screen.id;
    };
    expect(await found("chatgpt plus")).toBe(id);
    expect(await found("ANA $20")).toBe(id);
    expect(await found(id)).toBe(id);
    expect(await found("conversations")).toBe(other);
    expect(await found("openai")).toBe("decisions");
    expect(await found("nothing of the kind")).toBe("no-decision");
    expect((await channels.app.typed(ben, "decisions chatgpt", { channel: "C2" })).screen.id).toBe("no-decision");
  });

  it("can be changed by its author, and is then the same everywhere", async () => {
    const { id } = await channels.decide(ana, "C1");
    const looked = await channels.press(ana, "look", id, here);
    expect(actsOf(looked)).toContain("rename");
    const form = await channels.press(ana, "rename", id, here);
    expect([form.ticket, form.screen.fields[0]?.value]).toEqual([`d1.${id}`, "ChatGPT Plus"]);
    const after = await rename(id, "  Ana's\n writing ");
    expect([after.screen.title, wordsOf(after)]).toEqual(["Posted", expect.stringContaining("Ana's writing")]);
    expect(wordsOf(await channels.app.typed(ana, "decisions", here))).toContain("Ana's writing");
    expect(wordsOf(await channels.app.home(ana))).toContain("Ana's writing");
    const from = await channels.press(ana, "revise", id, here);
    const { id: other } = await channels.decide(ana, "C1", { from });
    await channels.rounds(5);
    await rename(other, "Its successor");
    await channels.rounds(5);
    expect(channels.cards[0]?.text).toContain("Superseded by Its successor, $20 a month, Ana, 18 Nov 2026");
    const audit = await channels.store.of(ana.tenant).audit(9);
    expect(audit.filter(({ action }) => action === "renamed")).toHaveLength(2);
  });

  it.each([
    ["", /Enter a name/],
    ["\u0000 \u202e", /Enter a name/],
    ["x".repeat(81), /81 characters.*80/],
  ])("is not %j", async (name, problem) => {
    const { id } = await channels.decide(ana, "C1");
    const reply = await rename(id, name);
    expect([reply.screen.id, reply.ticket]).toEqual(["naming", `d1.${id}`]);
    expect(reply.screen.fields[0]?.problem).toMatch(problem);
  });

  it("is changed by nobody else", async () => {
    const { id } = await channels.decide(ana, "C1");
    expect(actsOf(await channels.press(ben, "look", id, here))).not.toContain("rename");
    expect((await channels.press(ben, "rename", id, here)).screen.id).toBe("not-yours");
    expect((await rename(id, "Mine", ben)).screen.id).toBe("not-yours");
    expect((await channels.store.of(ana.tenant).decision(id))?.summary?.name).toBe("ChatGPT Plus");
  });
});

describe("words that were typed for a decision", () => {
  it.each([
    ["abcd1234", ["abcd1234"]],
    ["abcd", ["abcd9999", "abcd1234"]],
    ["abc", ["abcd9999"]],
    ["more, ABCD", ["abcd9999"]],
    [" , ", []],
  ])("%j mean an id, else the beginning of one, else a name", async (words, ids) => {
    const { id } = await channels.decide(ana, "C1");
    const tenant = channels.store.of(ana.tenant);
    const kept = await tenant.decision(id);
    if (kept === null) throw new Error("it is kept");
    const named = { abcd1234: "One", abcd9999: "abcd1234 and more", x: "Two" };
    for (const [other, name] of Object.entries(named))
      await tenant.decide(
        { ...kept, id: other, draft: other, summary: { name, money: "", owner: "", vendor: "" } },
        [],
      );
    const sides = [{ tenant: ana.tenant, viewer: { person: ana.person, channels: [] } }];
    expect((await meant(sides, channels.store, words, 9)).map((line) => line.id)).toEqual(ids);
  });
});

describe("what was kept before decisions had names", () => {
  it("has the name of its route", async () => {
    const { id } = await channels.decide(ana, "C1");
    const tenant = channels.store.of(ana.tenant);
    const kept = await tenant.decision(id);
    if (kept === null) throw new Error("it is kept");
    await tenant.decide({ ...kept, id: "old", draft: "old", summary: null }, []);
    const { screen } = await channels.press(ana, "look", "old", here);
    expect(JSON.stringify(screen.body)).toContain('"value":"App subscription"');
    await rename("old", "Before");
    expect((await tenant.decision("old"))?.summary).toEqual({ name: "Before", money: "", owner: "", vendor: "" });
  });
});

describe("home", () => {
  it("has the conversation first, then what needs somebody, then the list, of which each row opens", async () => {
    const { id: open } = await channels.decide(ana, null, { script: { job: "code" } });
    channels.troubles.push({ kind: "card", ends: { refused: said("Not in that channel."), final: true } });
    const { id } = await channels.decide(ana, "C1");
    await channels.app.ask(ana, { ask: "answer", ...(await begun()), values: { job: "code" } }, here);
    const { screen } = await channels.app.home(ana);
    const order = [
      "You stopped at Route",
      "Needs you",
      "Not posted: ChatGPT Plus",
      "Settle the open points",
      "Decisions",
    ];
    const places = order.map((words) => JSON.stringify(screen.body).indexOf(words));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
    expect(screen.actions.map(({ action }) => action).slice(0, 5)).toEqual([
      "resume",
      "restart",
      "retry",
      "look",
      "look",
    ]);
    expect(screen.actions.filter(({ action }) => action === "look").map(({ about }) => about)).toEqual([id, open]);
    expect(wordsOf(await channels.app.home(ben))).not.toContain("Needs you");
  });

  async function begun(): Promise<{ ticket: string }> {
    return { ticket: (await channels.app.ask(ana, { ask: "restart" }, here)).ticket ?? "" };
  }
});
