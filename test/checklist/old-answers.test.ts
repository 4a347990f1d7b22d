import { describe, expect, it } from "vitest";
import { advise, situationOf } from "../../src/advice/advise.ts";
import { type Answers, readAnswers } from "../../src/checklist/answers.ts";
import { withoutOldAnswers } from "../../src/checklist/old-answers.ts";
import { questions } from "../../src/checklist/questions/index.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);
const api: Answers = { job: "code", audience: "me", output: ["text"], vendor: ["openai"], stage: "production" };
/** As drafts and decisions were kept when a cap on auto top-up was an answer about the spending limit. */
const old: Answers = { ...api, funding: "auto_capped", cap: "limits_recharge" };

const fired = (answers: Answers) => advise(advisor, answers).findings.map(({ rule }) => rule);

describe("an old answer that a cap on auto top-up stops overspending", () => {
  it("is read from a file without a problem, as an answer about top-ups", () => {
    const { answers, problems } = readAnswers(old, questions, { vendors: ["openai"], rows: [] });
    expect(problems).toEqual([]);
    expect(answers.reload_cap).toBe("monthly_cap");
    expect(answers).not.toHaveProperty("cap");
  });

  it("says nothing of the spending limit, wherever it was kept", () => {
    const situation = situationOf(advisor, old);
    expect([situation.options("cap"), situation.options("reload_cap")]).toEqual([undefined, ["monthly_cap"]]);
    expect(advise(advisor, old).missing).toContain("cap");
    expect(fired(old)).not.toContain("FD-06");
    expect(fired(old)).not.toContain("FD-03");
  });

  it("gives way to what is said of top-ups today, and leaves every other answer as it is", () => {
    expect(withoutOldAnswers({ ...old, reload_cap: "none" })).toEqual({
      ...api,
      funding: "auto_capped",
      reload_cap: "none",
    });
    const today: Answers = { ...api, cap: "alerts_only" };
    expect(withoutOldAnswers(today)).toBe(today);
  });
});

describe("the cap on auto top-up", () => {
  const asked = (answers: Answers) => situationOf(advisor, answers).asked("reload_cap");

  it("is asked only where credit adds itself", () => {
    expect(asked({ ...api, funding: "auto_capped" })).toBe(true);
    expect(asked({ ...api, at_zero: "auto_recharge" })).toBe(true);
    expect(asked({ ...api, funding: "manual" })).toBe(false);
    expect(asked({ ...api, funding: "invoice", at_zero: "stops" })).toBe(false);
  });

  it("is told by how credit is added, where that says it", () => {
    const missing = (answers: Answers) => advise(advisor, answers).missing.includes("reload_cap");
    expect(missing({ ...api, funding: "auto_capped" })).toBe(false);
    expect(missing({ ...api, at_zero: "auto_recharge" })).toBe(true);
    expect(missing({ ...api, at_zero: "auto_recharge", reload_cap: "card_limit" })).toBe(false);
  });

  it("is warned of where there is none, apart from the spending limit", () => {
    expect(fired({ ...api, funding: "auto_uncapped", cap: "stops_requests" })).toContain("FD-03");
    expect(fired({ ...api, at_zero: "auto_recharge", reload_cap: "none", cap: "stops_requests" })).toContain("FD-03");
    expect(fired({ ...api, funding: "auto_capped", cap: "none" })).not.toContain("FD-03");
    expect(fired({ ...api, funding: "auto_capped", cap: "none" })).toContain("FD-06");
    expect(fired({ ...api, funding: "auto_uncapped", cap: "stops_requests" })).not.toContain("FD-06");
  });
});
