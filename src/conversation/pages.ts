import { isPrefilled } from "../advice/next.ts";
import type { Situation } from "../advice/situation.ts";
import { type Duty, duties, type QuestionId, type Step } from "../checklist/ids.ts";
import type { Question } from "../checklist/question.ts";
import { workKind } from "./workload/kind.ts";

/** Questions that are asked together. A page shows at most five fields: a form of Discord holds no more. */
export type Page = {
  id: string;
  step: Step;
  title: string;
  questions: readonly QuestionId[];
  /** Which duties the page asks for: nine names do not fit on one. */
  duties?: readonly Duty[];
};

const page = (id: string, step: Step, title: string, ...questions: QuestionId[]): Page => ({
  id,
  step,
  title,
  questions,
});

/** The pages in their order. Which of them are shown follows from the answers alone. */
export const pages: readonly Page[] = [
  page("work", "route", "What is the work?", "job", "audience", "output", "vendor"),
  page("unattended", "route", "Does it run by itself?", "unattended"),
  page("program", "route", "The program", "stage", "shape", "controls", "builder"),
  page("people", "route", "The people", "intensity", "seats", "team_needs"),
  page("rules", "route", "What has to be kept to", "enterprise_needs", "data", "funding"),
  page("quote", "route", "The vendor's quote", "quote"),
  page("unit", "unit", "What drains", "unit", "refunds", "rights", "can_wait"),
  page("link", "unit", "Two balances of one vendor", "link"),
  page("owner", "ownership", "Who owns it", "owner_kind", "owner"),
  page("money", "ownership", "Limits and payment", "cap", "payment", "country_supported"),
  { ...page("duties", "ownership", "Who looks after it", "duties"), duties: duties.slice(0, 5) },
  { ...page("duties-2", "ownership", "Who looks after it, continued", "duties"), duties: duties.slice(5) },
  page("expiry", "expiry", "When it ends", "funding", "expiry", "expires_on", "rollover", "at_zero"),
  page("workload", "workload", "How much work is it?", "workload"),
  page("lengths", "workload", "How long are the texts?", "workload"),
];

/** The page that a question stands on. */
export function pageOf(id: QuestionId, situation: Situation): Page | undefined {
  return pages.find((each) => each.questions.includes(id) && standsOn(each, id, situation));
}

/** How a trial is topped up decides its route; later it only belongs to what happens at the end of a balance. */
function standsOn(here: Page, id: QuestionId, situation: Situation): boolean {
  if (id === "workload") return here.id === "workload" ? workKind(situation) !== undefined : hasText(situation);
  return id !== "funding" || here.step === (situation.answer("stage") === "trying" ? "route" : "expiry");
}

/** The questions of a page that are asked now. What the catalogue knows is among them only when `told` is wanted. */
export function askedOn(here: Page, situation: Situation, told: boolean): Question[] {
  return here.questions.flatMap((id) => {
    const question = situation.checklist.questions.find((each) => each.id === id);
    if (question === undefined || situation.asked(id) !== true || !standsOn(here, id, situation)) return [];
    return told || !isPrefilled(question, situation) || situation.answers[id] !== undefined ? [question] : [];
  });
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
  return here.duties?.some((duty) => situation.answer("duties")?.[duty] === undefined) === true;
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
