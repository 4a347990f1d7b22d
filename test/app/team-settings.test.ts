import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { teamOf } from "../../src/store/team.ts";
import { ana, ben, Channels, cleo } from "./channels.ts";

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
