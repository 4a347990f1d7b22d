import { compile, type Test } from "../checklist/compile.ts";
import type { Condition } from "../checklist/condition.ts";
import { derivedConditions } from "../checklist/derived.ts";
import { factWords } from "../checklist/fact-words.ts";
import type { FactId, QuestionId, Route } from "../checklist/ids.ts";
import type { Question } from "../checklist/question.ts";
import type { Truth } from "../checklist/truth.ts";
import { messages } from "./messages.ts";
import type { RuledOut } from "./result.ts";
import type { Situation } from "./situation.ts";

/** Why a listed route is recommended: the answers that made its step true. */
export function why(route: Route, situation: Situation): string[] {
  const rules = situation.routes.find((each) => each.route === route)?.rules ?? [];
  const steps = situation.checklist.steps.filter(
    (step) => step.route === route && rules.includes(step.rule) && step.test(situation) === true,
  );
  return unique(steps.flatMap((step) => reasons(step.if, situation, true).map(({ text }) => text)));
}

/** Why a route is not recommended: the answers that made its steps false, or what comes before it. */
export function whyNot(route: Route, situation: Situation): string[] {
  return unique(against(route, situation).map(({ text }) => text));
}

/**
 * Whether a route that is not recommended is out of the question (`cannot`: nobody asks on that list, or it is not sold for
 * what has to come out), or only comes after another (`not_now`).
 */
export function howRuledOut(route: Route, situation: Situation): RuledOut["how"] {
  const causes = against(route, situation);
  return causes.length === 0 || causes.some(({ how }) => how === "cannot") ? "cannot" : "not_now";
}

type Cause = { text: string; how: RuledOut["how"] };

function against(route: Route, situation: Situation): Cause[] {
  const { steps } = situation.checklist;
  const own = steps.filter((step) => step.route === route);
  const applying = own.filter(({ list }) => list === "enterprise" || situation.derived(list) === true);
  // Of two lists that know the route, the one that applies has the reason; the other only says that it does not apply.
  if (applying.length === 0) return own.flatMap((step) => causesOf(reasons(step.if, situation, false), () => "cannot"));
  return applying.flatMap((step) => {
    if (step.test(situation) === false)
      return causesOf(reasons(step.if, situation, false), (of) => (sells.has(of) ? "cannot" : "not_now"));
    const earlier = steps.slice(0, steps.indexOf(step)).find((each) => each.list === step.list && each.test(situation));
    return earlier === undefined ? [] : [{ text: earlier.comesFirst, how: "not_now" }];
  });
}

/** What decides whether a route is sold for the work at all. */
const sells: ReadonlySet<Reason["of"]> = new Set(["output", "package_sold"]);

function causesOf(found: readonly Reason[], how: (of: Reason["of"]) => Cause["how"]): Cause[] {
  return found.map(({ text, of }) => ({ text, how: how(of) }));
}

/** A clause that says why, and the question or fact that it is about. */
type Reason = { text: string; of: QuestionId | FactId | "vendor" };

/** The leaves that make a condition what it is, each as a clause. Leaves that nobody has answered give none. */
function reasons(condition: Condition, situation: Situation, wanted: boolean): Reason[] {
  if (truthOf(condition, situation) !== wanted) return [];
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
      return [
        { text: wanted ? factWords[condition.name].says : factWords[condition.name].saysNot, of: condition.name },
      ];
    case "vendor":
      return [
        {
          text: (wanted ? messages.chosen : messages.notChosen)(situation.market.vendorName(condition.vendor)),
          of: "vendor",
        },
      ];
    case "listed":
    case "routed":
    case "always":
    case "workload":
    case "words":
    case "explain":
      return [];
  }
}

const tests = new WeakMap<Condition, Test>();

/** Conditions are written down once: each is compiled once. */
function truthOf(condition: Condition, situation: Situation): Truth {
  const known = tests.get(condition) ?? compile(condition);
  tests.set(condition, known);
  return known(situation);
}

function sayAnswer(id: QuestionId, situation: Situation): Reason[] {
  const askedIf = situation.checklist.questions.find((each) => each.id === id)?.askedIf;
  // A question that is not asked says nothing by itself; why it is not asked does.
  if (situation.asked(id) === false && askedIf !== undefined) return reasons(askedIf, situation, false);
  if (situation.asked(id) !== true) return [];
  const question = situation.checklist.questions.find((each) => each.id === id);
  if (question === undefined) return [];
  const said = (words: string): Reason[] => [{ text: messages.answered(question.topic, words), of: id }];
  const count = question.kind.type === "count" ? situation.count(id) : undefined;
  if (count !== undefined) return said(String(count));
  const given = situation.options(id);
  if (given === undefined || (question.kind.type !== "choice" && question.kind.type !== "choices")) return [];
  const clauses = question.kind.options.flatMap((option) =>
    given.includes(option.id) && option.says !== undefined ? [{ text: option.says, of: id }] : [],
  );
  return clauses.length > 0 ? clauses : said(optionLabels(question, given));
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
