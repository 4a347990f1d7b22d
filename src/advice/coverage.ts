import { type Condition, leaves } from "../checklist/condition.ts";
import { derivedConditions } from "../checklist/derived.ts";
import { expand } from "../checklist/expand.ts";
import type { QuestionId, Route } from "../checklist/ids.ts";
import type { Advisor } from "./advise.ts";
import { optionTries, routeTries, type Tries, walk } from "./walk.ts";

/** What walking through every path of the checklist found. Lists of what was not reached are empty when all is well. */
export type Coverage = {
  paths: number;
  routesNotReached: Route[];
  optionsNotReached: string[];
  rulesNotReached: string[];
};

/**
 * Walks every path of the questions that decide routes, the quote included; then, for each rule that answers can fire, the questions it reads, until it has fired once.
 */
export function cover(advisor: Advisor): Coverage {
  const routes = new Set<Route>();
  let paths = walk(advisor, fullTries(advisor), (situation) => {
    for (const { route } of situation.routes) routes.add(route);
    return undefined;
  });
  const rulesNotReached: string[] = [];
  for (const ready of advisor.checklist.ready) {
    if (!answersCanFire(ready.rule.if)) continue;
    let fired = false;
    paths += walk(advisor, ruleTries(advisor, ready.rule.if), (situation) => {
      fired = ready.fires(situation) === true;
      return !fired;
    });
    if (!fired) rulesNotReached.push(ready.rule.id);
  }
  const wanted = new Set(advisor.checklist.steps.map((step) => step.route));
  return {
    paths,
    routesNotReached: [...wanted].filter((route) => !routes.has(route)),
    optionsNotReached: optionsNotReached(advisor),
    rulesNotReached,
  };
}

/**
 * The questions of the full walk: those that decide routes, and the quote, which is refused together with one. Stages and
 * data are told apart by rules, though no route does. What other questions do to a rule is walked through for each rule.
 */
export function fullTries(advisor: Advisor): Tries[] {
  const whole: readonly QuestionId[] = ["stage", "data"];
  const routes = routeTries(advisor).map((tries) =>
    whole.includes(tries.id) ? optionTries(advisor, tries.id) : tries,
  );
  return [...routes, quoteTries];
}

const quoteTries: Tries = {
  id: "quote",
  answers: ["none", { amount: "12000", currency: "USD", unit: "year", term: "12 months" }, "unknown"],
};

/** Rules on the workload or on typed words, and those that are only explained, are fired by something else. */
function answersCanFire(condition: Condition): boolean {
  const all = leaves(condition);
  const byAnswers = (leaf: Condition) => leaf.is !== "words" && leaf.is !== "workload" && leaf.is !== "explain";
  if (condition.is === "any") return condition.of.some(answersCanFire);
  // "And there is no workload yet" is true of every set of answers.
  return condition.is === "all"
    ? condition.of.every((each) => each.is === "not" || answersCanFire(each))
    : all.every(byAnswers);
}

function ruleTries(advisor: Advisor, condition: Condition): Tries[] {
  const { questions, steps } = advisor.checklist;
  const expanded = expand(condition, { questions, steps, derived: derivedConditions });
  const read = new Set(leaves(expanded).flatMap((leaf) => ("question" in leaf ? [leaf.question] : [])));
  if (leaves(expanded).some((leaf) => leaf.is === "vendor" || leaf.is === "fact")) {
    for (const id of ["job", "audience", "vendor", "intensity"] as const) read.add(id);
  }
  return questions
    .filter((question) => read.has(question.id))
    .map((question) => triesOf(advisor, question.id, condition));
}

function triesOf(advisor: Advisor, id: QuestionId, condition: Condition): Tries {
  const { checklist, market } = advisor;
  const kind = checklist.questions.find((question) => question.id === id)?.kind;
  switch (kind?.type) {
    case "choice":
      return optionTries(advisor, id);
    case "choices": {
      const tries = optionTries(advisor, id);
      return {
        id,
        answers: [...tries.answers, kind.options.filter((option) => option.id !== "none").map((option) => option.id)],
      };
    }
    case "vendors": {
      const named = leaves(condition).flatMap((leaf) => (leaf.is === "vendor" ? [[leaf.vendor]] : []));
      const vendors = market.catalogue.vendors.map((vendor) => vendor.id);
      const rows = market.catalogue.rows.filter((row) => market.isSold(row)).map((row) => [row.id]);
      return { id, answers: [...named, vendors, ...vendors.map((vendor) => [vendor]), ...rows, ["other"]] };
    }
    case "count":
      return { id, answers: [5, "unknown"] };
    case "quote":
      return quoteTries;
    case "date":
    case "owner":
    case "duties":
    case "link":
    case "workload":
    case "channel":
    case undefined:
      return { id, answers: ["unknown"] };
  }
}

/** Options of questions that no walk can ask. */
function optionsNotReached(advisor: Advisor): string[] {
  const { questions, steps } = advisor.checklist;
  return questions.flatMap((question) => {
    if (question.kind.type !== "choice" && question.kind.type !== "choices") return [];
    const read = new Set(
      leaves(expand(question.askedIf, { questions, steps, derived: derivedConditions })).flatMap((leaf) =>
        "question" in leaf ? [leaf.question] : [],
      ),
    );
    if (question.id === "expiry" || read.has("expiry"))
      for (const id of ["job", "audience", "intensity", "vendor", "expiry"] as const) read.add(id);
    read.delete(question.id);
    const tries = questions
      .filter((each) => read.has(each.id))
      .map((each) => triesOf(advisor, each.id, question.askedIf));
    const options = new Set(question.kind.options.map((option) => option.id));
    let asked = false;
    walk(advisor, tries, (situation) => {
      asked = situation.asked(question.id) === true;
      return !asked;
    });
    return asked ? [] : [...options].map((option) => `${question.id}.${option}`);
  });
}
