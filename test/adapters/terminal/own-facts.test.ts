import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { blocksOf } from "../../papers/papers.ts";
import { readText } from "../../source.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "facts-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

type Run = { code: number | null; out: string; err: string };

function run(args: readonly string[], facts: string, input = ""): Promise<Run> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, AICOST_DB: ":memory:", DATABASE_URL: "", AICOST_FACTS: facts };
    const child = spawn(process.execPath, ["main.ts", ...args], { cwd: root, env });
    const told = { out: "", err: "" };
    child.stdout.on("data", (chunk) => (told.out += chunk));
    child.stderr.on("data", (chunk) => (told.err += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...told }));
    child.stdin.end(input);
  });
}

const blocks = blocksOf("docs/own-figures.md");
const fileOf = (name: string) => blocks.find(({ file }) => file === name)?.text;
const quote = fileOf("facts/vendors/openai.json");
const answers = fileOf("enterprise.json") ?? "";
const facts = folderWith({ "vendors/openai.json": quote ?? "" });
const advise = (folder: string, ...more: string[]) =>
  run(["advise", "--answers", "-", "--as-of", "2026-12-01", ...more], folder, answers);

describe("the quote that the paper shows", () => {
  it("is marked in JSON wherever it is told: in the purchase, the balance and its source, and in plans", async () => {
    const [advice, plans] = await Promise.all([
      advise(facts, "--json"),
      run(["plans", "openai", "--json", "--as-of", "2026-12-01"], facts),
    ]);
    const { purchases, wallets } = JSON.parse(advice.out);
    // 45 a seat and month, 200 people: 9,000 a month and 108,000 a year.
    expect(purchases[0].picks[0]).toMatchObject({
      row: "openai-enterprise",
      own: true,
      monthly: { expected: "9000.00" },
      annual: { amount: "108000.00" },
    });
    const marked = (each: { source: { own?: boolean } }) => each.source.own === true;
    expect(wallets.filter(marked).map(({ id }: { id: string }) => id)).toEqual(["openai-enterprise"]);
    const rows = JSON.parse(plans.out) as { id: string; own?: boolean }[];
    expect(rows.filter(({ own }) => own).map(({ id }) => id)).toEqual(["openai-enterprise"]);
  });
});

describe("a setting that names wrong facts", () => {
  it.each([
    [
      "an amount that is a number",
      { "vendors/openai.json": (quote ?? "").replace('"45"', "45") },
      "vendors/openai.json: row openai-enterprise: price.amount: ",
    ],
    [
      "prices of an unknown vendor",
      { "rates/a.json": '{ "vendor": "opnai", "models": [] }' },
      "rates/a.json: vendor: ",
    ],
    ["a file in no place", { "openai.json": "{}" }, "openai.json: "],
  ])("stops the start with one line for %s and exits 2", async (_, files, where) => {
    const folder = folderWith(files);
    for (const args of [["plans", "openai"], ["serve"]]) {
      const { code, out, err } = await run(args, folder);
      expect([code, out]).toEqual([2, ""]);
      expect(err.startsWith(`AICOST_FACTS is ${folder}: ${where}`)).toBe(true);
      expect(err.trimEnd().split("\n")).toHaveLength(1);
    }
  });

  it("stops the start where the folder is not there", async () => {
    const { code, err } = await run(["plans", "openai"], "/no/such/folder");
    expect([code, err.startsWith("AICOST_FACTS is /no/such/folder: ")]).toEqual([2, true]);
  });
});

describe("the file of settings to copy", () => {
  it("names every setting of the papers", () => {
    const told = ["docs/operation.md", "docs/slack.md", "docs/discord.md"].map(readText).join("\n");
    const named = [...told.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = ""]) =>
      [...cell.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name),
    );
    expect(named).toContain("AICOST_FACTS");
    const example = readText(".env.example");
    expect(named.filter((name) => !example.includes(`\n${name}=\n`))).toEqual([]);
  });
});
