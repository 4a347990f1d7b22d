import { afterEach, beforeEach, expect, it } from "vitest";
import type { Person } from "../../wire/discord-person.ts";
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

/** Reads on to the last page; every one of them says something, and none is cut. `each`: what else holds of every page. */
async function readToEnd(ana: Person, each: () => void = () => {}): Promise<void> {
  for (let page = 1; page <= 60; page++) {
    expect(ana.text.trim()).not.toBe("");
    expect(isCut(ana.text)).toBe(false);
    each();
    const more = ana.components.find(({ label = "" }) => label.startsWith("More "));
    if (more === undefined) return;
    await ana.press(more.label);
  }
  expect.fail("60 pages, and there is still more");
}

it.each(
  names.flatMap((name, at) =>
    Object.entries(words).map(([kind, said]) => [name, options[at] ?? "", kind, said] as const),
  ),
)("/%s %s:%s is answered without a cut, or with a button to the rest", async (name, option, _, said) => {
  const { ana } = team;
  await ana.command({ [option]: said }, name);
  await readToEnd(ana);
});

it("Details are read to the end of each page, however narrow a message is", async () => {
  const { ana } = team;
  await toReview(ana, complete);
  await ana.press("Details");
  const pages = ana.components.flatMap(({ label = "" }) => (/\(\d+\)$/.test(label) ? [label] : []));
  expect(pages.length).toBeGreaterThan(4);
  for (const page of pages) {
    await ana.press(page);
    await readToEnd(ana, () => expect(ana.title).toBe(page.replace(/[()]/g, "\\$&")));
    await ana.press("Back to Details");
  }
});
