import { afterEach, describe, expect, it } from "vitest";
import { galleriesOf, type Json } from "../../wire/discord.ts";
import { openTeam, type Team, type TeamOptions } from "../../wire/discord-team.ts";
import { postIt } from "./steps.ts";

const draw = async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const here = "300000000000000001";
let team: Team;

async function opened(options: TeamOptions): Promise<Team> {
  team = await openTeam(options);
  return team;
}

afterEach(async () => {
  expect(team.discord.complaints).toEqual([]);
  await team.close();
});

const card = () => team.discord.standing(here)[0];
const shown = () => galleriesOf(card()?.body.components ?? []);
const patches = () =>
  team.discord.calls.filter(({ method, path }) => method === "patch" && path.includes("/messages/"));

async function quiet(): Promise<void> {
  let rounds = 0;
  await team.rounds(() => ++rounds > 80);
}

describe("the picture of a card in Discord", () => {
  it("is attached to the card and shown in it, after it was posted, with words for those who cannot see it", async () => {
    const { ana, discord } = await opened({ draw });
    await postIt(ana);
    expect(shown()).toEqual([]);
    await team.rounds(() => shown().length === 1);
    expect(discord.standing(here)).toHaveLength(1);
    const gallery = card()?.body.components[0].components.find(({ type }: Json) => type === 12);
    expect(gallery.items[0].description).toContain("ChatGPT Plus (recommended): $20");
    expect(card()?.body.attachments).toMatchObject([{ filename: shown()[0]?.replace("attachment://", "") }]);
  });

  it("stays there when somebody approves", async () => {
    const { ana, ben } = await opened({ draw });
    await postIt(ana);
    await team.rounds(() => shown().length === 1);
    const message = card();
    if (message === undefined) throw new Error("nothing was posted");
    await ben.pressOn(message, "Approve");
    await team.rounds(() => JSON.stringify(card()?.body).includes("Approved by"));
    expect(shown()).toHaveLength(1);
    expect(card()?.body.attachments).toHaveLength(1);
  });

  it("is there once where Discord's answer was lost", async () => {
    const { ana, discord } = await opened({ draw });
    discord.trouble(/^patch \/channels\//, "die after doing it");
    await postIt(ana);
    await team.rounds(() => patches().length === 2);
    await quiet();
    expect(shown()).toHaveLength(1);
    expect(card()?.body.attachments).toHaveLength(1);
    expect(discord.standing(here)).toHaveLength(1);
  });

  it("that is refused leaves the card as it is, and nobody is told", async () => {
    const { ana, discord, store } = await opened({ draw });
    discord.trouble(/^patch \/channels\//, { status: 403, code: 50013 });
    await postIt(ana);
    await quiet();
    expect(shown()).toEqual([]);
    const { id } = discord.messages[0] ?? {};
    expect(id).toBeDefined();
    for (const guild of ["200000000000000001"])
      expect(await store.of({ platform: "discord", id: guild }).troubled()).toEqual([]);
  });
});
