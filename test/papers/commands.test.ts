import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdingSchema } from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { type Command, commandsOf, done, missing } from "./commands.ts";
import { blocksOf, papers, recipes, writeFiles } from "./papers.ts";

/** What is not run here, as the papers write it, and why. */
const notRun: Readonly<Record<string, string>> = {
  "npm ci": "installs what this test already uses",
  "npm ci && npm start": "needs a person at a terminal; test/adapters/terminal/pty.test.ts has one",
  "npm start": "the same",
  "npm start -- LINE": "the same",
  'npm start -- "20k support chats a month with gpt-6-sol for our customers"': "the same",
  "npm ci && npm test": "runs this test",
  "export SLACK_APP_TOKEN=xapp-... SLACK_BOT_TOKEN=xoxb-...": "needs a workspace",
  "export DISCORD_TOKEN=...": "needs a server",
  "npm start -s -- serve": "needs a chat; test/adapters/slack/program.test.ts has one",
  "npm start -s -- doctor": "needs a chat",
  "npm start -s -- discord-commands": "needs a chat; test/adapters/discord/program.test.ts has one",
  "npm start -s -- rotate-key": "needs workspaces with tokens; test/adapters/sql/rotate.test.ts has some",
  "npm start -s -- update-prices": "asks another machine; test/adapters/prices/update.test.ts has one",
  "npm start -s -- facts check": "reads the vendors' pages; test/adapters/terminal/facts.test.ts has some",
  "npm run check": "is run beside the tests",
  "npm run bench": "takes minutes",
  "node --env-file=.env --import ./node-version.mjs main.ts serve": "needs a chat",
};
/** How lines begin that call other programs, and why they are not run here. */
const others: Readonly<Record<string, string>> = {
  "docker compose ": "needs an engine; test/container.test.ts reads the files",
  "node -e ": "test/adapters/sql/backup.test.ts does it while the store is written to",
};
const ofOthers = (line: string) => Object.keys(others).some((begins) => line.startsWith(begins));

const told = papers.filter((paper) => !recipes.some((recipe) => recipe === paper));
const all = told.flatMap(commandsOf);
/** A command that several papers tell is run once, where it shows what it prints. */
const once = [...Map.groupBy(all, ({ line }) => line).values()].map(
  (same) => same.find(({ shows }) => shows !== "") ?? (same[0] as Command),
);
const run = once.filter(({ line }) => !Object.hasOwn(notRun, line) && !ofOthers(line));

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "papers-"));
  for (const paper of told) writeFiles(blocksOf(paper), folder);
  // What somebody decided here before: the papers look for it by its name.
  const store = await openStore({ file: join(folder, "aicost.db"), now: Date.now });
  const here = store.of({ platform: "terminal", id: "local" });
  // Enough of them for a second page.
  for (const name of ["Support chats", ...Array.from({ length: 60 }, (_, place) => `Work ${place}`)])
    await here.decide(
      {
        ...{ id: name, draft: name, revision: 1, route: null, complete: false, answers: {}, result: {} as never },
        summary: { name, money: "$5 a month", owner: "Ben", vendor: "OpenAI" },
        ...{ catalogue: "c", rows: [], connections: [], by: "me", at: Date.parse("2026-11-01"), audience: [] },
      },
      [],
    );
  // The papers add another one, beside whatever looks at it.
  const lots = [{ amount: "500", bought: "2026-11-01", expires: "2027-11-01" }];
  const use = { by: "month", low: "40", expected: "40", high: "40" };
  const holding = holdingSchema.parse({ product: "OpenAI API", held: { kind: "lots", lots, order: "expiry" }, use });
  await here.saveHolding({ id: "credit", holding, by: "me", revision: 1, updatedAt: Date.parse("2026-11-01") }, 0);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a command that the README or a paper tells", { concurrent: true }, () => {
  it.each(run)("is done as it is written, and prints what is shown: $line ($paper)", async ({ line, shows }) => {
    const { code, out } = await done(line, folder);
    expect({ code, missing: missing(shows, out), out }).toEqual({ code: 0, missing: null, out });
  });
});

it("each command that is not run here stands in a paper, so that the list holds no other", () => {
  const lines = new Set(all.map(({ line }) => line));
  expect(Object.keys(notRun).filter((line) => !lines.has(line))).toEqual([]);
  const begun = (begins: string) => all.some(({ line }) => line.startsWith(begins));
  expect(Object.keys(others).filter((begins) => !begun(begins))).toEqual([]);
  expect(run.length).toBeGreaterThan(20);
});
