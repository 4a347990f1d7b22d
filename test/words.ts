import type { QuestionId } from "../src/checklist/ids.ts";
import { type PageId, pages } from "../src/checklist/pages.ts";
import type { Option } from "../src/checklist/question.ts";
import { questions } from "../src/checklist/questions/index.ts";
import { routeSteps } from "../src/checklist/routes.ts";
import { rules } from "../src/checklist/rules/index.ts";

/** An option of the checklist: tests name it by its ids, so that no word of it is written down twice. */
export function optionOf(question: QuestionId, option: string): Option {
  const kind = questions.find(({ id }) => id === question)?.kind;
  const found =
    kind?.type === "choice" || kind?.type === "choices" ? kind.options.find(({ id }) => id === option) : null;
  if (!found) throw new Error(`${question} has no option ${option}`);
  return found;
}

/** The option as a clause behind "because". */
export function clauseOf(question: QuestionId, option: string): string {
  const { says } = optionOf(question, option);
  if (says === undefined) throw new Error(`${question} ${option} is no clause`);
  return says;
}

/** Why this step of the route decision goes before later ones. */
export function comesFirst(rule: string): string {
  const step = routeSteps.find((each) => each.rule === rule);
  if (step === undefined) throw new Error(`no step of ${rule}`);
  return step.comesFirst;
}

/** The title of a page of the conversation. */
export function pageTitle(id: PageId): string {
  return pages.find((page) => page.id === id)?.title ?? id;
}

/** What a rule tells people to do. */
export function ruleTitle(id: string): string {
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule.title;
}

/** How a question is put. */
export function asked(id: QuestionId): string {
  return questions.find((question) => question.id === id)?.text ?? id;
}
