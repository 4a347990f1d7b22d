import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shortcuts } from "../../../adapters/slack/manifest.ts";
import type { Json } from "../../wire/slack.ts";
import type { Person } from "../../wire/slack-person.ts";
import { openTeam, type Team } from "../../wire/slack-team.ts";
import { answerAll, complete } from "./steps.ts";

let team: Team;
beforeEach(async () => {
  team = await openTeam();
});
afterEach(async () => {
  expect(team.slack.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

/** Takes the shortcut on a message, answers everything, and posts. */
async function postFrom(who: Person, message: Json, channel = "CPUBLIC01"): Promise<void> {
  await who.shortcut("message_action", shortcuts.onMessage, message);
  await answerAll(who, { ...complete, owner: who.id });
  await who.post(channel);
}

describe("the shortcut on a message", () => {
  it("posts into the thread of that message, with a link there, and all that becomes of the card stays in it", async () => {
    const { ana, ben, slack } = team;
    const parent = slack.say("CPUBLIC01");
    await postFrom(ana, slack.say("CPUBLIC01", parent.ts));
    expect(ana.title).toBe("Posted");
    expect(ana.text).toContain(`?thread_ts=${parent.ts}&cid=CPUBLIC01`);
    const card = () => slack.standing("CPUBLIC01")[2];
    expect(card()).toMatchObject({ thread: parent.ts });
    await ben.pressOn({ channel: "CPUBLIC01", ...card()?.body }, "Approve");
    await team.rounds(() => slack.standing("CPUBLIC01").length === 4 && card()?.body.text.includes("Approved by"));
    expect(slack.standing("CPUBLIC01")[3]).toMatchObject({ thread: parent.ts });
    const stood = card();
    await ana.press("Undo");
    await team.rounds(() => slack.messages.some(({ ts, deleted }) => ts === stood?.ts && deleted));
    expect(slack.standing("CPUBLIC01").map(({ thread }) => thread)).toEqual([null, parent.ts, parent.ts]);
  });

  it("that stands at top level begins a thread of its own", async () => {
    const { ana, slack } = team;
    const message = slack.say("CPUBLIC01");
    await postFrom(ana, message);
    expect(slack.standing("CPUBLIC01")[1]).toMatchObject({ thread: message.ts });
  });

  it("says before where it will go, and another channel gets the card at its top level", async () => {
    const { ana, slack } = team;
    await postFrom(ana, slack.say("CPUBLIC01"), "CPUBLIC02");
    expect(slack.standing("CPUBLIC02")).toMatchObject([{ thread: null }]);
    await ana.shortcut("message_action", shortcuts.onMessage, slack.say("CPUBLIC01"));
    await answerAll(ana);
    const hint = "it goes into the thread";
    expect(ana.text).toContain(hint);
    await ana.command("resume");
    expect(ana.text).not.toContain(hint);
  });

  it("is remembered by the window through every page, back and forth, and by what takes a card's place", async () => {
    const { ana, slack } = team;
    const message = slack.say("CPUBLIC01");
    await ana.shortcut("message_action", shortcuts.onMessage, message);
    await answerAll(ana);
    await ana.press("Back");
    await answerAll(ana);
    await ana.choose("owner");
    await answerAll(ana);
    await ana.post("CPUBLIC01");
    await ana.press("Edit");
    await answerAll(ana);
    await ana.post("CPUBLIC01");
    await team.rounds(() => slack.standing("CPUBLIC01").length === 3);
    expect(slack.standing("CPUBLIC01").map(({ thread }) => thread)).toEqual([null, message.ts, message.ts]);
  });

  it("of a card in a thread is a button, too: one's own conversation from there goes there", async () => {
    const { ana, ben, slack } = team;
    const message = slack.say("CPUBLIC01");
    await postFrom(ana, message);
    const card = slack.standing("CPUBLIC01")[1];
    await ben.pressOn({ channel: "CPUBLIC01", thread_ts: card?.thread, ...card?.body }, "Use as template");
    await answerAll(ben, { ...complete, owner: "Ben" });
    await ben.post("CPUBLIC01");
    await team.rounds(() => slack.standing("CPUBLIC01").length === 3);
    expect(slack.standing("CPUBLIC01")[2]).toMatchObject({ thread: message.ts });
  });

  it("whose message is gone meanwhile says so, with a way on", async () => {
    const { ana, slack } = team;
    const message = slack.say("CPUBLIC01");
    await ana.shortcut("message_action", shortcuts.onMessage, message);
    await answerAll(ana);
    for (const each of slack.messages) each.deleted = true;
    await ana.post("CPUBLIC01");
    expect(ana.title).toBe("Kept, not posted");
    expect(ana.text).toMatch(/thread is not there any more.*Edit/);
  });
});
