import { isPrefilled } from "../advice/next.ts";
import type { Situation } from "../advice/situation.ts";
import type { QuestionId } from "../checklist/ids.ts";
import { continues, dutiesOn, type Page, pages } from "../checklist/pages.ts";
import type { Question } from "../checklist/question.ts";
import { matters } from "./matters.ts";
import { workKind } from "./workload/kind.ts";

/** The page that a question stands on; `undefined` where there is none for it now. */
export function pageOf(id: QuestionId, situation: Situation): Page | undefined {
  const question = situation.checklist.questions.find((each) => each.id === id);
  // Opened by themselves, the duties stand part by part.
  if (id === "duties") return pages.find((page) => page.id === "duties");
  return question && pages.find((each) => standsOn(each, question, situation, true));
}

/** On the way the duties are one field beside the owner; their parts stand on pages that are opened by themselves (`told`). */
function standsOn(here: Page, question: Question, situation: Situation, told: boolean): boolean {
  if (question.id === "duties" && (here.id === "owner" || !told)) return here.id === "owner";
  // The second page of the work is only there for texts, the first only for work that can be estimated.
  if (question.id === "workload" && here.id === "lengths" && !hasText(situation)) return false;
  if (question.id === "workload" && here.id === "workload" && workKind(situation) === undefined) return false;
  return (continues[here.id] ?? here.id) === situation.checklist.pageOf(question, situation);
}

/**
 * The questions of a page that are asked now: those whose answers still matter, and those that were answered. With `told`
 * also what the catalogue knows, and what only adds detail.
 */
export function askedOn(here: Page, situation: Situation, told: boolean): Question[] {
  return situation.checklist.questions.filter(
    (question) =>
      standsOn(here, question, situation, told) &&
      situation.asked(question.id) === true &&
      (told || situation.answers[question.id] !== undefined || isInWalk(question, situation)),
  );
}

function isInWalk(question: Question, situation: Situation): boolean {
  return !isPrefilled(question, situation) && matters(situation).has(question.id);
}

/** Whether a page still has something to ask: asked, not answered, not known from the catalogue. */
export function isOpen(here: Page, situation: Situation): boolean {
  return askedOn(here, situation, false).some(
    ({ id, skippable }) => (!skippable || id === "workload") && isUnanswered(id, here, situation),
  );
}

/** "I don't know" is an answer here: the question was put. Of the duties, those of the page count. */
function isUnanswered(id: QuestionId, here: Page, situation: Situation): boolean {
  const given = situation.answers[id];
  if (id === "workload" && hasText(situation)) return here.id === "lengths" && !hasLengths(situation);
  if (id !== "duties" || typeof given !== "object") return given === undefined;
  return dutiesOn[here.id]?.some((duty) => situation.answer("duties")?.[duty] === undefined) === true;
}

/** Whether the work is text and was given: only then are lengths asked. */
function hasText({ answers }: Situation): boolean {
  return typeof answers.workload === "object" && answers.workload.kind === "text";
}

function hasLengths({ answers }: Situation): boolean {
  return typeof answers.workload === "object" && answers.workload.basis !== undefined;
}

/** The first open page after one, else the first open one at all; `undefined` when everything is answered. */
export function nextPage(after: Page | undefined, situation: Situation): Page | undefined {
  const from = after === undefined ? 0 : pages.indexOf(after) + 1;
  return [...pages.slice(from), ...pages.slice(0, from)].find((each) => each !== after && isOpen(each, situation));
}

/** The nearest page before one that has anything to show. */
export function pageBefore(here: Page | undefined, situation: Situation): Page | undefined {
  const at = here === undefined ? pages.length : pages.indexOf(here);
  return pages.slice(0, at).findLast((each) => askedOn(each, situation, false).length > 0);
}
