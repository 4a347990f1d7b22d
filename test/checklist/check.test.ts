import { describe, expect, it } from "vitest";
import { openCatalogue } from "../../pricing/open.ts";
import { type ChecklistData, ChecklistError, checkChecklist } from "../../src/checklist/check.ts";
import { openChecklist } from "../../src/checklist/checklist.ts";
import {
  all,
  always,
  any,
  type Condition,
  eq,
  fact,
  has,
  known,
  not,
  routed,
  vendor,
} from "../../src/checklist/condition.ts";
import { derivedConditions } from "../../src/checklist/derived.ts";
import type { FactId, QuestionId } from "../../src/checklist/ids.ts";
import { questions } from "../../src/checklist/questions/index.ts";
import { routeSteps } from "../../src/checklist/routes.ts";
import { edges, type Rule, rows, rule } from "../../src/checklist/rule.ts";
import { rules } from "../../src/checklist/rules/index.ts";

const catalogue = openCatalogue();
const shipped: ChecklistData = { questions, rules, steps: routeSteps, derived: derivedConditions };

/** A rule beside the shipped ones, with something wrong in it. */
function extra(condition: Condition, rest: Partial<Rule> = {}): Rule {
  return rule("XX-99", "note", condition, {
    title: "A rule",
    text: "A sentence.",
    why: "A reason.",
    seeds: [],
    ...rest,
  });
}

function check(changed: Partial<ChecklistData>): void {
  checkChecklist({ ...shipped, ...changed }, catalogue);
}

const withRule = (added: Rule) => check({ rules: [...rules, added] });

/** The check fails, and its message holds each of these ids. How it words the rest is free. */
function expectCulprits(attempt: () => void, ...ids: string[]): void {
  const fault = faultOf(attempt);
  expect(fault).toBeInstanceOf(ChecklistError);
  for (const id of ids) expect((fault as Error).message).toContain(id);
}

function faultOf(attempt: () => void): unknown {
  try {
    attempt();
  } catch (fault) {
    return fault;
  }
  return undefined;
}

describe("checkChecklist, on the shipped checklist", () => {
  it("finds nothing wrong", () => {
    expect(() => check({})).not.toThrow();
    expect(openChecklist(catalogue).ready).toHaveLength(rules.length);
  });

  it("finds nothing wrong in a rule more that can fire", () => {
    const fine = all(eq("job", "unsure"), eq("unattended", "yes"), vendor("kling"), fact("two_vendors"));
    expect(() => withRule(extra(fine, { text: "Of {vendors}.", corrects: ["S-01"] }))).not.toThrow();
  });
});

describe("checkChecklist, on ids that nobody knows", () => {
  // An id that does not exist fails to compile; data that is read or cast is what the check is for.
  const lostQuestion = "colour" as QuestionId;
  it.each<[string, Condition, string]>([
    ["a question", eq(lostQuestion, "red"), "colour"],
    ["a question inside a not", not(known(lostQuestion)), "colour"],
    ["an option of a single answer", any(always, eq("job", "robot")), "robot"],
    ["an option of a list", has("output", "text", "smell"), "smell"],
    ["an option of a number", eq("seats", "5"), "seats"],
    ["an option of a quote", eq("quote", "verbal"), "quote"],
    ["a fact", any(fact("sky_is_blue" as FactId), always), "sky_is_blue"],
    ["a vendor", any(vendor("acme"), always), "acme"],
    ["a route's rule", any(routed("RT-77"), always), "RT-77"],
  ])("names %s and the rule that asks for it", (_, condition, id) => {
    expectCulprits(() => withRule(extra(condition)), "XX-99", id);
  });

  it("looks into what softens a rule and into its further sentences", () => {
    const lost = eq("job", "robot");
    expectCulprits(() => withRule(extra(always, { softenedIf: lost })), "XX-99", "robot");
    expectCulprits(() => withRule(extra(always, { more: [{ if: lost, text: "More." }] })), "XX-99", "robot");
  });

  it("looks into when a question is asked", () => {
    const changed = questions.map((each) => (each.id === "cap" ? { ...each, askedIf: eq("job", "robot") } : each));
    expectCulprits(() => check({ questions: changed }), "cap", "robot");
  });

  it("looks into the route decision", () => {
    const step = {
      list: "code" as const,
      rule: "RT-77",
      route: "api_meter" as const,
      if: eq("job", "robot"),
      comesFirst: "a robot comes first",
    };
    expectCulprits(() => check({ steps: [...routeSteps, step] }), "RT-77", "robot");
  });

  it("looks into named conditions", () => {
    expectCulprits(() => check({ derived: { ...derivedConditions, media: has("output", "smell") } }), "media", "smell");
  });
});

describe("checkChecklist, on what a rule says and cites", () => {
  it.each<[string, Partial<Rule>, string]>([
    ["a slot that nothing fills", { text: "Of {vendors} and {nobody}." }, "{nobody}"],
    ["such a slot in a further sentence", { more: [{ if: always, text: "Also {nobody}." }] }, "{nobody}"],
    ["a cited row that is not sold", { cites: [rows("openai-chatgpt-plus", "acme-plus")] }, "acme-plus"],
    [
      "a cited connection that no page states",
      { cites: [edges(["kling-app-pro", "openai-api-prepaid"])] },
      "kling-app-pro",
    ],
    ["a corrected claim that nobody made", { corrects: ["S-01", "S-77"] }, "S-77"],
  ])("names %s", (_, rest, id) => {
    expectCulprits(() => withRule(extra(always, rest)), "XX-99", id);
  });

  it("judges by the catalogue it is given", () => {
    const empty = { version: "none", vendors: [], rows: [], uses: [], connections: [], accidents: [] };
    const only = (condition: Condition, rest: Partial<Rule> = {}) =>
      checkChecklist({ ...shipped, rules: [extra(condition, rest)] }, empty);
    expect(() => only(always)).not.toThrow();
    expectCulprits(() => only(vendor("kling")), "XX-99", "kling");
    expectCulprits(() => only(always, { cites: [rows("openai-chatgpt-plus")] }), "XX-99", "openai-chatgpt-plus");
    const pair = edges(["openai-chatgpt-plus", "openai-api-prepaid"]);
    expectCulprits(() => only(always, { cites: [pair] }), "XX-99", "openai-chatgpt-plus");
  });

  it("names an id that stands twice", () => {
    expectCulprits(() => check({ rules: [...rules, { ...extra(always), id: "RT-04" }] }), "RT-04");
    expectCulprits(() => check({ questions: [...questions, ...questions.slice(3, 4)] }), questions[3]?.id ?? "?");
  });

  it("names a question that is not written", () => {
    expectCulprits(() => check({ questions: questions.filter((each) => each.id !== "channel") }), "channel");
  });
});
