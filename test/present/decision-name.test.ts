import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { situationOf } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/checklist/answers.ts";
import { longestName, nameWithFacts, summaryOf } from "../../src/present/decision-name.ts";
import { recommend } from "../../src/purchase/recommend.ts";
import { anyAnswers } from "../advice/answers-arbitrary.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);
const named = (answers: Answers) =>
  summaryOf(recommend(advisor, situationOf(advisor, answers)), answers, advisor.market);

describe("what a decision is called", () => {
  it.each([
    ["02-named-plan-plus", "ChatGPT Plus, $20 a month, Ana, 21 Nov 2026"],
    ["05-220-seats", "Quote for ChatGPT Enterprise, Ops, 21 Nov 2026"],
    ["07-five-seats-yearly", "5 seats of Cursor Teams Standard, $200 a month, Ops, 21 Nov 2026"],
    ["08-four-seats-plus", "ChatGPT Plus for 4 people, $80 a month, Ops, 21 Nov 2026"],
    ["12-api-openai-full-history", "OpenAI API for 5,000 conversations, $1,800 a month, Ben, 21 Nov 2026"],
    ["15-trial-by-hand", "OpenAI API credit for 2,000 conversations, $1.12 a month, Ben, 21 Nov 2026"],
    ["18-copilot-pro-hits-limit", "GitHub Copilot Pro and extra units, Ana, 21 Nov 2026"],
    ["20-minimax-package", "MiniMax Video Package Standard for 2,960 clips you keep, $1,000 a month, Ben, 21 Nov 2026"],
    ["23-free-text", "ChatGPT Free, no cost, Ana, 21 Nov 2026"],
    [
      "26-both-budgets",
      "Anthropic API for 1,000 conversations and Claude Pro, $16 a month for the API and $20 a month for people, Ana and Ben, 21 Nov 2026",
    ],
  ])("%s", (file, name) => {
    const { answers, asOf } = JSON.parse(readFileSync(`test/purchase/examples/${file}.json`, "utf8"));
    const advisor = advisorOn(asOf);
    const summary = summaryOf(recommend(advisor, situationOf(advisor, answers)), answers, advisor.market);
    expect(nameWithFacts(summary, "2026-11-21")).toBe(name);
  });

  it("names routes where nothing can be bought yet", () => {
    expect(named({}).name).toBe("Nothing to buy yet");
  });

  it("is never empty, never long, and pure", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const summary = named(answers);
        expect(summary.name).not.toBe("");
        for (const part of [summary.name, summary.owner, summary.vendor])
          expect(part.length).toBeLessThanOrEqual(longestName);
        expect(named(answers)).toEqual(summary);
      }),
      { numRuns: 60 },
    );
  });
});
