import { describe, expect, it } from "vitest";
import type { Accident } from "#pricing";
import { openCatalogue } from "../../pricing/open.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { accidentsThatApply, costOf } from "../../src/advice/accidents.ts";
import { advise, openAdvisorThen, situationOf } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/checklist/answers.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);
const claude: Answers = {
  job: "both",
  audience: "me",
  output: ["code"],
  intensity: "daily",
  vendor: ["anthropic"],
  tools: ["claude_code"],
};
const apply = (answers: Answers) => accidentsThatApply(situationOf(advisor, answers));
const ids = (answers: Answers) => apply(answers).map(({ id }) => id);
const dollars = (accident: Accident) => {
  const cost = costOf(accident)?.cost;
  return cost?.currency === "USD" ? Number(cost.amount) : 0;
};

describe("the accidents that can happen in a situation", () => {
  it("come with the most dollars first, and official ones first among those without", () => {
    const found = apply(claude);
    expect(found[0]?.id).toBe("claude-code-key-first");
    expect(found.map(dollars)).toEqual(found.map(dollars).toSorted((one, other) => other - one));
    const without = found.filter((each) => dollars(each) === 0).map(({ basis }) => basis);
    expect(without).toContain("official");
    expect(without).toEqual(without.toSorted());
  });

  it("are none while nothing is known, and never a guess", () => {
    expect(ids({})).toEqual([]);
    expect(ids({ ...claude, tools: "unknown" })).not.toContain("claude-code-key-first");
  });

  it("may show a rule where it does not fire: a limit that stops can be overshot", () => {
    const limited: Answers = { job: "code", audience: "me", output: ["text"], cap: "stops_requests" };
    expect(advise(advisor, limited).findings.map(({ rule }) => rule)).not.toContain("FD-06");
    expect(ids(limited)).toContain("limit-overshot");
    expect(ids({ ...limited, cap: "alerts_only" })).not.toContain("limit-overshot");
  });

  it("never compare other currencies with dollars", () => {
    const gift = apply({ ...claude, owner_kind: "personal" }).find(({ id }) => id === "gifts-on-stored-card");
    expect(gift && costOf(gift)?.cost).toMatchObject({ amount: "800", currency: "USD" });
    const plan = apply({ ...claude, owner_kind: "personal" }).find(({ id }) => id === "gift-plan-ended");
    expect(plan && costOf(plan)?.cost.currency).toBe("EUR");
  });

  it("are not known before anybody told of them, nor do rules that rest on them fire", () => {
    const then = openAdvisorThen(openCatalogue(), openRates(), "2026-03-01");
    if ("problem" in then) throw new Error(then.problem);
    const early = situationOf(then, claude);
    expect(accidentsThatApply(early).map(({ id }) => id)).not.toContain("claude-code-key-first");
    expect(early.checklist.ready.find(({ rule }) => rule.id === "AC-01")?.fires(early)).toBe(true);
    expect(advise(then, claude).findings.map(({ rule }) => rule)).not.toContain("AC-01");
  });

  it("are only reported until a vendor's page tells of them", () => {
    const then = openAdvisorThen(openCatalogue(), openRates(), "2026-10-01");
    if ("problem" in then) throw new Error(then.problem);
    const found = then.market.catalogue.accidents.find(({ id }) => id === "claude-code-key-first");
    expect(found?.basis).toBe("reported");
  });
});
