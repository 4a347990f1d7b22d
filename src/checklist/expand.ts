import { all, any, type Condition } from "./condition.ts";
import type { DerivedId, QuestionId } from "./ids.ts";
import type { Question } from "./question.ts";
import type { RouteStep } from "./routes.ts";

/** The checklist as it is written down: what names in conditions stand for. */
export type Names = {
  questions: readonly Question[];
  steps: readonly RouteStep[];
  derived: Readonly<Record<DerivedId, Condition>>;
};

/**
 * A condition with every named part written out, and with "and the question is asked" beside each answer. What stays are
 * answers, catalogue facts, vendors and signs. Throws when a name is defined by itself.
 */
export function expand(condition: Condition, names: Names): Condition {
  return expandInside(condition, names, { path: [], routing: false });
}

/** The names that are being written out, and whether one of them is a route. */
type Inside = { path: readonly string[]; routing: boolean };

function expandInside(condition: Condition, names: Names, inside: Inside): Condition {
  const { path, routing } = inside;
  const deeper = (name: string, inner: Condition, deciding = routing): Condition => {
    if (path.includes(name)) throw new Error(`${name} is defined by itself: ${[...path, name].join(" -> ")}`);
    return expandInside(inner, names, { path: [...path, name], routing: deciding });
  };
  const steps = (name: string, pick: (step: RouteStep) => boolean): Condition =>
    // While a route is being decided none is listed yet: a question may depend on the routes, a route never on itself.
    routing ? any() : deeper(`routes ${name}`, any(...names.steps.filter(pick).map((step) => step.if)), true);
  switch (condition.is) {
    case "all":
    case "any":
      return { is: condition.is, of: condition.of.map((each) => expandInside(each, names, inside)) };
    case "not":
      return { is: "not", of: expandInside(condition.of, names, inside) };
    case "derived":
      return deeper(condition.name, names.derived[condition.name]);
    case "listed":
      return steps(condition.route, (step) => step.route === condition.route);
    case "routed":
      return steps(condition.rule, (step) => step.rule === condition.rule);
    case "eq":
    case "has":
    case "gte":
    case "known": {
      const asked = askedIf(condition.question, names);
      return asked.is === "always"
        ? condition
        : all(deeper(`asked ${condition.question}, ${routing}`, asked), condition);
    }
    case "always":
    case "vendor":
    case "fact":
    case "workload":
    case "words":
    case "explain":
      return condition;
  }
}

function askedIf(id: QuestionId, names: Names): Condition {
  const question = names.questions.find((each) => each.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return question.askedIf;
}
