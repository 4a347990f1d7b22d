import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { start } from "../../wire/program.ts";

const file = new URL("../../usage/files/openai-usage.json", import.meta.url).pathname;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "aicost-usage-"));
  writeFileSync(join(folder, "large.json"), "[".padEnd(5_000_001));
  writeFileSync(join(folder, "note.txt"), "Dear all");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The exit code of the program, and all that it printed. */
async function run(...args: string[]) {
  const program = start(args, { AICOST_DB: ":memory:" }, folder);
  return { code: await program.ended, out: program.out() };
}

describe("usage, as a process", () => {
  it("prints what a file shows, in at most 80 columns", async () => {
    const { code, out } = await run("usage", file, "--as-of", "2026-11-20");
    expect(code).toBe(0);
    for (const words of ["3 days", "$5.33", "ChatGPT Plus", "850"]) expect(out).toContain(words);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("prints it as JSON", async () => {
    const { code, out } = await run("usage", file, "--as-of", "2026-11-20", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ shapes: ["OpenAI usage"], from: "2026-10-01", to: "2026-10-03" });
  });

  it.each([
    ["a file that is missing", ["usage", "nothing.json"], /no file nothing\.json/],
    ["a folder", ["usage", "."], /folder/],
    ["a file that is too large", ["usage", "large.json"], /5 MB/],
    ["a file that is no usage", ["usage", "note.txt"], /It looked for/],
    ["no file", ["usage"], /needs a file/],
    ["two files", ["usage", file, file], /takes no/],
    ["a file of an estimate that is missing", ["estimate", "--usage", "nothing.json"], /no file nothing\.json/],
    ["work in words beside the file", ["estimate", "text", "--usage", file], /alone/],
  ])("says in one sentence what to put right about %s, and exits 2", async (_title, args, says) => {
    const { code, out } = await run(...args);
    expect({ code, lines: out.trim().split("\n").length }).toEqual({ code: 2, lines: 1 });
    expect(out).toMatch(says);
  });
});

describe("estimate --usage, as a process", () => {
  it("prices a month like the one in the file", async () => {
    const { code, out } = await run("estimate", "--usage", file, "--as-of", "2026-11-20", "--json");
    expect(code).toBe(0);
    // Three days, ten times: $5.33, and for gpt-6-luna in batches half of 0.3M x $0.10 + 0.05M x $0.50.
    expect(JSON.parse(out).estimate).toMatchObject({ per: "month", total: { expected: "53.575" } });
  });
});
