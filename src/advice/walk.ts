import type { Answers } from "../checklist/answers.ts";
import type { QuestionId } from "../checklist/ids.ts";
import type { Advisor } from "./advise.ts";
import { routeQuestions } from "./route-questions.ts";
import { Situation } from "./situation.ts";

/** The answers to try for one question, "I don't know" among them where it is wanted. */
export type Tries = { id: QuestionId; answers: readonly unknown[] };

/**
 * Every path through the given questions: each question that is asked on the path gets each of its answers, one that is
 * not asked gets none. Visits the end of each path; returns how many there were. Stops early when `visit` says so.
 */
export function walk(
  advisor: Advisor,
  tries: readonly Tries[],
  visit: (situation: Situation) => boolean | undefined,
): number {
  let paths = 0;
  const go = (answers: Answers, at: number): boolean => {
    const situation = new Situation(advisor.checklist, advisor.market, answers);
    let next = at;
    while (next < tries.length && situation.asked((tries[next] as Tries).id) !== true) next += 1;
    const question = tries[next];
    if (question === undefined) {
      paths += 1;
      return visit(situation) === false;
    }
    for (const answer of question.answers) {
      if (go({ ...answers, [question.id]: answer }, next + 1)) return true;
    }
    return false;
  };
  go({}, 0);
  return paths;
}

/** The questions that decide routes, with one answer of each class and "I don't know": what the full walk goes through. */
export function routeTries(advisor: Advisor): Tries[] {
  return routeQuestions(advisor.checklist, advisor.market).map(({ id, stands }) => ({
    id,
    answers: [...stands, "unknown"],
  }));
}

/** Every option of a question that has options, and "I don't know". */
export function optionTries(advisor: Advisor, id: QuestionId): Tries {
  const kind = advisor.checklist.questions.find((question) => question.id === id)?.kind;
  if (kind?.type !== "choice" && kind?.type !== "choices") throw new Error(`${id} has no options to walk through`);
  const options = kind.options.map((option) => (kind.type === "choices" ? [option.id] : option.id));
  return { id, answers: [...options, "unknown"] };
}
