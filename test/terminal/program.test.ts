import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

type Run = { code: number | null; out: string; err: string };

/** The whole program as a process of its own, as a script would start it. */
function run(args: readonly string[], input = "", env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["main.ts", ...args], { cwd: root, env: { ...process.env, ...env } });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (err += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

const advise = async (answers: unknown, ...more: string[]) => {
  const done = await run(
    ["advise", "--answers", "-", "--json", "--as-of", "2026-11-20", ...more],
    JSON.stringify(answers),
  );
  return { ...done, result: JSON.parse(done.out) };
};

describe("advise, as a process", () => {
  it("says what is missing and exits 0 when the answers are incomplete", async () => {
    const { code, result } = await advise({ job: "person", audience: "customers" });
    expect(code).toBe(0);
    expect(result.complete).toBe(false);
    expect(result.missing).toContain("stage");
    expect(result.routes[0]).toMatchObject({ route: "api_meter", primary: true, rules: ["RT-03"] });
    expect(result.routes[0].why.length).toBeGreaterThan(0);
    expect(result.findings.find((each: { rule: string }) => each.rule === "RT-17").severity).toBe("block");
  });

  it("gives no figure for a contract without a quote", async () => {
    const { out } = await advise({ job: "person", audience: "team", enterprise_needs: ["sso"], quote: "none" });
    expect(out).toContain('"RT-09"');
    expect(out).not.toContain("$");
  });

  it("knows the catalogue of another day", async () => {
    const answers = JSON.stringify({ job: "code", audience: "me", vendor: ["anthropic-claude-max-5x"] });
    const [before, after] = await Promise.all(
      ["2026-11-30", "2026-12-01"].map((day) => run(["advise", "--answers", "-", "--json", `--as-of=${day}`], answers)),
    );
    expect(before?.out).toContain('"RT-20"');
    expect(after?.out).not.toContain('"RT-20"');
  });

  it("prints no colour into a pipe", async () => {
    const { out } = await run(["advise", "--answers", "-"], '{ "job": "code" }');
    expect(out).not.toContain("\u001b");
    for (const line of out.split("\n")) expect(line.length <= 80 || line.includes("https://")).toBe(true);
  });
});

describe("a mistake on the command line", () => {
  const mistakes: [string, string[], string, RegExp][] = [
    ["an unknown verb", ["advice"], "", /advice.*advise/],
    ["an unknown flag", ["advise", "--answer", "-"], "", /--answer.*--answers/],
    ["an unknown question", ["advise", "--answers", "-"], '{ "jobb": "code" }', /jobb.*job/],
    ["an unknown option", ["advise", "--answers", "-"], '{ "job": "coder" }', /job.*coder.*code/],
    ["an unknown vendor", ["plans", "--vendor", "antropic"], "", /antropic.*anthropic/],
    ["a day that does not exist", ["plans", "--as-of", "2026-02-30"], "", /2026-02-30/],
    ["a file that is not there", ["advise", "--answers", "no-such-file.json"], "", /no-such-file\.json/],
    ["an input that is no JSON", ["advise", "--answers", "-"], "{", /JSON/],
    ["a conversation without a terminal", [], "", /terminal.*advise/],
    ["an unknown topic", ["explain", "RT-99"], "", /RT-99.*RT-/],
  ];
  it.each(mistakes)("is named in one line, with exit code 2: %s", async (_, args, input, sentence) => {
    const { code, out, err } = await run(args, input);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toMatch(sentence);
  });
});

describe("explain and catalogue, as processes", () => {
  it("refuses an exchange rate and prints no figure for it", async () => {
    const { code, out } = await run(["explain", "how many Kling credits is $20 of OpenAI?"]);
    expect(code).toBe(0);
    expect(out).toContain("BD-13");
    expect(out).toContain("UN-03");
    expect(out.replace(/[A-Z]{2}-\d\d/g, "")).not.toMatch(/\d/);
  });

  it("counts the walked paths and finds nothing that cannot be reached", async () => {
    const { code, out } = await run(["catalogue", "--json", "--as-of", "2026-11-20"]);
    const summary = JSON.parse(out);
    expect(code).toBe(0);
    expect(summary.paths).toBeGreaterThan(1_000_000);
    expect(summary).toMatchObject({ vendors: 26, routesNotReached: [], optionsNotReached: [], rulesNotReached: [] });
    expect(summary.staleRows).toContain("openai-api-prepaid");
  });

  it("does not fall over when the reader has seen enough", async () => {
    const child = spawn(process.execPath, ["main.ts", "explain", "units"], { cwd: root });
    child.stdout.once("data", () => child.stdout.destroy());
    let err = "";
    child.stderr.on("data", (chunk) => (err += chunk));
    await new Promise((resolve) => child.on("close", resolve));
    expect(err).toBe("");
  });
});
