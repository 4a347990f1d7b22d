import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { everyoneRole, guild, viewChannel } from "../../wire/discord.ts";
import { openTeam, type Team } from "../../wire/discord-team.ts";
import { openTeam as openSlack, type Team as SlackTeam } from "../../wire/slack-team.ts";
import { until } from "../../wire/team.ts";
import { complete, postIt } from "./steps.ts";

const here = "300000000000000001";
let team: Team;
let slack: SlackTeam;
beforeEach(async () => {
  team = await openTeam();
  const { store } = team;
  slack = await openSlack({ wrap: (own) => ({ ...store, close: () => own.close() }) });
  await server().offerLink("code", "1", Number.MAX_SAFE_INTEGER);
  await store.of({ platform: "slack", id: "T1" }).takeLink("code", "UANA", 0);
});
afterEach(async () => {
  expect([team.discord.complaints, team.faults, slack.faults]).toEqual([[], [], []]);
  await slack.close();
  await team.close();
});

const server = () => team.store.of({ platform: "discord", id: guild });
const openOnes = () => server().openChannels();
/** Discord says how a channel is now. */
const channelIs = (open: boolean, more: object = {}) => {
  if (open) team.discord.open.add(here);
  else team.discord.open.delete(here);
  team.discord.dispatch("CHANNEL_UPDATE", { ...team.discord.channelOf(here), ...more });
};
/** What the list says to somebody in Slack, and to somebody in a channel of Discord that is another one. */
const seen = async () => {
  const there = JSON.stringify((await slack.ben.command("decisions")).json);
  const { ben } = team;
  ben.channel = "300000000000000002";
  await ben.command({}, "aicost-decisions");
  return { slack: there.includes("ChatGPT Plus"), elsewhere: ben.text.includes("ChatGPT Plus") };
};
const [nowhere, everywhere] = [
  { slack: false, elsewhere: false },
  { slack: true, elsewhere: true },
];

describe("a decision posted in Discord", () => {
  it("is for everybody there and for the linked Slack where @everyone may view the channel", async () => {
    channelIs(true);
    await postIt(team.ana);
    expect(await seen()).toEqual(everywhere);
  });

  it("is for its channel alone where that is private, also once it is opened later", async () => {
    await postIt(team.ana);
    expect(await seen()).toEqual(nowhere);
    channelIs(true);
    await postIt(team.ana, { ...complete, vendor: ["Claude Pro"] });
    expect(await openOnes()).toEqual([here]);
    const there = JSON.stringify((await slack.ben.command("decisions")).json);
    expect([there.includes("Claude Pro"), there.includes("ChatGPT Plus")]).toEqual([true, false]);
  });

  it("is for its channel alone where a role is shut out", async () => {
    const shut = { id: "500000000000000001", type: 0, allow: "0", deny: viewChannel };
    channelIs(true, { permission_overwrites: [shut] });
    await postIt(team.ana);
    expect(await seen()).toEqual(nowhere);
  });

  it.each([
    ["the channel is closed", () => channelIs(false)],
    ["the channel is deleted", () => team.discord.dispatch("CHANNEL_DELETE", team.discord.channelOf(here))],
    [
      "@everyone may view nothing any more",
      () =>
        team.discord.dispatch("GUILD_ROLE_UPDATE", { guild_id: guild, role: { ...everyoneRole, permissions: "0" } }),
    ],
  ])("is for its channel alone once %s", async (_, close) => {
    channelIs(true);
    await postIt(team.ana);
    expect(await openOnes()).toEqual([here]);
    close();
    await until(async () => (await openOnes()).length === 0, "it is kept that the channel is closed");
    expect(await seen()).toEqual(nowhere);
    // What was told to few stays with them.
    channelIs(true);
    await team.discord.calm();
    expect(await openOnes()).toEqual([]);
  });

  it("is for its channel alone where that was closed while nobody listened", async () => {
    channelIs(true);
    await postIt(team.ana);
    team.discord.open.delete(here);
    await team.restart();
    await until(async () => (await openOnes()).length === 0, "it is kept that the channel is closed");
    expect(await seen()).toEqual(nowhere);
  });
});

describe("where Discord is heard over HTTP", () => {
  it("nobody tells which channels are open, and none is", async () => {
    const http = await openTeam({ http: true });
    http.discord.open.add(here);
    await postIt(http.ana);
    expect(await http.store.of({ platform: "discord", id: guild }).openChannels()).toEqual([]);
    await http.close();
  });
});
