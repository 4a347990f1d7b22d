import type { Answers } from "../checklist/answers.ts";
import type { Checklist } from "../checklist/checklist.ts";
import { type QuestionId, type Route, routes } from "../checklist/ids.ts";
import type { Market } from "../market/market.ts";
import { wantedBefore } from "./missing.ts";
import { type RouteQuestion, routeQuestions } from "./route-questions.ts";
import { Situation } from "./situation.ts";

/** A single answer that would change the primary route. `route` is null where it would leave none. */
export type Flip = { question: QuestionId; to: string; route: Route | null };

/** What the route decision depends on, looked up rather than worked out again. Only a memory: it never changes a result. */
export type RouteBook = {
  /** Routes that are not listed, and that some completion of the answers would list. */
  stillOpen(situation: Situation): readonly Route[];
  flips(situation: Situation): readonly Flip[];
};

export function openRouteBook(checklist: Checklist, market: Market): RouteBook {
  const questions = routeQuestions(checklist, market);
  const open = new Map<string, readonly Route[]>();
  const flips = new Map<string, readonly Flip[]>();
  const once = <T>(memory: Map<string, T>, situation: Situation, find: () => T): T => {
    const key = keyOf(situation.answers, questions);
    const known = memory.get(key);
    if (known !== undefined) return known;
    const found = find();
    // A bound, so that a long-lived process cannot be filled up by unusual answers.
    if (memory.size >= 50_000) memory.clear();
    memory.set(key, found);
    return found;
  };
  return {
    stillOpen: (situation) => once(open, situation, () => possibleRoutes(situation, questions)),
    flips: (situation) => once(flips, situation, () => findFlips(situation, questions)),
  };
}

/**
 * Follows every completion of the answers through the route decision: at each open step the first wanting question is
 * answered in every way that matters. Exact, and short, since only questions that a step still waits for are tried.
 */
function possibleRoutes(situation: Situation, questions: readonly RouteQuestion[]): Route[] {
  const reached = new Set<Route>();
  const seen = new Set<string>();
  const follow = (here: Situation): void => {
    const next = firstWanted(here, questions);
    if (next === undefined) {
      for (const { route } of here.routes) reached.add(route);
      return;
    }
    for (const stand of next.stands) {
      const answers: Answers = { ...here.answers, [next.id]: stand };
      const key = keyOf(answers, questions);
      if (seen.has(key)) continue;
      seen.add(key);
      follow(new Situation(here.checklist, here.market, answers));
    }
  };
  follow(situation);
  const listed = new Set(situation.routes.map((each) => each.route));
  return routes.filter((route) => reached.has(route) && !listed.has(route));
}

/** The first question that a still undecided step waits for. */
function firstWanted(situation: Situation, questions: readonly RouteQuestion[]): RouteQuestion | undefined {
  const decided = new Set<string>();
  const wanted = new Set<QuestionId>();
  for (const step of situation.checklist.steps) {
    if (decided.has(step.list)) continue;
    const truth = step.test(situation);
    if (truth === true) decided.add(step.list);
    if (truth === undefined) for (const question of wantedBefore(step.if, situation)) wanted.add(question);
  }
  // Whoever gets the result can turn a person's work into code, though the person's list does not wait for it.
  if (situation.options("audience") === undefined && situation.derived("person") === true) wanted.add("audience");
  return questions.find((question) => wanted.has(question.id));
}

function findFlips(situation: Situation, questions: readonly RouteQuestion[]): Flip[] {
  const primary = situation.routes[0]?.route ?? null;
  return questions.flatMap((question) =>
    situation.asked(question.id) !== true
      ? []
      : question.options.flatMap((to): Flip[] => {
          const answers: Answers = { ...situation.answers, [question.id]: changed(situation, question, to) };
          const route = new Situation(situation.checklist, situation.market, answers).routes[0]?.route ?? null;
          return route === primary ? [] : [{ question: question.id, to, route }];
        }),
  );
}

/** A single answer is replaced; to many an option is added, and "none" stands alone. */
function changed(situation: Situation, question: RouteQuestion, to: string): string | string[] {
  if (!question.many) return to;
  const given = situation.answer(question.id);
  const kept =
    Array.isArray(given) && to !== "none" ? given.filter((option) => option !== "none" && option !== to) : [];
  return [...kept, to];
}

function keyOf(answers: Answers, questions: readonly RouteQuestion[]): string {
  let key = "";
  for (const question of questions) key += `${question.classOf(answers)}|`;
  return key;
}
