import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { personas } from "../conversation/personas.ts";
import { openTeam as openDiscord } from "../wire/discord-team.ts";
import { openTeam as openSlack } from "../wire/slack-team.ts";
import { walkDiscord } from "./discord.ts";
import { walkSlack } from "./slack.ts";
import { type Figures, figuresOf, medianOf, transcriptOf, type Walk } from "./surface.ts";
import { walkTerminal } from "./terminal.ts";

const person = await vi.hoisted(async () => new (await import("../wire/terminal-person.ts")).Person());
vi.mock("@clack/prompts", async (original) => person.wrapped(await original<object>()));

const day = "2026-11-21";
const ends: Record<string, () => Promise<Map<string, Walk>>> = {
  async slack() {
    const team = await openSlack({ day: () => day });
    const walks = await walked((script) => walkSlack(team, script));
    expect([team.slack.complaints, team.faults]).toEqual([[], []]);
    await team.close();
    return walks;
  },
  async discord() {
    const team = await openDiscord({ day: () => day });
    const walks = await walked((script) => walkDiscord(team, script));
    expect([team.discord.complaints, team.faults]).toEqual([[], []]);
    await team.close();
    return walks;
  },
  terminal: () => walked((script) => walkTerminal(person, script, day)),
};

async function walked(walk: (script: (typeof personas)[string]) => Promise<Walk>): Promise<Map<string, Walk>> {
  const walks = new Map<string, Walk>();
  for (const [name, script] of Object.entries(personas)) walks.set(name, await walk(script));
  return walks;
}

it.each(Object.keys(ends))("figures %s", async (end) => {
  const walks = await ends[end]!();
  mkdirSync(`/tmp/w13/${end}`, { recursive: true });
  for (const [name, walk] of walks)
    writeFileSync(`/tmp/w13/${end}/${name.replaceAll(" ", "-")}.txt`, transcriptOf(walk));
  const figures = [...walks].map(([name, walk]) => ({ name, ...figuresOf(walk) }));
  console.table(figures);
  const keys = Object.keys(figures[0] ?? {}).filter((key) => key !== "name") as (keyof Figures)[];
  console.table(
    keys.map((key) => ({
      key,
      median: medianOf(figures.map((each) => each[key])),
      most: Math.max(...figures.map((each) => each[key])),
    })),
  );
});
