import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { advisorOn } from "../../advisor.ts";
import { play } from "../../conversation/play.ts";
import { blocksOf } from "../../papers/papers.ts";
import { start } from "../../wire/program.ts";

const transcript = blocksOf("README.md").find(({ kind, text }) => kind === "text" && text.startsWith("┌"))?.text ?? "";
const answers = {
  ...{ job: "person", audience: "me", output: ["text"], vendor: ["openai-chatgpt-plus"] },
  ...{ intensity: "daily", owner_kind: "personal", owner: "Ana" },
};

it("the README's conversation is short", () => {
  expect(transcript.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
});

it("the questions of the README's conversation, with their hints and answers, are those that this person is asked, in that order", () => {
  const { screens } = play(advisorOn("2026-11-21"), answers);
  const asked = screens.flatMap(({ title, fields }) => [
    title,
    ...fields.flatMap((field) => {
      const chosen = "options" in field ? field.options.map(({ label }) => label) : ["Ana"];
      return [`${field.label} ${field.hint}`.trim(), field.label, field.hint, ...chosen];
    }),
  ]);
  // What stands before the first page is the terminal's own, as is the order of the result.
  const told = transcript.slice(transcript.indexOf("│\n\n"), transcript.indexOf("Review:"));
  const lines = [...told.matchAll(/^[◇│] {2}(.+)$|^\w+: (.+)$/gm)].map(([, line, title]) => line ?? title ?? "");
  let from = 0;
  for (const line of lines) {
    const at = asked.indexOf(line, from);
    expect({ line, at }).not.toEqual({ line, at: -1 });
    from = at;
  }
  expect(lines.length).toBeGreaterThan(7);
});

it("the recommendation of the README's conversation is what the program gives to these answers", async () => {
  const recommended = transcript.slice(transcript.indexOf("Buy ChatGPT"));
  const program = start(["advise", "--answers", "-", "--as-of", "2026-11-21"], { AICOST_DB: ":memory:" }, tmpdir());
  program.child.stdin?.end(JSON.stringify(answers));
  expect(await program.ended).toBe(0);
  expect(recommended).toContain("$");
  expect(program.out()).toContain(recommended);
});
