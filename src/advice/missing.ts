import { compile } from "../checklist/compile.ts";
import type { Condition } from "../checklist/condition.ts";
import { derivedConditions } from "../checklist/derived.ts";
import { factReads } from "../checklist/facts.ts";
import type { QuestionId } from "../checklist/ids.ts";
import type { Situation } from "./situation.ts";

/** Questions that are asked, may not be skipped, and that neither the person nor the catalogue has answered. */
export function missingQuestions(situation: Situation): QuestionId[] {
  const missing: QuestionId[] = [];
  for (const question of situation.checklist.questions) {
    if (question.skippable || situation.asked(question.id) !== true) continue;
    const given = situation.answers[question.id];
    if (given !== undefined && given !== "unknown") {
      if (question.id !== "owner" || situation.ownerKnown()) continue;
    } else if (question.prefilled && situation.options(question.id) !== undefined) continue;
    missing.push(question.id);
  }
  return missing;
}

/** The questions whose answers are wanting where a condition is unknown: those that it reads itself. */
export function wantedBy(condition: Condition, situation: Situation): Set<QuestionId> {
  const wanted = new Set<QuestionId>();
  collect(condition, situation, wanted, false);
  return wanted;
}

/** The same, with the questions that decide whether those are asked at all. */
export function wantedBefore(condition: Condition, situation: Situation): Set<QuestionId> {
  const wanted = new Set<QuestionId>();
  collect(condition, situation, wanted, true);
  return wanted;
}

function collect(condition: Condition, situation: Situation, wanted: Set<QuestionId>, deep: boolean): void {
  if (compile(condition)(situation) !== undefined) return;
  switch (condition.is) {
    case "all":
    case "any":
      for (const each of condition.of) collect(each, situation, wanted, deep);
      return;
    case "not":
      collect(condition.of, situation, wanted, deep);
      return;
    case "derived":
      collect(derivedConditions[condition.name], situation, wanted, deep);
      return;
    case "fact":
      for (const question of factReads[condition.name]) wanted.add(question);
      return;
    case "vendor":
      wanted.add("vendor");
      return;
    case "eq":
    case "has":
    case "gte":
    case "known": {
      wanted.add(condition.question);
      const asked = situation.checklist.questions.find((question) => question.id === condition.question)?.askedIf;
      if (deep && asked !== undefined) collect(asked, situation, wanted, deep);
      return;
    }
    case "always":
    case "listed":
    case "routed":
    case "workload":
    case "words":
    case "explain":
      return;
  }
}
