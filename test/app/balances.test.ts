import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createReminding, type Reply } from "#core";
import { changeTeam } from "../../src/store/team.ts";
import { keptLog } from "../wire/team.ts";
import { actsOf, ana, ben, Channels, cleo, wordsOf } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
  // 21 November 2026, a Saturday, at noon.
  channels.clock = Date.parse("2026-11-21T12:00:00Z");
});
afterEach(() => channels.close());

const here = { channel: "C1" };
const balance = {
  product: "OpenAI API",
  amount: "$1,000",
  bought: "2026-10-10",
  expires: "2027-10-10",
  use: "$800 on 1 Nov, $620 on 15 Nov",
};
const fill = (form: string, values: Record<string, string | null>, who = ana) =>
  channels.press(who, "next", `f1.${form}`, here, values);
const record = (values: Record<string, string | null> = balance, who = ana) => fill("prepaid.", values, who);
const holdings = () => channels.store.of(ana.tenant).holdings();
const facts = ({ screen }: Reply) =>
  Object.fromEntries(
    screen.body.flatMap((block) =>
      block.block === "facts" ? block.facts.map(({ label, value }) => [label, value]) : [],
    ),
  );
const problems = ({ screen }: Reply) => screen.fields.flatMap(({ id, problem }) => (problem === null ? [] : [id]));
const abouts = ({ screen }: Reply) => screen.actions.map(({ about }) => about ?? "");
const table = ({ screen }: Reply) => screen.body.flatMap((block) => (block.block === "table" ? block.rows : []));

describe("what a team holds", () => {
  it("is recorded in one form, and shown with the day it runs out and the largest top-up", async () => {
    const empty = await channels.app.typed(ana, "balances", here);
    expect([empty.screen.id, abouts(empty)]).toEqual(["balances", ["prepaid.", "credit.", "seats."]]);
    const form = await channels.press(ana, "form", "prepaid.", here);
    expect([form.ticket, form.screen.fields.map(({ id }) => id)]).toEqual([
      "f1.prepaid.",
      ["product", "amount", "bought", "expires", "use"],
    ]);
    const shown = await record();
    expect(shown.screen.id).toBe("balance");
    // As worked out by hand in test/team/holdings.json.
    expect(wordsOf(shown)).toContain("runs out on 2 Jan 2027");
    expect(facts(shown)).toMatchObject({ Left: "$540", "Largest top-up": expect.stringContaining("$4,150") });
    expect(await holdings()).toMatchObject([
      { by: "UANA", revision: 1, holding: { vendor: "OpenAI", unit: "USD", owner: "<@UANA>", use: { by: "levels" } } },
    ]);
    expect(table(await channels.app.typed(ben, "balances", here))).toEqual([
      ["OpenAI API", "$540", expect.stringContaining("2 Jan 2027"), expect.any(String)],
    ]);
  });

  it.each([
    ["prepaid.", { ...balance, product: "" }, ["product"]],
    ["prepaid.", { ...balance, amount: "a lot", bought: "soon" }, ["amount", "bought"]],
    ["prepaid.", { ...balance, expires: "2026-10-10" }, ["expires"]],
    ["prepaid.", { ...balance, use: "quickly" }, ["use"]],
    ["prepaid.", { ...balance, use: "$620 on 1 Nov, $800 on 15 Nov" }, ["use"]],
    ["prepaid.", { ...balance, use: "$1,800 on 1 Nov, $1,620 on 15 Nov" }, ["use"]],
    ["prepaid.", { ...balance, use: "$800 on 1 Dec 2026, $620 on 15 Dec 2026" }, ["use"]],
    ["credit.", { product: "Kling", lots: "300 credits" }, ["lots"]],
    ["credit.", { product: "Kling", lots: "300 credits bought 2026-01-15, expires 2025-01-15" }, ["lots"]],
    ["seats.", { product: "Claude Team", count: "0", price: "dear", renews: "" }, ["count", "price", "renews"]],
    [
      "seats.",
      { product: "Claude Team", count: "5", price: "$30", renews: "2027-01-15", notice: "2027-02-01" },
      ["notice"],
    ],
  ])("is not recorded where something is wrong: %s %j", async (form, values, wrong) => {
    const again = await fill(form, values);
    expect([problems(again), again.ticket]).toEqual([wrong, `f1.${form}`]);
    expect(again.screen.fields.map(({ value }) => value)).toEqual(
      expect.arrayContaining(Object.values(values).filter((value) => value !== "")),
    );
    expect(await holdings()).toEqual([]);
  });

  it("is changed as it was recorded, and who was slower is told", async () => {
    await record();
    const [row] = await holdings();
    const form = await channels.press(ana, "form", `prepaid.${row?.id}`, here);
    const values = Object.fromEntries(form.screen.fields.map(({ id, value }) => [id, value as string]));
    expect(values).toMatchObject({ amount: "USD 1000", use: "800 on 2026-11-01, 620 on 2026-11-15" });
    await fill(`prepaid.${row?.id}`, { ...values, use: "$800 on 1 Nov, $450 on 20 Nov" }, ben);
    expect(await holdings()).toMatchObject([
      { by: "UANA", revision: 2, holding: { use: { second: { amount: "450" } } } },
    ]);
    await fill(`holder.${row?.id}`, { person: "<@UBEN|Ben>" });
    await fill(`paying.${row?.id}`, { vendor: "OpenAI", funding: "auto_capped", cap: "$500", channel: "C2" });
    expect((await holdings())[0]?.holding).toMatchObject({
      owner: "<@UBEN|Ben>",
      funding: "auto_capped",
      cap: "500",
      channel: "C2",
    });
    const shown = await channels.press(ana, "do", `balance.${row?.id}`, here);
    // It fills itself: it does not run out.
    expect(wordsOf(shown)).not.toContain("runs out");
  });

  it("is deleted after a question, with its reminders", async () => {
    await record();
    const [row] = await holdings();
    const shown = await channels.press(ana, "do", `balance.${row?.id}`, here);
    const drop = shown.screen.actions.find(({ about }) => about === `drop-balance.${row?.id}`);
    expect([drop?.weight, typeof drop?.ask]).toEqual(["danger", "string"]);
    expect((await channels.press(ben, "do", `drop-balance.${row?.id}`, here)).screen.id).toBe("balances");
    expect(await holdings()).toEqual([]);
    for (const about of [`drop-balance.${row?.id}`, `balance.${row?.id}`])
      expect((await channels.press(ana, "do", about, here)).screen.id).toBe("balance-gone");
    expect((await fill(`prepaid.${row?.id}`, balance)).screen.id).toBe("balance-gone");
  });

  it("says so where two people have the same thing, only if the team wants to know", async () => {
    await record();
    await record({ ...balance, use: null }, ben);
    const same = async () => wordsOf(await channels.app.typed(cleo, "balances", here)).includes("each have");
    expect(await same()).toBe(false);
    await changeTeam(ana.tenant, { sameThingHint: true }, { store: channels.store });
    expect(await same()).toBe(true);
  });

  it("begins with what a decision recommended, in one press", async () => {
    const { id } = await channels.decide(ana, "C1");
    const looked = await channels.press(ana, "look", id, here);
    expect(abouts(looked)).toContain(`bought.${id}`);
    const form = await channels.press(ana, "form", `bought.${id}`, here);
    expect(Object.fromEntries(form.screen.fields.map(({ id: field, value }) => [field, value]))).toMatchObject({
      product: "ChatGPT Plus",
      count: "1",
      price: "USD 20 a month",
    });
    await fill(`bought.${id}`, { product: "ChatGPT Plus", count: "1", price: "USD 20 a month", renews: "2026-12-15" });
    expect(await holdings()).toMatchObject([
      { holding: { decision: id, row: "openai-chatgpt-plus", vendor: "OpenAI" } },
    ]);
    expect((await channels.press(ana, "form", "bought.none", here)).screen.id).not.toBe("seats");
  });
});

describe("a reminder of it", () => {
  const remind = async () => {
    const { log } = keptLog();
    await createReminding({ store: channels.store, platforms: ["slack"], now: () => channels.clock, log }).round();
    await channels.rounds(3);
  };

  it("goes to the owner and into the channel; Snooze brings it back in a week, and Done ends it", async () => {
    await record();
    const [row] = await holdings();
    await fill(`holder.${row?.id}`, { person: "<@UBEN|Ben>" });
    await fill(`paying.${row?.id}`, { vendor: "", funding: "", cap: "", channel: "C2" });
    await remind();
    // It is Saturday.
    expect(channels.standing).toEqual([]);
    channels.clock = Date.parse("2026-11-23T09:00:00Z");
    await remind();
    await remind();
    expect(channels.standing.map(({ channel }) => channel).sort()).toEqual(["C2", "person:UBEN"]);
    const message = JSON.parse(channels.standing[0]?.text ?? "{}");
    expect(message.title).toContain("2 Jan 2027");
    const [show, snooze, done] = message.actions.map(({ about }: { about: string }) => about);
    expect((await channels.press(ben, "direct", show, here)).screen.id).toBe("balance");
    await channels.press(ben, "direct", snooze, here);
    // In the channel it is pressed too: the first press counts.
    channels.clock += 3_600_000;
    await channels.press(cleo, "direct", snooze, here);
    channels.clock = Date.parse("2026-11-27T10:00:00Z");
    await remind();
    expect(channels.standing).toHaveLength(2);
    channels.clock = Date.parse("2026-11-30T09:00:00Z");
    await remind();
    expect(channels.standing).toHaveLength(4);
    await channels.press(ben, "direct", done, here);
    channels.clock = Date.parse("2026-12-28T10:00:00Z");
    await remind();
    expect(channels.standing).toHaveLength(4);
    expect(await channels.press(ben, "direct", snooze.replace("zero", "other"), here)).toMatchObject({
      screen: { id: "reminder-over" },
    });
  });

  it("follows the team's settings as soon as they change", async () => {
    await record({ ...balance, use: null });
    channels.clock = Date.parse("2026-11-23T09:00:00Z");
    await remind();
    expect(channels.standing).toEqual([]);
    await changeTeam(ana.tenant, { leadDays: [330] }, { store: channels.store });
    await remind();
    expect(channels.standing.map(({ channel }) => channel)).toEqual(["person:UANA"]);
  });

  it("is pressed for one's own team only", async () => {
    await record();
    channels.clock = Date.parse("2026-11-23T09:00:00Z");
    await remind();
    const { actions } = JSON.parse(channels.standing[0]?.text ?? "{}");
    const stranger = { tenant: { platform: "slack", id: "T9" }, person: "UBEN" };
    const [, , done] = actions.map(({ about }: { about: string }) => about);
    expect(actsOf(await channels.press(stranger, "direct", done, here))).not.toContain("do");
    const [row] = await holdings();
    expect((await channels.store.of(ana.tenant).reminders(row?.id ?? "")).map(({ state }) => state)).not.toContain(
      "done",
    );
  });
});
