import { describe, expect, it } from "vitest";
import { pages } from "../../src/checklist/pages.ts";
import { converse } from "../../src/conversation/converse.ts";
import { beside, draftOfMeasured } from "../../src/conversation/measured-draft.ts";
import type { Draft } from "../../src/store/rows.ts";
import { workOf } from "../../src/usage/to-work.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { bytesOf, usageOf } from "../usage/ask.ts";

const advisor = advisorOn(exampleDay);
const found = workOf(usageOf(bytesOf("openai-usage.json")), advisor.rates);
if ("problem" in found) throw new Error(found.problem);
const work = found.workload;
const measured = draftOfMeasured(work, advisor);
const program = { job: "code", audience: "customers", output: ["text"], stage: "production" };
const waiting: Draft = {
  answers: { ...program, workload: "unknown" },
  asking: ["workload", "data"],
  typed: { "workload.turns": "3", "quote.amount": "5" },
};

describe("a conversation that begins with measured work", () => {
  it("has the work and the vendors whose models were used, and says so", () => {
    expect(measured.answers).toEqual({ workload: work, vendor: ["openai"] });
    expect(measured.line?.understood.map(({ question }) => question)).toEqual(["workload", "vendor"]);
  });

  it("leaves out vendors that the catalogue does not have", () => {
    const models = [{ model: "nobody:model-1", input: "5", output: "5" }];
    expect(draftOfMeasured({ ...work, models }, advisor).answers).not.toHaveProperty("vendor");
  });

  it("never asks how much work it is", () => {
    const seen: string[] = [];
    let turn = converse(advisor, { ...measured, answers: { ...measured.answers, ...program } }, { event: "start" });
    for (let at = 0; turn.screen.id !== "review" && at < 30; at++) {
      seen.push(turn.screen.id);
      const values = Object.fromEntries(turn.screen.fields.map(({ id }) => [id, null]));
      turn = converse(advisor, turn.draft, { event: "submit", page: turn.screen.id, values });
    }
    expect(turn.screen.id).toBe("review");
    expect(seen).not.toContain("workload");
    expect(seen).not.toContain("lengths");
    expect(turn.draft.answers.workload).toEqual(work);
  });
});

describe("measured work beside a conversation that waits", () => {
  it("takes the place of its work, and of nothing else", () => {
    const { answers, asking, typed, line } = beside(waiting, measured);
    expect(answers).toEqual({ ...program, workload: work, vendor: ["openai"] });
    expect([asking, typed]).toEqual([["data"], { "quote.amount": "5" }]);
    expect(line?.understood).toHaveLength(2);
  });

  it("leaves vendors that somebody named", () => {
    const named = { ...waiting, answers: { ...waiting.answers, vendor: ["anthropic"] } };
    const { answers, line } = beside(named, measured);
    expect(answers.vendor).toEqual(["anthropic"]);
    expect(line?.understood.map(({ question }) => question)).toEqual(["workload"]);
    expect(beside({ ...named, answers: { ...named.answers, vendor: "unknown" } }, measured).answers.vendor).toEqual([
      "openai",
    ]);
  });

  it("added twice is the same", () => {
    const once = beside(waiting, measured);
    expect(beside(once, measured).answers).toEqual(once.answers);
  });
});

describe("the page of the work, where the work was measured", () => {
  const draft = { ...measured, answers: { ...measured.answers, ...program } };
  const open = () => converse(advisor, draft, { event: "open", page: "workload" });
  const page = pages.find(({ id }) => id === "workload")?.id ?? "";
  const empty = () => Object.fromEntries(open().screen.fields.map(({ id }) => [id, null]));

  it("keeps it where it is left empty", () => {
    expect(open().screen.id).toBe("workload");
    const sent = converse(advisor, draft, { event: "submit", page, values: empty() });
    expect(sent.draft.answers.workload).toEqual(work);
    expect(open().screen.fields.find(({ id }) => id === "workload.conversations")?.hint).toMatch(/measured/);
  });

  it("takes what is typed there instead", () => {
    const values = { ...empty(), "workload.conversations": "500" };
    const sent = converse(advisor, draft, { event: "submit", page, values });
    expect(sent.draft.answers.workload).toMatchObject({ kind: "text", conversations: 500 });
  });
});
