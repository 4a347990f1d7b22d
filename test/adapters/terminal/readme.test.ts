import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { readText } from "../../source.ts";
import { start } from "../../wire/program.ts";

const readme = readText("README.md");

/** The blocks of text behind a heading of the README; each in the parts between which `...` leaves something out. */
function samplesOf(heading: string): string[][] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^```text\n([\s\S]*?)\n```$/gm)].map(([, text = ""]) => text.split("\n...\n"));
}

async function printed(verb: string, answers: string): Promise<string> {
  const program = start([verb, "--answers", "-", "--as-of", "2026-11-21"], { AICOST_DB: ":memory:" }, tmpdir());
  program.child.stdin?.end(answers);
  expect(await program.ended).toBe(0);
  return program.out();
}

const writer = JSON.stringify({
  ...{ job: "person", audience: "me", output: ["text"], vendor: ["openai-chatgpt-plus"] },
  ...{ intensity: "daily", owner_kind: "personal", owner: "Ana" },
});

it.each([
  ["For scripts", "advise", /To `(\{[^`]+\})` it is/.exec(readme)?.[1] ?? "", ""],
  ["Estimates", "estimate", /```json\n(\{\n {2}"workload"[\s\S]*?)\n```/.exec(readme)?.[1] ?? "", ""],
  // The questions before it are the person's: the recommendation is what their answers give.
  ["A whole conversation", "advise", writer, "Buy ChatGPT"],
] as const)("what the README shows under %s is what the program prints", async (heading, verb, answers, begins) => {
  const shown = samplesOf(heading).flat();
  const parts = shown.flatMap((part) => (part.includes(begins) ? [part.slice(part.indexOf(begins))] : []));
  const out = await printed(verb, answers);
  expect(parts.length).toBeGreaterThan(0);
  for (const part of parts) {
    expect(part).toContain("$");
    expect(out).toContain(part);
  }
});
