import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changeTeam } from "../../../src/store/team.ts";
import type { Json } from "../../wire/slack.ts";
import { openTeam, type Team } from "../../wire/slack-team.ts";
import { answerAll, complete, postIt, toReview } from "./steps.ts";

let team: Team;
beforeEach(async () => {
  team = await openTeam({ env: { SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "secret" } });
  for (const id of ["T1", "E1"])
    await team.store.of({ platform: "slack", id }).install({ token: "xoxb-test", details: {}, updatedAt: Date.now() });
});
afterEach(async () => {
  expect(team.slack.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

const card = (): Json => ({ channel: "CPUBLIC01", ...team.slack.standing("CPUBLIC01")[0]?.body });
const looked = () =>
  team.slack.calls.filter(({ method, body }) => method === "users.info" && body.user !== "UANA").length;
const approvals = async (tenant = "T1") => {
  const store = team.store.of({ platform: "slack", id: tenant });
  const { items } = await store.decisions({ person: "UANA", channels: ["CPUBLIC01"] }, 1);
  return (await store.posts(items[0]?.id ?? "")).filter(({ key }) => key.includes(":approve:")).length;
};

describe("in a channel that is shared with another company", () => {
  it("people from there can press nothing, and are told why in a sentence", async () => {
    const { ana, ben, slack } = team;
    await postIt(ana);
    ben.home = "T2";
    for (const label of ["Approve", "Decline", "Details", "Re-check", "Use as template"]) {
      await ben.pressOn(card(), label);
      expect(ben.answers.at(-1)?.text).toMatch(/only people of the workspace/i);
      expect(ben.view).toBeNull();
    }
    expect(await approvals()).toBe(0);
    // Of an app that is in no organisation, nobody has to be asked.
    expect(looked()).toBe(0);
    ben.home = null;
    await ben.pressOn(card(), "Approve");
    expect(await approvals()).toBeGreaterThan(0);
    expect(slack.views.size).toBeGreaterThan(0);
  });

  it("a form of theirs is not taken, whichever workspace the payload names", async () => {
    const { ana, ben, slack } = team;
    await toReview(ana);
    // As Slack sends a window that was opened from such a channel: only the view knows whose app it is.
    const payload = {
      type: "view_submission",
      team: { id: "T2" },
      user: { id: "UBEN", team_id: "T2" },
      view: { ...ana.view?.view, id: ana.view?.id, app_installed_team_id: "T1", state: { values: {} } },
      trigger_id: slack.newTrigger(),
    };
    const { json } = await slack.sendPayload(payload);
    expect(json?.response_action).toBe("update");
    expect(JSON.stringify(json)).toMatch(/only people of the workspace/i);
    ben.home = "T2";
    const search = {
      type: "block_suggestion",
      user: { id: "UBEN", team_id: "T2" },
      team: { id: "T1" },
      action_id: "value",
    };
    const found = await slack.sendPayload({ ...search, block_id: "f:vendor:work.0", value: "kling" });
    expect(found.json).toEqual({ options: [] });
    await ben.shortcut("message_action", "aicost_start_here", slack.say("CPUBLIC01"));
    expect(ben.view).toBeNull();
    expect(slack.ephemeral.at(-1)?.body.text).toMatch(/only people of the workspace/i);
  });
});

describe("in an organisation of several workspaces", () => {
  const organisation = { enterprise: { id: "E1", name: "Org" } };

  it("that has it for all of them, people of any may act", async () => {
    const { ana, ben, slack, store } = team;
    await changeTeam({ platform: "slack", id: "E1" }, { approvers: ["<@UBEN|Ben>"] }, { store });
    const all = { ...organisation, is_enterprise_install: true };
    ana.envelope = { ...all, is_enterprise_install: "true", enterprise_id: "E1" };
    await ana.command("");
    ana.envelope = all;
    await answerAll(ana, complete);
    await ana.post("CPUBLIC01");
    ben.envelope = all;
    ben.home = "T3";
    slack.people.set("UBEN", { enterprise_id: "E1", teams: ["T3"] });
    await ben.pressOn(card(), "Approve");
    expect(await approvals("E1")).toBeGreaterThan(0);
    // Its id for a person may be that of the organisation, or there may be no workspace at all.
    for (const more of [
      { team: { id: "T1" }, user: { id: "UEVA", team_id: "E1" } },
      { team: null, user: { id: "UEVA", team_id: "T4" } },
    ]) {
      const before = slack.views.size;
      const [button] = [ben.button("Details", card().blocks)];
      const action = { type: "button", action_id: button.action_id, value: button.value };
      await ben.act([action], { channel: { id: "CPUBLIC01" }, ...all, ...more });
      await slack.calm();
      expect(slack.views.size).toBe(before + 1);
    }
    ben.home = "T9";
    ben.view = null;
    slack.people.set("UEVE", { enterprise_id: "E9", teams: ["T9"] });
    Object.assign(ben, { id: "UEVE" });
    await ben.pressOn(card(), "Details");
    expect(ben.view).toBeNull();
    expect(ben.answers.at(-1)?.text).toMatch(/only people of the workspace/i);
  });

  it("that has it in one, people of that one may act, wherever they are at home; Slack is asked once", async () => {
    const { ana, ben, slack } = team;
    await postIt(ana);
    ben.envelope = { ...organisation, is_enterprise_install: false };
    ben.home = "T3";
    slack.people.set("UBEN", { enterprise_id: "E1", teams: ["T3", "T1"] });
    await ben.pressOn(card(), "Details");
    await ben.pressOn(card(), "Approve");
    expect(await approvals()).toBeGreaterThan(0);
    expect(looked()).toBe(1);
    slack.people.set("UEVA", { enterprise_id: "E1", teams: ["T3"] });
    Object.assign(ben, { id: "UEVA", view: null });
    await ben.pressOn(card(), "Details");
    expect(ben.view).toBeNull();
  });

  it("where Slack does not say who somebody is, the way out is named, and nothing is remembered", async () => {
    const { ana, ben, slack } = team;
    await postIt(ana);
    ben.envelope = { ...organisation, is_enterprise_install: false };
    ben.home = "T3";
    slack.people.set("UBEN", { enterprise_id: "E1", teams: ["T3", "T1"] });
    slack.scopes = "commands,chat:write";
    await ben.pressOn(card(), "Details");
    expect(ben.answers.at(-1)?.text).toMatch(/users:read/);
    slack.scopes = "commands,chat:write,users:read";
    await ben.pressOn(card(), "Details");
    expect(ben.title).toMatch(/^Details/);
  });
});
