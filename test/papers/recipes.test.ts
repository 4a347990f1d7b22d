import { execFile } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { freePort, start } from "../wire/program.ts";
import { commandsOf, done, missing } from "./commands.ts";
import { copySource, follow } from "./copy.ts";
import { blocksOf, recipes } from "./papers.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the source in which this was done. */
function copyWith(...papers: readonly string[]): string {
  const folder = copySource();
  folders.push(folder);
  for (const paper of papers) follow(blocksOf(paper), folder);
  return folder;
}

/** The fields of each page that somebody passes who writes software and leaves everything else empty. */
const walk = `
  import { converse, openAdvisor } from "#core";
  import { nothingGiven, openGiven } from "./knowledge.ts";
  const { catalogue, rates } = openGiven(nothingGiven);
  const advisor = openAdvisor(catalogue, rates, "2026-11-21");
  let turn = converse(advisor, { answers: { job: "code" }, asking: [] }, { event: "start" });
  while (turn.screen.id !== "review") {
    const { id, fields } = turn.screen;
    console.log(id + ": " + fields.map((field) => field.id).join(" "));
    const values = Object.fromEntries(fields.map((field) => [field.id, field.value]));
    turn = converse(advisor, turn.draft, { event: "submit", page: id, values });
  }`;

/** Runs Node with these words, and gives how it ended and all that it printed. */
function run(words: readonly string[]): Promise<{ code: unknown; out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, words, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, out: stdout + stderr }),
    );
  });
}

const [question, rule, vendor, end] = recipes;

describe("a recipe", { concurrent: true }, () => {
  it.each([
    [question, 1],
    [rule, 2],
    [vendor, 2],
  ])("gives what it shows once its blocks are in the source: %s", async (paper, least) => {
    const folder = copyWith(paper);
    const commands = commandsOf(paper).filter(({ fenced }) => fenced);
    expect(commands.length).toBeGreaterThanOrEqual(least);
    for (const { line, shows } of commands) {
      const { code, out } = await done(line, folder, join(folder, "main.ts"));
      expect({ code, missing: missing(shows, out), out }).toEqual({ code: 0, missing: null, out });
    }
  });

  it("tells nothing that is there without it", async () => {
    const folder = copySource();
    folders.push(folder);
    follow(
      [...blocksOf(vendor), ...blocksOf(rule)].filter(({ file }) => file === "writer.json" || file === "peak.json"),
      folder,
    );
    const main = join(folder, "main.ts");
    const [topic, found, warned, named] = await Promise.all(
      [
        "explain data_region",
        "plans --vendor acme",
        "advise --answers peak.json --details",
        "advise --answers writer.json",
      ].map((args) => done(`npm start -s -- ${args}`, folder, main)),
    );
    expect([topic?.code, found?.code, warned?.code, named?.code]).toEqual([2, 2, 0, 2]);
    expect(warned?.out).not.toContain("Test your busiest hour");
  });

  it("for a question makes the conversation ask it, on the page that it says", async () => {
    const folder = copyWith(question);
    writeFileSync(join(folder, "ask.ts"), walk);
    const { code, out } = await run([join(folder, "ask.ts")]);
    expect({ code, pages: out }).toEqual({ code: 0, pages: expect.stringMatching(/^program: .*\bdata_region\b/m) });
  });

  it("for an end makes one that holds the whole conversation that it shows", async () => {
    const folder = copyWith(end);
    const port = await freePort();
    const env = { PLAIN_PORT: String(port), AICOST_DB: join(folder, "aicost.db") };
    const program = start(["serve"], env, folder, join(folder, "main.ts"));
    try {
      await program.printed("listening");
      const steps = (blocksOf(end).find(({ kind }) => kind === "talk")?.text ?? "").matchAll(
        /((?:^>.*\n)+)((?:^(?!>).*\n)+)/gm,
      );
      let number = 0;
      for (const [, sent = "", shows = ""] of steps) {
        const body = sent.replaceAll(/^> ?/gm, "").trimEnd();
        const answered = await fetch(`http://127.0.0.1:${port}`, { method: "POST", body, headers: { person: "ana" } });
        const said = await answered.text();
        expect({ missing: missing(shows, said), said }).toEqual({ missing: null, said });
        number++;
      }
      expect(number).toBeGreaterThan(5);
    } finally {
      program.child.kill();
    }
    expect(await program.ended).toBe(0);
  });
});

it("all four recipes together compile", async () => {
  const folder = copyWith(...recipes);
  const compiler = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  const config = JSON.parse(readFileSync(join(folder, "tsconfig.json"), "utf8"));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ ...config, include: ["*.ts", "src", "adapters", "pricing"] }),
  );
  expect(await run([compiler, "-p", folder])).toEqual({ code: 0, out: "" });
});
