import { describe, expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/checklist/answers.ts";
import { usedBy } from "../../src/conversation/used.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const rowsFor = (answers: Answers) => usedBy(advise(advisorOn(exampleDay), answers), answers.workload).rows;

describe("what a decision was made of", () => {
  it("are wallets, and for texts the rates of their models", () => {
    const workload = {
      kind: "text",
      model: "openai:gpt-6-luna",
      conversations: 10,
      turns: 1,
      systemTokens: 10,
      userTokens: 10,
      answerTokens: 10,
    };
    const rows = rowsFor({
      job: "code",
      audience: "me",
      output: ["text"],
      vendor: ["openai"],
      stage: "trying",
      workload,
    });
    expect(rows).toEqual(expect.arrayContaining(["openai-api-prepaid", "openai:gpt-6-luna"]));
  });

  it("are no models of clips, whatever they are called: those belong to their wallet's row", () => {
    const workload = { kind: "media", output: "video", accepted: 2, acceptanceRate: 0.5, seconds: 5 };
    const answers: Answers = { job: "person", audience: "me", output: ["video"], vendor: ["kling"], workload };
    const result = advise(advisorOn(exampleDay), answers);
    const lines = result.estimate?.lines.map((line) => ({ ...line, model: `odd:${line.model}` })) ?? [];
    expect(lines.length).toBeGreaterThan(0);
    const odd = { ...result, estimate: result.estimate && { ...result.estimate, lines } };
    expect(usedBy(odd, workload).rows).toEqual(rowsFor(answers));
  });
});
