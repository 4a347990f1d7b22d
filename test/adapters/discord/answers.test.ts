import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTeam, type Team } from "../../wire/discord-team.ts";
import { complete } from "./steps.ts";

const here = "300000000000000001";
const other = "300000000000000009";
const message = "888888888888888888";
let team: Team;
beforeEach(async () => {
  team = await openTeam();
  team.discord.channels.set(other, "write");
});
afterEach(async () => {
  expect(team.discord.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

const card = (channel = here) => team.discord.standing(channel)[0];

/** Takes the command on the message, and answers until the recommendation is there. */
async function fromMessage(): Promise<void> {
  const { ana } = team;
  await ana.commandOn(message);
  for (let at = 0; !ana.title.startsWith("Recommendation"); at++) {
    if (at > 20) throw new Error(`stuck on ${ana.title}`);
    await ana.answer(complete);
  }
}

describe("the command on a message", () => {
  it("posts as an answer to that message, and all that becomes of the card stays with it until it is taken back", async () => {
    const { ana, ben, discord } = team;
    await fromMessage();
    expect(ana.button(/^Post/).label).toContain("reply");
    await ana.press(/^Post/);
    expect(ana.title).toBe("Posted");
    expect(card()).toMatchObject({ reference: message });
    await ben.pressOn(card() ?? { id: "", body: {} }, "Approve");
    await team.rounds(() => discord.standing(message).length === 1);
    await ana.press("Undo");
    await ana.press("Yes");
    await team.rounds(() => discord.standing(here).length === 0 && discord.standing(message).length === 0);
  });

  it("is remembered through Details and the way back, and after a restart", async () => {
    const { ana } = team;
    await fromMessage();
    await ana.press("Details");
    await ana.press(/^Sources/);
    await ana.press("Back to Details");
    await team.restart();
    await ana.press("Back to the result");
    await ana.press(/^Post/);
    expect(card()).toMatchObject({ reference: message });
  });

  it("answers nothing in a channel that was picked instead", async () => {
    const { ana } = team;
    await fromMessage();
    await ana.pick(other);
    expect(ana.button(/^Post/).label).toBe("Post to #finance-ai");
    await ana.press(/^Post/);
    expect(card(other)).toMatchObject({ reference: null });
    expect(card()).toBeUndefined();
  });

  it("leads to the message by its address where nothing that was written may be answered", async () => {
    const { ana, discord } = team;
    discord.history = false;
    await fromMessage();
    await ana.press(/^Post/);
    expect(ana.title).toBe("Posted");
    expect(card()).toMatchObject({ reference: null });
    expect(JSON.stringify(card()?.body)).toContain(`/${here}/${message}`);
  });
});
