import { afterEach, beforeEach, expect, it } from "vitest";
import { exampleDay } from "../../advisor.ts";
import { advisors, withRow } from "../../ledger/aging/other-facts.ts";
import { DailyLook } from "../../ledger/aging/team.ts";
import { openTeam, type Team } from "../../wire/discord-team.ts";
import { postIt } from "./steps.ts";

const here = "300000000000000001";
let team: Team;
beforeEach(async () => {
  team = await openTeam();
});
afterEach(async () => {
  expect(team.discord.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

it("a price that changed is told in the thread of its card, with a button that checks the decision again", async () => {
  const { ana, ben, discord, store } = team;
  await postIt(ana);
  const dearer = withRow("openai-chatgpt-plus", (row) => {
    row.price.amount = "26";
  });
  await new DailyLook(store, () => 0).round(exampleDay, advisors(dearer), ["discord"]);
  const [card] = discord.standing(here);
  const thread = card?.id ?? "";
  await team.rounds(() => discord.standing(thread).length === 1);
  const [reply] = discord.standing(thread);
  if (reply === undefined) throw new Error("nothing was told");
  expect(JSON.stringify(reply.body)).toContain("$26");
  await ben.pressOn(reply, "Re-check");
  // This app has the facts of the decision's day.
  expect(ben.title).toBe("Nothing has changed");
});
