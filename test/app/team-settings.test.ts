import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyRetention, type Reply } from "#core";
import { changeTeam, teamOf } from "../../src/store/team.ts";
import { ana, ben, Channels, cleo, wordsOf } from "./channels.ts";

let channels: Channels;
beforeEach(async () => {
  channels = await Channels.open();
});
afterEach(() => channels.close());

const team = () => teamOf(ana.tenant, channels);
const open = (form: string, who = ana) => channels.press(who, "form", `${form}.`);
const send = (form: string, values: Record<string, string | null>, who = ana) =>
  channels.press(who, "next", `f1.${form}.`, undefined, values);

describe("the settings of a team", () => {
  it("suit a team that never looked", async () => {
    expect(await team()).toMatchObject({
      channel: null,
      approvers: [],
      twoApprovals: false,
      leadDays: [60, 30, 7],
      zone: "UTC",
      moneyShare: "0.1",
    });
  });

  it("keep the usual channel that was chosen before there were others", async () => {
    await channels.store.of(ana.tenant).set("usual channel", "C7");
    expect((await team()).channel).toBe("C7");
    await channels.press(ana, "no-channel");
    expect((await team()).channel).toBeNull();
  });

  it.each([
    ["approver", { person: "<@UBEN|Ben>" }, { approvers: ["<@UBEN|Ben>"] }],
    ["approvals", { count: "two", change: "approvers" }, { twoApprovals: true, mayChange: "approvers" }],
    [
      "reminders",
      { lead: "7, 90 30", zone: "Europe/Berlin", from: "8:30", to: "16.00", days: "all" },
      { leadDays: [90, 30, 7], zone: "Europe/Berlin", hours: { from: "08:30", to: "16:00", workingDays: false } },
    ],
    [
      "money",
      { code: "eur", rate: "0.92", share: "5 %", keep: "365", hint: "tell" },
      {
        currency: { code: "EUR", perDollar: "0.92", on: "2026-11-20" },
        moneyShare: "0.05",
        keepDays: 365,
        sameThingHint: true,
      },
    ],
  ] as const)("are changed by a form: %s", async (form, values, expected) => {
    expect((await open(form)).ticket).toBe(`f1.${form}.`);
    expect((await send(form, values)).screen.id).toBe("settings");
    const { currency, ...rest } = await team();
    expect({ ...rest, currency: currency && { ...currency, on: "2026-11-20" } }).toMatchObject(expected);
  });

  it.each([
    ["approver", { person: null }, ["person"]],
    ["approver", { person: "Ben" }, ["person"]],
    ["reminders", { lead: "", zone: "Berlin", from: "25:00", to: "9", days: "all" }, ["lead", "zone", "from", "to"]],
    ["reminders", { lead: "0", zone: "UTC", from: "10:00", to: "09:00", days: "all" }, ["lead", "to"]],
    ["money", { code: "Euro", rate: "", share: "150", keep: "3", hint: "not" }, ["code", "rate", "share", "keep"]],
    ["money", { code: "EUR", rate: "0", share: "10", keep: "", hint: "not" }, ["rate"]],
  ] as const)(
    "stay as they are where something is wrong, and the field says what: %s %j",
    async (form, values, wrong) => {
      const before = await team();
      const again = await send(form, values);
      expect(again.ticket).toBe(`f1.${form}.`);
      expect(again.screen.fields.filter(({ problem }) => problem !== null).map(({ id }) => id)).toEqual(wrong);
      expect(await team()).toEqual(before);
    },
  );

  it("are changed by approvers alone where the team wants that, also by who opened the form before", async () => {
    await send("approver", { person: "<@UBEN|Ben>" });
    await send("approvals", { count: "one", change: "approvers" });
    expect((await open("money", cleo)).screen.id).toBe("may-not");
    expect((await send("money", { code: "EUR", rate: "1", share: "10" }, cleo)).screen.id).toBe("may-not");
    await channels.press(cleo, "do", "remove-approver.UBEN");
    await channels.press(cleo, "use-channel", "C1");
    expect(await team()).toMatchObject({ approvers: ["<@UBEN|Ben>"], currency: null, channel: null });
    await channels.press(ben, "do", "remove-approver.UBEN");
    expect((await team()).approvers).toEqual([]);
    // Nobody is locked out by it.
    expect((await open("money", cleo)).ticket).toBe("f1.money.");
  });
});

describe("what a team settled counts", () => {
  const look = async (id: string, who = ana) => channels.app.ask(who, { ask: "decision", id }, { channel: "C1" });
  const factsOf = ({ screen }: Reply) =>
    screen.body.flatMap((block) => (block.block === "facts" ? block.facts.map(({ label }) => label) : []));

  it("in its own currency, beside dollars, at its own rate", async () => {
    const { id } = await channels.decide();
    expect(factsOf(await look(id))).not.toContain("In EUR");
    await changeTeam(ana.tenant, { currency: { code: "EUR", perDollar: "0.92", on: "2026-11-20" } }, channels);
    // ChatGPT Plus is $20 a month.
    expect(wordsOf(await look(id))).toContain("EUR 18.40 a month");
  });

  it("in a hint to who buys what a colleague buys already, in what they may see", async () => {
    await channels.decide();
    const { id } = await channels.decide(ben);
    const people = async () =>
      (await look(id, ben)).screen.body.flatMap((block) =>
        block.block === "people" && block.label.includes("same") ? block.people : [],
      );
    expect(await people()).toEqual([]);
    await changeTeam(ana.tenant, { sameThingHint: true }, channels);
    expect(await people()).toEqual(["UANA"]);
    // What is in a channel that they do not see stays there.
    const elsewhere = await channels.app.ask(ben, { ask: "decision", id }, { channel: null });
    expect(wordsOf(elsewhere)).not.toContain("UANA");
  });

  it("in how long ended decisions are kept", async () => {
    const { id } = await channels.decide();
    await channels.press(ben, "next", `f1.declining.${id}`, { channel: "C1" }, { reason: "We have seats." });
    await channels.rounds(5);
    const mine = channels.store.of(ana.tenant);
    const retained = async (days: number) => {
      await applyRetention(channels.store, channels.clock + days * 86_400_000);
      return (await mine.decision(id)) !== null;
    };
    expect(await retained(400)).toBe(true);
    await changeTeam(ana.tenant, { keepDays: 365 }, channels);
    expect([await retained(364), await retained(366)]).toEqual([true, false]);
  });
});
