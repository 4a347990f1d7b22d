import { describe, expect, it } from "vitest";
import { situationOf } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/checklist/answers.ts";
import { matters } from "../../src/conversation/matters.ts";
import { readLine } from "../../src/conversation/one-line/read-line.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { play } from "./play.ts";

const advisor = advisorOn(exampleDay);
const coder: Answers = { job: "person", audience: "me", output: ["code"], intensity: "daily" };

function isInWalk(answers: Answers): boolean {
  const { screens } = play(advisor, answers as Record<string, string | string[]>);
  return screens.some(({ fields }) => fields.some(({ id }) => id === "tools"));
}

describe("the question about coding tools", () => {
  it("is asked where code is made, on a page that is shown anyway", () => {
    expect(isInWalk(coder)).toBe(true);
    expect(isInWalk({ ...coder, audience: "team" })).toBe(true);
    expect(isInWalk({ ...coder, job: "code" })).toBe(true);
    const pages = (answers: Answers) => play(advisor, answers as Record<string, string[]>).screens.length;
    expect(pages(coder)).toBe(pages({ ...coder, output: ["text"] }));
  });

  it("is not asked where no code is made", () => {
    expect(isInWalk({ ...coder, output: ["text", "image"] })).toBe(false);
  });

  it("is answered by a vendor that is a tool, and only where every named one is", () => {
    const told = (vendor: string[]) => situationOf(advisor, { ...coder, vendor }).options("tools");
    expect(told(["cursor"])).toEqual(["cursor"]);
    expect(told(["github-copilot-pro"])).toEqual(["copilot"]);
    expect([...(told(["github", "cursor"]) ?? [])].sort()).toEqual(["copilot", "cursor"]);
    expect(told(["anthropic"])).toBeUndefined();
    expect(told(["cursor", "anthropic"])).toBeUndefined();
    expect(told(["cursor", "other"])).toBeUndefined();
    expect(isInWalk({ ...coder, vendor: ["github"] })).toBe(false);
  });

  it("is answered by a tool's name in one line, which names its vendor too", () => {
    expect(readLine("claude code for me", advisor).answers).toMatchObject({
      tools: ["claude_code"],
      vendor: ["anthropic"],
    });
    expect(readLine("codex for our team", advisor).answers).toMatchObject({ tools: ["codex"], vendor: ["openai"] });
    expect(readLine("claude for me", advisor).answers.tools).toBeUndefined();
  });

  it("gives way to what the person says", () => {
    expect(situationOf(advisor, { ...coder, vendor: ["cursor"], tools: ["none"] }).options("tools")).toEqual(["none"]);
  });

  it("matters no more once it is answered", () => {
    const situation = situationOf(advisor, { ...coder, tools: ["claude_code"] });
    expect(matters(situation).has("tools")).toBe(false);
  });

  it("has parallel options with none of these last, and may stay open", () => {
    const question = advisor.checklist.questions.find(({ id }) => id === "tools");
    const options = question?.kind.type === "choices" ? question.kind.options.map(({ id }) => id) : [];
    expect([options[0], options.at(-1), question?.skippable]).toEqual(["claude_code", "none", true]);
  });
});
