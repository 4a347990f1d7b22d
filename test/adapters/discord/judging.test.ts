import { afterEach, describe, expect, it } from "vitest";
import { guild, isDirect, type Json, type Posted } from "../../wire/discord.ts";
import { flat } from "../../wire/discord-person.ts";
import { openTeam, type Team } from "../../wire/discord-team.ts";
import { complete, postIt, toReview } from "./steps.ts";

const here = "300000000000000001";
/** Leaves something open. */
const open = { job: "code", audience: "customers", output: ["text"], stage: "production" };
let team: Team;
afterEach(async () => {
  expect(team.discord.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});
const opened = async (http: boolean) => {
  team = await openTeam({ http });
  return team;
};

const card = (): Posted => {
  const [found] = team.discord.standing(here);
  if (found === undefined) throw new Error("no card stands there");
  return found;
};
const textOf = ({ body }: Posted) =>
  flat(body.components)
    .flatMap((each) => each.content ?? [])
    .join("\n");
const labels = ({ body }: Posted) =>
  flat(body.components).flatMap((each: Json) => (each.type === 2 && each.label !== undefined ? [each.label] : []));
/** Messages to one person, who presses there where no server is. */
const direct = () => team.discord.messages.filter((each) => isDirect(each) && !each.deleted);
const alone = (who: Team["ben"]) => {
  who.guild = null;
  return who;
};

describe.each([
  ["by the gateway", false],
  ["over HTTP", true],
] as const)("a decision in Discord, %s", (_, http) => {
  it("is told to who owns its budget, who declines it there with a reason that the card shows", async () => {
    const { ana, ben } = await opened(http);
    await postIt(ana, { ...complete, owner: "Ben" });
    await team.rounds(() => direct().length === 1);
    await alone(ben).pressOn(direct()[0] as Posted, "Decline");
    await ben.press("Decline");
    ben.fill("reason", "We have seats.");
    await ben.submit();
    await team.rounds(() => textOf(card()).includes("We have seats."));
    await team.rounds(() => labels(direct()[0] as Posted).length === 0);
    expect(labels(card())).toEqual(["Edit", "Details", "Use as template"]);
  });

  it("with something open is approved from a message only by who was shown what is open", async () => {
    const { ana, ben } = await opened(http);
    await toReview(ana, { ...open, owner: "Ben" });
    await ana.press(/^Post( to |$)/);
    await team.rounds(() => direct().length === 1);
    await alone(ben).pressOn(direct()[0] as Posted, "Approve");
    await team.rounds(() => true);
    expect(textOf(card())).not.toContain("Approved by");
    await ben.press("Approve anyway");
    await team.rounds(() => textOf(card()).includes("Approved by"));
  });

  it("is approved from a message to one person, and has ticks in its Details", async () => {
    const { ana, ben } = await opened(http);
    await postIt(ana, { ...complete, owner: "Ben" });
    await team.rounds(() => direct().length === 1);
    await ben.pressOn(card(), "Details");
    await ben.press(/^Verify before you pay/);
    await ben.press(/^Tick: Does unused credit expire/);
    expect(() => ben.button(/^Remove tick: Does unused credit expire/)).not.toThrow();
    await alone(ben).pressOn(direct()[0] as Posted, "Approve");
    await team.rounds(() => labels(card()).includes("We bought it"));
    expect(textOf(card())).toContain("6 of 7 checks before paying were not ticked");
  });
});

describe("a question to somebody in Discord", () => {
  it("goes to who was picked, and their answer comes back", async () => {
    const { ana, ben } = await opened(false);
    await toReview(ana, open);
    await ana.press("Ask someone");
    await ana.press(/owns the budget/);
    await ana.pickPerson("person", "Ben");
    await team.rounds(() => direct().length === 1);
    await alone(ben).pressOn(direct()[0] as Posted, "Answer");
    await ben.pickPerson("owner", "Cleo");
    await team.rounds(() => direct().length === 2);
    const draft = await team.store.of({ platform: "discord", id: guild }).draftOf(ana.id);
    expect(draft?.draft.answers.owner).toMatch(/^<@400000000000000003/);
  });
});
