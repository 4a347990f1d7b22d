import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../adapters/sql/index.ts";
import { start } from "../wire/program.ts";
import { blocksOf, papers, proseOf, recipes, writeFiles } from "./papers.ts";

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
/** Programs that are not ours, and not here. */
const others = /^(docker|openssl|npx vitest|APPROVE=1 npx vitest|node -e) /;

type Command = { paper: string; line: string; shows: string };

/** Every command line of a paper: in its blocks of `sh`, with what it is shown to print, and `npm start ...` in its sentences. */
function commandsOf(paper: string): Command[] {
  const blocks = blocksOf(paper);
  const fenced = blocks.flatMap(({ kind, text }, place) => {
    if (kind !== "sh") return [];
    const next = blocks[place + 1];
    const shows = next?.kind === "text" && next.file === null && next.after.trim() === "" ? next.text : "";
    const lines = text.trimEnd().split("\n");
    return lines.map((line, at) => ({ paper, line, shows: at === lines.length - 1 ? shows : "" }));
  });
  const inline = [...proseOf(paper).matchAll(/`((?:[A-Z_]+=\S+ )*npm start[^`]*|npm (?:ci|test|run)[^`]*)`/g)];
  return [...fenced, ...inline.map(([, line = ""]) => ({ paper, line: line.replaceAll(/\s+/g, " "), shows: "" }))];
}

const told = papers.filter((paper) => !recipes.includes(paper));
const all = told.flatMap(commandsOf).filter(({ line }) => !others.test(line));
/** A command that several papers tell is run once, where it shows what it prints. */
const once = [...Map.groupBy(all, ({ line }) => line).values()].map(
  (same) => same.find(({ shows }) => shows !== "") ?? (same[0] as Command),
);
const run = once.filter(({ line }) => !Object.hasOwn(notRun, line));

/** The words of a line as a shell would hand them on. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

// What papers show was printed on this day.
const dated = new Set(["advise", "estimate", "usage", "compare"]);
function argumentsOf(line: string): { args: string[]; env: Record<string, string> } {
  const [set = "", rest] = line.split("npm start -s -- ");
  if (rest === undefined) throw new Error(`Neither run nor in the list of what is not run: ${line}`);
  const args = wordsOf(rest);
  const asOf = dated.has(args[0] ?? "") && !args.includes("--as-of") ? ["--as-of", "2026-11-21"] : [];
  return { args: [...args, ...asOf], env: Object.fromEntries(wordsOf(set).map((pair) => pair.split("=", 2))) };
}

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "papers-"));
  for (const paper of told) writeFiles(blocksOf(paper), folder);
  // What somebody decided here before: the papers look for it by its name.
  const store = await openStore({ file: join(folder, "aicost.db"), now: Date.now });
  const here = store.of({ platform: "terminal", id: "local" });
  // Enough of them for a second page.
  for (const name of ["Support chats", ...Array.from({ length: 30 }, (_, place) => `Work ${place}`)])
    await here.decide(
      {
        ...{ id: name, draft: name, revision: 1, route: null, complete: false, answers: {}, result: {} as never },
        summary: { name, money: "$5 a month", owner: "Ben", vendor: "OpenAI" },
        ...{ catalogue: "c", rows: [], connections: [], by: "me", at: Date.parse("2026-11-01"), audience: [] },
      },
      [],
    );
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a command that the README or a paper tells", { concurrent: true }, () => {
  it.each(run)("is done as it is written, and prints what is shown: $line ($paper)", async ({ line, shows }) => {
    const { args, env } = argumentsOf(line);
    const program = start(args, { AICOST_DB: join(folder, "aicost.db"), ...env }, folder);
    program.child.stdin?.end();
    const code = await program.ended;
    const out = program.out();
    expect({ code, out }).toEqual({ code: 0, out });
    let rest = out;
    for (const part of shows === "" ? [] : shows.trimEnd().split("\n...\n")) {
      expect(rest).toContain(part);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
  });
});

it("each command that is not run here stands in a paper, so that the list holds no other", () => {
  const lines = new Set(all.map(({ line }) => line));
  expect(Object.keys(notRun).filter((line) => !lines.has(line))).toEqual([]);
  expect(run.length).toBeGreaterThan(20);
});
