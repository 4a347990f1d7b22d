import { afterEach, beforeEach, expect, it } from "vitest";
import { exampleDay } from "../../advisor.ts";
import { advisors, withRow } from "../../ledger/aging/other-facts.ts";
import { DailyLook } from "../../ledger/aging/team.ts";
import { openTeam, type Team } from "../../wire/slack-team.ts";
import { postIt } from "./steps.ts";

let team: Team;
beforeEach(async () => {
  team = await openTeam();
});
afterEach(async () => {
  expect(team.slack.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

it("a price that changed is told in the thread of its card, with a button that checks the decision again", async () => {
  const { ana, ben, slack, store } = team;
  await postIt(ana);
  const dearer = withRow("openai-chatgpt-plus", (row) => {
    row.price.amount = "26";
  });
  await new DailyLook(store, () => 0).round(exampleDay, advisors(dearer));
  await team.rounds(() => slack.standing("CPUBLIC01").length === 2);
  const [card, reply] = slack.standing("CPUBLIC01");
  expect(reply).toMatchObject({ thread: card?.ts });
  expect(reply?.body.text).toContain("$26");
  await ben.pressOn({ channel: reply?.channel, ts: reply?.ts, ...reply?.body }, "Re-check");
  // This app has the facts of the decision's day.
  expect(ben.title).toBe("Nothing has changed");
});
