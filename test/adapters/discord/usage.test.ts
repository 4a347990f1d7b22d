import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { heldReader } from "../../at-once.ts";
import { type UsageEnd, usageSuite } from "../../suites/usage.ts";
import { bytesOf } from "../../usage/ask.ts";
import { guild, type Json } from "../../wire/discord.ts";
import type { Person } from "../../wire/discord-person.ts";
import { openTeam, type Team } from "../../wire/discord-team.ts";
import { until } from "../../wire/team.ts";
import { script } from "./steps.ts";

const program = {
  ...script,
  job: "code",
  audience: "customers",
  stage: "production",
  owner_kind: "company",
};

const byCommand = (ana: Person, file: Json) => ana.commandWith(file, "aicost-usage");

/** Asks for the form, and chooses a file in it. */
async function inForm(ana: Person, file: Json): Promise<void> {
  await ana.command({ about: "usage" });
  await ana.press("Choose a file");
  ana.choosesFile("file", file);
  await ana.submit();
}

async function openEnd(http: boolean, handOver: (ana: Person, file: Json) => Promise<unknown>) {
  const team = await openTeam({ http });
  const { ana, discord, store } = team;
  const end: UsageEnd = {
    who: { tenant: { platform: "discord", id: guild }, person: ana.id },
    store,
    handOver: (content, name) => handOver(ana, discord.upload(content, name)),
    title: () => ana.title,
    text: () => ana.text,
    labels: () => ana.components.filter(({ type }) => type === 2).map(({ label }) => label),
    press: (label) => ana.press(label),
    begin: async () => {
      await ana.command();
      await ana.answer({ job: "person" });
    },
    async goOn() {
      for (let at = 0; !ana.title.startsWith("Recommendation"); at++) {
        if (at > 20) throw new Error(`stuck on ${ana.title}`);
        await ana.answer(program);
      }
    },
    seenByOthers: () => [
      ...discord.messages,
      ...[...discord.interactions.values()].filter(({ answers: [first] }) =>
        first?.type === 4 || first?.type === 5 ? (first.data.flags & 64) === 0 : false,
      ),
    ],
    logged: () => team.warnings,
    async close() {
      expect([discord.complaints, team.faults]).toEqual([[], []]);
      await team.close();
    },
  };
  return end;
}

usageSuite("with a command of Discord", () => openEnd(false, byCommand));
usageSuite("with a command of Discord over HTTP", () => openEnd(true, byCommand));
usageSuite("on a message in Discord", () =>
  openEnd(false, (ana, file) => ana.commandOn(ana.discord.snowflake(), undefined, [file])),
);
usageSuite("in a form of Discord", () => openEnd(false, inForm));

describe("a usage export that takes its time in Discord", () => {
  it("is promised to this person alone, and then shown", async () => {
    const { usage, release } = heldReader();
    const team = await openTeam({ usage });
    const { ana, discord } = team;
    const given = byCommand(ana, discord.upload(bytesOf("openai-usage.json"), "usage.json"));
    const first = () => [...discord.interactions.values()].at(-1)?.answers[0];
    await until(() => first() !== undefined, "an answer is promised");
    expect(first()).toMatchObject({ type: 5, data: { flags: 64 } });
    release();
    await given;
    expect(ana.title).toBe("Your usage");
    expect([discord.complaints, team.faults]).toEqual([[], []]);
    await team.close();
  });
});

describe("a usage export in Discord", () => {
  let team: Team;
  beforeEach(async () => {
    team = await openTeam();
  });
  afterEach(async () => {
    expect(team.discord.complaints).toEqual([]);
    expect(team.faults).toEqual([]);
    await team.close();
  });

  it.each([
    ["https://evil.example/attachments/1/2/usage.json"],
    ["https://cdn.discordapp.com.evil.example/attachments/1/2/usage.json"],
    ["http://cdn.discordapp.com/attachments/1/2/usage.json"],
    ["https://cdn.discordapp.com:8443/attachments/1/2/usage.json"],
    ["https://discord.com/api/users/@me"],
    ["file:///etc/passwd"],
    [undefined],
  ])("at %s is not asked for", async (url) => {
    const { ana } = team;
    await byCommand(ana, { id: "5", filename: "usage.json", url });
    expect(ana.title).toBe("The file was not read");
    expect(team.warnings.join()).toContain('"not":"foreign"');
  });

  it("is found beside other files, and a message with others alone is what the questions are about", async () => {
    const { ana, discord } = team;
    const picture = discord.upload(bytesOf("openai-usage.json"), "chart.png");
    await ana.commandOn(discord.snowflake(), undefined, [picture, discord.upload(bytesOf("ccusage.json"), "a.json")]);
    expect(ana.title).toBe("Your usage");
    await ana.commandOn(discord.snowflake(), undefined, [picture]);
    expect(ana.title).toBe("What you need");
  });

  it("that Discord has no more is to be attached again", async () => {
    const { ana, discord } = team;
    const file = discord.upload(bytesOf("openai-usage.json"), "usage.json");
    discord.uploads.clear();
    await byCommand(ana, file);
    expect(ana.title).toBe("The file was not read");
    expect(team.warnings.join()).toContain('"not":"gone"');
  });

  it("is asked for again where none was chosen", async () => {
    const { ana } = team;
    await ana.command({ about: "usage" });
    await ana.press("Choose a file");
    await ana.submit();
    expect(ana.title).toBe("Your usage");
    expect(ana.text).toContain("Choose a file first");
  });
});
