import { describe, expect, it } from "vitest";
import { openCatalogue } from "../../pricing/open.ts";
import { advise } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/checklist/answers.ts";
import { checkChecklist } from "../../src/checklist/check.ts";
import { checkIllustrations } from "../../src/checklist/check-accidents.ts";
import { eq } from "../../src/checklist/condition.ts";
import { derivedConditions } from "../../src/checklist/derived.ts";
import { illustrations } from "../../src/checklist/illustrations.ts";
import { questions } from "../../src/checklist/questions/index.ts";
import { routeSteps } from "../../src/checklist/routes.ts";
import { officialOf, type Rule, reportsOf, rule } from "../../src/checklist/rule.ts";
import { accidentRules } from "../../src/checklist/rules/accidents.ts";
import { rules } from "../../src/checklist/rules/index.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const catalogue = openCatalogue();

const coder: Answers = { job: "person", audience: "me", output: ["code"], intensity: "daily" };
const team: Answers = { ...coder, audience: "team" };
const program: Answers = { job: "code", audience: "me", output: ["text"] };
const claude: Answers = { ...coder, tools: ["claude_code"] };

/** For each rule: answers that fire it, and for each part of its condition the one change that does not. */
const examples: Record<string, { fires: Answers[]; not: Answers[] }> = {
  "AC-01": {
    fires: [claude, { ...claude, job: "both" }, { ...claude, vendor: ["undecided"] }],
    not: [{ ...claude, tools: ["codex"] }, { ...claude, job: "code" }, { ...claude, output: ["text"] }, coder],
  },
  "AC-02": {
    fires: [
      { ...coder, tools: ["codex"] },
      { ...coder, vendor: ["cursor"] },
      { ...coder, tools: ["gemini_cli"] },
    ],
    not: [claude, { ...program, output: ["code"], tools: ["codex"] }, { ...coder, vendor: ["cursor", "other"] }],
  },
  "AC-03": {
    fires: [claude, { ...program, output: ["code"], tools: ["gemini_cli"] }],
    not: [{ ...coder, tools: ["cursor"] }, coder],
  },
  "AC-04": {
    fires: [claude, { ...coder, tools: ["opencode"] }],
    not: [
      { ...claude, job: "code" },
      { ...coder, tools: ["copilot"] },
    ],
  },
  "AC-05": {
    fires: [
      { ...coder, tools: ["opencode"], vendor: ["anthropic"] },
      { ...coder, tools: ["claude_code", "opencode"] },
    ],
    not: [{ ...coder, tools: ["opencode"], vendor: ["openai"] }, { ...coder, tools: ["opencode"] }, claude],
  },
  "AC-06": {
    fires: [{ ...program, vendor: ["openai"] }],
    not: [
      { ...program, vendor: ["anthropic"] },
      { ...program, vendor: ["openai"], output: ["image"] },
      { ...coder, vendor: ["openai"] },
    ],
  },
  "AC-07": { fires: [claude, { ...claude, job: "code" }], not: [{ ...coder, tools: ["copilot"] }, coder] },
  "AC-08": {
    fires: [
      { ...coder, vendor: ["replit"] },
      { ...coder, tools: ["replit"] },
    ],
    not: [claude],
  },
  "AC-09": {
    fires: [
      { ...program, vendor: ["aws"] },
      { ...program, vendor: ["azure-ptu-hourly"] },
    ],
    not: [{ ...program, vendor: ["openai"] }, { ...coder, vendor: ["aws"] }, program],
  },
  "AC-10": {
    fires: [
      { ...team, vendor: ["github"] },
      { ...team, tools: ["copilot"] },
    ],
    not: [
      { ...coder, vendor: ["github"] },
      { ...team, vendor: ["cursor"] },
    ],
  },
  "AC-11": {
    fires: [{ ...team, vendor: ["github"] }],
    not: [
      { ...coder, vendor: ["github"] },
      { ...team, vendor: ["github"], output: ["text"] },
    ],
  },
  "AC-12": {
    fires: [
      { ...team, vendor: ["github"] },
      { ...team, vendor: ["cursor"] },
    ],
    not: [
      { ...coder, vendor: ["github"] },
      { ...team, tools: ["claude_code"] },
    ],
  },
  "AC-13": {
    fires: [{ ...program, vendor: ["google"] }],
    not: [
      { ...coder, vendor: ["google"] },
      { ...program, vendor: ["openai"] },
    ],
  },
  "AC-14": {
    fires: [{ ...team, vendor: ["cursor"] }],
    not: [
      { ...coder, vendor: ["cursor"] },
      { ...team, vendor: ["github"] },
    ],
  },
  "AC-15": {
    fires: [
      { ...program, vendor: ["google"] },
      { ...program, vendor: ["azure"] },
    ],
    not: [
      { ...program, vendor: ["google"], output: ["video"] },
      { ...program, vendor: ["anthropic"] },
    ],
  },
  "AC-16": {
    fires: [
      { ...team, vendor: ["anthropic"] },
      { ...team, vendor: ["microsoft"] },
    ],
    not: [
      { ...coder, vendor: ["anthropic"] },
      { ...team, vendor: ["openai"] },
    ],
  },
  "AC-17": {
    fires: [{ ...coder, vendor: ["openai"] }],
    not: [
      { ...coder, vendor: ["openai"], intensity: "trying" },
      { ...team, vendor: ["openai"] },
      { ...coder, vendor: ["anthropic"] },
    ],
  },
  "AC-18": {
    fires: [{ ...team, vendor: ["anthropic"], owner_kind: "company" }],
    not: [
      { ...coder, vendor: ["anthropic"], owner_kind: "personal" },
      { ...team, vendor: ["openai"], owner_kind: "company" },
    ],
  },
  "AC-19": {
    fires: [{ ...coder, vendor: ["anthropic"], owner_kind: "personal" }],
    not: [
      { ...coder, vendor: ["anthropic"], owner_kind: "company" },
      { ...coder, vendor: ["openai"], owner_kind: "personal" },
      { ...program, vendor: ["anthropic"], owner_kind: "personal" },
    ],
  },
  "AC-20": {
    fires: [{ ...coder, vendor: ["anthropic"], owner_kind: "personal" }],
    not: [{ ...coder, vendor: ["openai"], owner_kind: "personal" }, claude],
  },
  "AC-21": {
    fires: [
      { ...claude, job: "both" },
      { ...claude, job: "code" },
      { ...program, output: ["code"], tools: ["codex"] },
    ],
    not: [claude, { ...claude, job: "code", tools: ["cursor"] }],
  },
  "AC-22": {
    fires: [
      { ...program, vendor: ["azure"] },
      { ...program, vendor: ["google"] },
      { ...program, vendor: ["aws"] },
    ],
    not: [
      { ...program, vendor: ["anthropic"] },
      { ...coder, vendor: ["google"] },
    ],
  },
  "AC-23": {
    fires: [{ ...program, controls: ["agents"] }],
    not: [
      { ...program, controls: ["system_prompts"] },
      { ...coder, controls: ["agents"] },
    ],
  },
  "AC-24": {
    fires: [{ ...program, vendor: ["google"] }],
    not: [
      { ...coder, vendor: ["google"] },
      { ...program, vendor: ["aws"] },
    ],
  },
  "AC-25": {
    fires: [{ ...program, vendor: ["openai"], funding: "manual" }],
    not: [
      { ...program, vendor: ["openai"], funding: "invoice" },
      { ...program, vendor: ["anthropic"], funding: "manual" },
    ],
  },
  "AC-26": {
    fires: [{ ...program, output: ["code"], tools: ["litellm"] }],
    not: [claude, { ...program, tools: ["litellm"] }],
  },
};

const fired = (answers: Answers, day = exampleDay) =>
  advise(advisorOn(day), answers).findings.map(({ rule: id }) => id);

describe("rules that rest on accidents", () => {
  it("have examples, each of them", () => {
    expect(Object.keys(examples)).toEqual(accidentRules.map(({ id }) => id));
  });

  it.each(Object.entries(examples))("%s fires where it should and nowhere beside", (id, { fires, not }) => {
    for (const answers of fires) expect(fired(answers), JSON.stringify(answers)).toContain(id);
    for (const answers of not) expect(fired(answers), JSON.stringify(answers)).not.toContain(id);
  });

  it("warn only where an official page is cited; what was reported is a note that says so", () => {
    const told = ({ cites }: Rule) => cites.flatMap((cite) => (cite.from === "accidents" ? [cite.told] : []));
    for (const each of accidentRules) {
      expect(told(each).length, each.id).toBeGreaterThan(0);
      if (told(each).includes("official")) continue;
      expect([each.severity, each.text.split(" ").slice(0, 2)], each.id).toEqual(["note", ["People", "reported"]]);
    }
  });

  it("show the pages that they rest on, the vendor's apart from others", () => {
    const findings = advise(advisorOn(exampleDay), { ...claude, vendor: ["anthropic"] }).findings;
    const evidence = (id: string) => [
      ...new Set(findings.find(({ rule: each }) => each === id)?.sources.map((source) => source.evidence)),
    ];
    expect(evidence("AC-01")).toEqual(["official_copy"]);
    expect(evidence("AC-07")).toEqual(["third_party"]);
  });

  it("end with what they tell of", () => {
    expect(fired({ ...program, vendor: ["google"] }, "2026-12-31")).toContain("AC-13");
    expect(fired({ ...program, vendor: ["google"] }, "2027-01-01")).not.toContain("AC-13");
  });
});

describe("checkChecklist, on accidents", () => {
  const check = (...added: Rule[]) =>
    checkChecklist({ questions, rules: added, steps: routeSteps, derived: derivedConditions }, catalogue);
  const words = { title: "A rule", text: "A sentence.", why: "A reason.", seeds: [] };
  const when = eq("job", "code");

  it.each<[string, Rule]>([
    ["a warning on reports alone", rule("XX-99", "warn", when, { ...words, cites: [reportsOf("gift-plan-ended")] })],
    [
      "an official word where there is none",
      rule("XX-99", "warn", when, { ...words, cites: [officialOf("gift-plan-ended")] }),
    ],
    ["an accident that nobody knows", rule("XX-99", "note", when, { ...words, cites: [reportsOf("no-such")] })],
  ])("refuses %s", (_, wrong) => {
    expect(() => check(wrong)).toThrow("rule XX-99: cites: ");
  });

  it("refuses an accident without a rule, and an illustration of what is not there", () => {
    const data = { questions, rules, steps: routeSteps, derived: derivedConditions };
    const all = illustrations(rules);
    expect(() => checkIllustrations(all, data, catalogue)).not.toThrow();
    const others = all.filter(({ accident }) => accident !== "gift-plan-ended");
    expect(() => checkIllustrations(others, data, catalogue)).toThrow("accident gift-plan-ended");
    const stray = { accident: "no-such", rule: "FD-06", if: null };
    expect(() => checkIllustrations([...all, stray], data, catalogue)).toThrow("accident no-such");
    expect(() =>
      checkIllustrations([...all, { ...stray, accident: "gift-plan-ended", rule: "XX-00" }], data, catalogue),
    ).toThrow("XX-00");
  });
});
