import { afterEach, beforeEach, expect, it } from "vitest";
import { openTeam, type Team } from "../../wire/discord-team.ts";

let team: Team;
beforeEach(async () => {
  team = await openTeam();
});
afterEach(async () => {
  expect(team.discord.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

it("a button that opens a form says what it is for: to answer is only what a question asks", async () => {
  const { ana } = team;
  await ana.command();
  expect(() => ana.button("Answer")).not.toThrow();
  await ana.command({}, "aicost-settings");
  await ana.press("Reminders");
  expect(() => ana.button("Answer")).toThrow();
  await ana.press("Change");
  expect(ana.fields.map(({ custom_id }) => custom_id)).toContain("lead");
  await ana.submit();
  await ana.command({}, "aicost-balances");
  await ana.press("Add a balance");
  expect(() => ana.button("Answer")).toThrow();
  await ana.press("Fill in");
  expect(ana.fields.map(({ custom_id }) => custom_id)).toContain("product");
  await ana.command({ about: "usage" });
  await ana.press("Choose a file");
  expect(ana.fields.map(({ custom_id }) => custom_id)).toContain("file");
});
