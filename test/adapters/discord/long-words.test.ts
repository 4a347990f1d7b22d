import { afterEach, beforeEach, expect, it } from "vitest";
import { openTeam, type Team } from "../../wire/discord-team.ts";
import { complete, toReview } from "./steps.ts";

let team: Team;
beforeEach(async () => {
  team = await openTeam();
});
afterEach(async () => {
  expect(team.discord.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

const names = ["aicost", "aicost-plans", "aicost-estimate", "aicost-compare", "aicost-explain", "aicost-decisions"];
const options = ["about", "of", "work", "work", "topic", "id"];
const words = {
  signs: "*_~`|<>[]()#@ ".repeat(270),
  "one word": "z".repeat(3_900),
  "a question": `how many Kling credits is ${"$20 of OpenAI, and of Claude, ".repeat(120)}?`,
  work: `text model=openai:gpt-4o turns=6 ${"conversations=100 ".repeat(200)}`,
  "seats and letters": `chatgpt for 60 people, ${"\u{1F469}\u200d\u{1F680} ".repeat(500)}`,
};

/** A text that was cut as a last resort ends with a line of its own that says so. */
const isCut = (text: string) => /\n\u2026$/.test(text);

it.each(
  names.flatMap((name, at) =>
    Object.entries(words).map(([kind, said]) => [name, options[at] ?? "", kind, said] as const),
  ),
)("/%s %s:%s is answered without a cut, or with a button to the rest", async (name, option, _, said) => {
  const { ana } = team;
  await ana.command({ [option]: said }, name);
  for (let at = 0; at < 60; at++) {
    expect(isCut(ana.text)).toBe(false);
    const more = ana.components.find(({ label = "" }) => label.startsWith("More "));
    if (more === undefined) break;
    await ana.press(more.label);
  }
});

it("Details are read to the end of each page, however narrow a message is", async () => {
  const { ana } = team;
  await toReview(ana, complete);
  await ana.press("Details");
  const pages = ana.components.flatMap(({ label = "" }) => (/\(\d+\)$/.test(label) ? [label] : []));
  expect(pages.length).toBeGreaterThan(4);
  for (const page of pages) {
    await ana.press(page);
    for (let at = 0; ; at++) {
      expect(isCut(ana.text)).toBe(false);
      expect(ana.title).toBe(page.replace(/[()]/g, "\\$&"));
      const more = ana.components.find(({ label = "" }) => label.startsWith("More "));
      if (more === undefined || at > 20) break;
      await ana.press(more.label);
    }
    await ana.press("Back to Details");
  }
});
