import { describe, expect, it } from "vitest";
import { openCatalogue } from "../../pricing/open.ts";
import { type ChecklistData, ChecklistError, checkChecklist } from "../../src/checklist/check.ts";
import {
  all,
  always,
  any,
  type Condition,
  derived,
  eq,
  fact,
  gte,
  has,
  known,
  listed,
  not,
  routed,
} from "../../src/checklist/condition.ts";
import { derivedConditions } from "../../src/checklist/derived.ts";
import type { QuestionId } from "../../src/checklist/ids.ts";
import { questions } from "../../src/checklist/questions/index.ts";
import { routeSteps } from "../../src/checklist/routes.ts";
import { rule } from "../../src/checklist/rule.ts";

const catalogue = openCatalogue();
const written: ChecklistData = { questions, rules: [], steps: routeSteps, derived: derivedConditions };

function checkFiring(condition: Condition): void {
  const only = rule("XX-99", "note", condition, { title: "A rule", text: "A sentence.", why: "A reason.", seeds: [] });
  checkChecklist({ ...written, rules: [only] }, catalogue);
}

function checkAsking(id: QuestionId, askedIf: Condition): void {
  const changed = questions.map((each) => (each.id === id ? { ...each, askedIf } : each));
  checkChecklist({ ...written, questions: changed }, catalogue);
}

// Each looks sensible where it stands; what makes it impossible is who is asked what.
const impossible: [string, Condition][] = [
  ["one answer is two options", all(eq("job", "person"), eq("job", "code"))],
  ["a question is answered that only others are asked", all(eq("job", "person"), eq("unattended", "yes"))],
  ["a person alone has a team's seats", all(eq("audience", "me"), eq("job", "person"), gte("seats", 1))],
  ["a question two steps away was never asked", all(eq("expiry", "never"), eq("rollover", "no"))],
  ["a thing holds and does not", all(fact("two_vendors"), not(fact("two_vendors")))],
  ["no media are made, and refunds are told", all(not(derived("media")), eq("refunds", "none"))],
  ["a named condition is denied by its own parts", all(derived("person"), eq("job", "code"))],
  ["a route is listed that its own steps exclude", all(listed("usage_package"), eq("stage", "trying"))],
  ["it is answered and not asked", all(known("stage"), eq("job", "person"), eq("audience", "me"))],
  ["nothing is enough", any()],
];

const possible: [string, Condition][] = [
  ["nothing is needed", always],
  ["the question in between is answered as well", all(eq("job", "unsure"), eq("unattended", "yes"))],
  ["a list may hold both", all(has("output", "text"), has("output", "video"))],
  ["one of the two ways is open", any(all(eq("job", "person"), eq("job", "code")), eq("job", "both"))],
  ["it is about what is not chosen", not(eq("job", "person", "code"))],
  ["it is about what is not answered", not(known("job"))],
  ["the team is small", all(gte("seats", 2), eq("audience", "team"))],
  ["the team is large", gte("seats", 100)],
  ["many outputs are made", gte("output", 5)],
  ["a route may be decided so", all(routed("RT-11"), eq("shape", "steady"))],
];

describe("checkChecklist, on rules that can never fire", () => {
  it.each(impossible)("refuses a rule when %s, and names it", (_, condition) => {
    expect(() => checkFiring(condition)).toThrow(ChecklistError);
    expect(() => checkFiring(condition)).toThrow("XX-99");
  });

  it.each(possible)("accepts a rule when %s", (_, condition) => {
    expect(() => checkFiring(condition)).not.toThrow();
  });
});

describe("checkChecklist, on questions that no answers lead to", () => {
  it("names a question that asks for two things at once", () => {
    const never = all(eq("job", "person"), eq("unattended", "yes"));
    expect(() => checkAsking("cap", never)).toThrow(ChecklistError);
    expect(() => checkAsking("cap", never)).toThrow("cap");
  });

  it("names a question that would be asked only after itself", () => {
    expect(() => checkAsking("cap", eq("cap", "none"))).toThrow(ChecklistError);
    expect(() => checkAsking("cap", eq("cap", "none"))).toThrow("cap");
  });

  it("names the first of two questions that wait for each other", () => {
    const changed = questions.map((each) => {
      if (each.id === "payment") return { ...each, askedIf: eq("cap", "none") };
      return each.id === "cap" ? { ...each, askedIf: eq("payment", "card") } : each;
    });
    const attempt = () => checkChecklist({ ...written, questions: changed }, catalogue);
    expect(attempt).toThrow(ChecklistError);
    expect(attempt).toThrow(/cap.*payment|payment.*cap/);
  });
});

describe("checkChecklist, on names that are defined by themselves", () => {
  it("names both ends of the circle", () => {
    const circle = { ...derivedConditions, code: not(derived("person")), person: not(derived("code")) };
    const attempt = () => checkChecklist({ ...written, derived: circle }, catalogue);
    expect(attempt).toThrow(ChecklistError);
    expect(attempt).toThrow(/code.*person.*code|person.*code.*person/);
  });

  it("lets a question depend on the routes, though routes depend on answers", () => {
    expect(() => checkAsking("cap", listed("prepaid_credits"))).not.toThrow();
  });
});
