import { compile } from "../checklist/compile.ts";
import type { Condition } from "../checklist/condition.ts";
import { derivedConditions } from "../checklist/derived.ts";
import { facts } from "../checklist/facts.ts";
import type { QuestionId, Route } from "../checklist/ids.ts";
import type { Question } from "../checklist/question.ts";
import type { Situation } from "./situation.ts";

/** Why a listed route is recommended: the answers that made its step true. */
export function why(route: Route, situation: Situation): string[] {
  const rules = situation.routes.find((each) => each.route === route)?.rules ?? [];
  const steps = situation.checklist.steps.filter(
    (step) => step.route === route && rules.includes(step.rule) && step.test(situation) === true,
  );
  return unique(steps.flatMap((step) => reasons(step.if, situation, true)));
}

/** Why a route is not recommended: the answers that made its steps false, or the step that came before. */
export function whyNot(route: Route, situation: Situation): string[] {
  const { steps } = situation.checklist;
  const own = steps.filter((step) => step.route === route);
  // Of two lists that know the route, the one that applies has the reason; the other only says that it does not apply.
  const applying = own.filter(({ list }) => list === "enterprise" || situation.derived(list) === true);
  const telling = applying.length > 0 ? applying : own;
  const found = telling.flatMap((step) => {
    const at = steps.indexOf(step);
    if (step.test(situation) === false) return reasons(step.if, situation, false);
    const earlier = steps.slice(0, at).find((each) => each.list === step.list && each.test(situation) === true);
    return earlier === undefined ? [] : reasons(earlier.if, situation, true);
  });
  return unique(found);
}

/** The leaves that make a condition what it is, each as a clause. Leaves that nobody has answered give none. */
function reasons(condition: Condition, situation: Situation, wanted: boolean): string[] {
  if (compile(condition)(situation) !== wanted) return [];
  switch (condition.is) {
    case "all":
    case "any": {
      const lists = condition.of.map((each) => reasons(each, situation, wanted)).filter((list) => list.length > 0);
      // Every part makes "all" true and "any" false; one part is enough for the opposite.
      return (condition.is === "all") === wanted ? lists.flat() : (lists[0] ?? []);
    }
    case "not":
      return reasons(condition.of, situation, !wanted);
    case "derived":
      return reasons(derivedConditions[condition.name], situation, wanted);
    case "eq":
    case "has":
    case "gte":
    case "known":
      return sayAnswer(condition.question, situation);
    case "fact":
      return [wanted ? facts[condition.name].says : `it is not so that ${facts[condition.name].says}`];
    case "vendor":
      return [`${situation.market.vendorName(condition.vendor)} is ${wanted ? "" : "not "}chosen`];
    case "listed":
    case "routed":
    case "always":
    case "workload":
    case "words":
    case "explain":
      return [];
  }
}

function sayAnswer(id: QuestionId, situation: Situation): string[] {
  const askedIf = situation.checklist.questions.find((each) => each.id === id)?.askedIf;
  // A question that is not asked says nothing by itself; why it is not asked does.
  if (situation.asked(id) === false && askedIf !== undefined) return reasons(askedIf, situation, false);
  if (situation.asked(id) !== true) return [];
  const question = situation.checklist.questions.find((each) => each.id === id);
  const given = situation.options(id);
  if (question === undefined || given === undefined) return [];
  if (question.kind.type !== "choice" && question.kind.type !== "choices") return [];
  return [`${question.topic}: ${optionLabels(question, given)}`];
}

/** What the person chose, in the words of the options; undefined where nothing is chosen, or known from the catalogue only. */
export function chosenLabels(id: QuestionId, situation: Situation): string | undefined {
  const question = situation.checklist.questions.find((each) => each.id === id);
  const given = situation.answer(id);
  if (question === undefined || given === undefined) return undefined;
  return optionLabels(question, [given].flat().map(String));
}

function optionLabels({ kind }: Question, given: readonly string[]): string {
  const options = kind.type === "choice" || kind.type === "choices" ? kind.options : [];
  return options
    .filter((option) => given.includes(option.id))
    .map((option) => option.label)
    .join(", ");
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
