import type { Catalogue } from "#pricing";
import { checkChecklist } from "./check.ts";
import { checkIllustrations } from "./check-accidents.ts";
import { compile, type Evidence, type Test } from "./compile.ts";
import { always, any } from "./condition.ts";
import { certainOnly, derivedConditions } from "./derived.ts";
import { type DerivedId, derivedIds, type QuestionId } from "./ids.ts";
import { illustrations } from "./illustrations.ts";
import type { PageId } from "./pages.ts";
import type { Question } from "./question.ts";
import { questions } from "./questions/index.ts";
import { type RouteStep, routeSteps } from "./routes.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";

/** A rule with its conditions compiled. */
export type ReadyRule = { rule: Rule; fires: Test; softened: Test | null; more: { test: Test; text: string }[] };

/** The whole checklist, checked and compiled: questions, rules and the route decision. */
export type Checklist = {
  questions: readonly Question[];
  rules: readonly Rule[];
  steps: readonly (RouteStep & { test: Test })[];
  ready: readonly ReadyRule[];
  asked: ReadonlyMap<QuestionId, Test>;
  /** Where a question is asked: the first of its places whose condition is true. */
  pageOf(question: Question, evidence: Evidence): PageId | undefined;
  derived: ReadonlyMap<DerivedId, Test>;
  /** Where the accidents of the catalogue can happen again. */
  accidents: readonly { accident: string; rule: string; test: Test }[];
};

/** Checks the checklist against the catalogue and compiles it. Throws a `ChecklistError` that names what is wrong. */
export function openChecklist(catalogue: Catalogue): Checklist {
  const data = { questions, rules, steps: routeSteps, derived: derivedConditions };
  const shown = illustrations(rules);
  checkChecklist(data, catalogue);
  checkIllustrations(shown, data, catalogue);
  const firesAs = new Map(rules.map((rule) => [rule.id, rule.if]));
  return {
    questions,
    rules,
    steps: routeSteps.map((step) => ({ ...step, test: compile(step.if) })),
    ready: rules.map((rule) => ({
      rule,
      fires: compile(rule.if),
      softened: rule.softenedIf ? compile(rule.softenedIf) : null,
      more: (rule.more ?? []).map((each) => ({ test: compile(each.if), text: each.text })),
    })),
    pageOf: openPlaces(questions),
    asked: new Map(questions.map((question) => [question.id, compile(question.askedIf)])),
    derived: new Map(derivedIds.map((id) => [id, certain(id, compile(derivedConditions[id]))])),
    accidents: shown.map(({ accident, rule, if: condition }) => ({
      accident,
      rule,
      test: compile(condition ?? firesAs.get(rule) ?? any()),
    })),
  };
}

function openPlaces(all: readonly Question[]): Checklist["pageOf"] {
  const places = new Map(
    all.map(({ id, page }) => {
      const listed = page === null ? [] : typeof page === "string" ? [{ id: page }] : page;
      return [id, listed.map((place) => ({ id: place.id, test: compile(place.if ?? always) }))];
    }),
  );
  return ({ id }, evidence) => places.get(id)?.find(({ test }) => test(evidence) === true)?.id;
}

function certain(id: DerivedId, test: Test): Test {
  return certainOnly.includes(id) ? (evidence) => test(evidence) === true : test;
}
