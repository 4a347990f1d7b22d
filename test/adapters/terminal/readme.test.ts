import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { blocksOf } from "../../papers/papers.ts";
import { start } from "../../wire/program.ts";

it("the recommendation of the README's conversation is what the program gives to these answers", async () => {
  const transcript = blocksOf("README.md").find(({ kind }) => kind === "text")?.text ?? "";
  expect(transcript.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
  // The questions before it are the person's.
  const recommended = transcript.slice(transcript.indexOf("Buy ChatGPT"));
  const answers = {
    ...{ job: "person", audience: "me", output: ["text"], vendor: ["openai-chatgpt-plus"] },
    ...{ intensity: "daily", owner_kind: "personal", owner: "Ana" },
  };
  const program = start(["advise", "--answers", "-", "--as-of", "2026-11-21"], { AICOST_DB: ":memory:" }, tmpdir());
  program.child.stdin?.end(JSON.stringify(answers));
  expect(await program.ended).toBe(0);
  expect(recommended).toContain("$");
  expect(program.out()).toContain(recommended);
});
