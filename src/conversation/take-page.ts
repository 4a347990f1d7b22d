import type { Advisor } from "../advice/advise.ts";
import type { Situation } from "../advice/situation.ts";
import type { Answers } from "../checklist/answers.ts";
import { dutiesOn, type Page } from "../checklist/pages.ts";
import type { Question } from "../checklist/question.ts";
import type { Field, Values } from "../screen/screen.ts";
import type { Draft } from "../store/rows.ts";
import { allDuties, fieldsOf, unknown } from "./fields.ts";
import type { FieldProblem } from "./form-problems.ts";
import { askedOn } from "./pages.ts";
import { asksSomeone, type ReadQuestion, readFields, valuesOf } from "./read-fields.ts";
import type { Standing } from "./standing.ts";
import { workFields } from "./workload/fields.ts";
import { readWork } from "./workload/read.ts";

/** The fields of a page. `told`: with the questions that the catalogue has answered. */
export function fieldsFor(advisor: Advisor, page: Page, standing: Standing, told: boolean): Field[] {
  return askedOn(page, standing.situation, told).flatMap((question) => drawn(advisor, page, question, standing));
}

/** The fields of one question on a page, with what was typed into them and made no answer yet. */
function drawn(advisor: Advisor, page: Page, question: Question, { draft, situation }: Standing): Field[] {
  const all =
    question.kind.type === "workload"
      ? workFields(question, page.id, advisor, situation)
      : fieldsOf(question, situation);
  const parts: readonly string[] = dutiesOn[page.id] ?? [allDuties];
  const fields =
    question.kind.type === "duties" ? all.filter((field) => parts.some((part) => field.id === `duties.${part}`)) : all;
  return fields.map((field) => ({ ...field, value: draft.typed?.[field.id] ?? field.value }) as typeof field);
}

/** The draft with the answers of a page that was sent, what is wrong on it, and how amounts were understood. */
export function takePage(
  advisor: Advisor,
  page: Page,
  { draft, situation }: Standing,
  values: Values,
): { draft: Draft; problems: FieldProblem[]; understood: string[] } {
  const problems: FieldProblem[] = [];
  const understood: string[] = [];
  let taken = draft;
  for (const question of askedOn(page, situation, true)) {
    const own = valuesOf(question, values);
    if (Object.keys(own).length === 0) {
      if (leftUnpicked(question, page, situation)) taken = answered(taken, question, own, unknown);
      continue;
    }
    const read = readQuestion(advisor, page, question, own, situation);
    if ("problems" in read) problems.push(...read.problems);
    else {
      taken = answered(taken, question, own, read.answer);
      understood.push(...(read.understood ?? []));
    }
  }
  return { draft: taken, problems, understood };
}

/** People may be picked beside the form: of whom it says nothing, and nobody was picked, nobody is known yet. */
function leftUnpicked(question: Question, page: Page, situation: Situation): boolean {
  const { id, kind } = question;
  if ((kind.type !== "owner" && kind.type !== "duties") || situation.answers[id] !== undefined) return false;
  return askedOn(page, situation, false).includes(question);
}

/** The draft with somebody who was picked beside the form, or with nobody any more. */
export function takePicked(advisor: Advisor, page: Page, standing: Standing, values: Values): Draft {
  const stood = fieldsFor(advisor, page, standing, true).filter(
    ({ field, id }) => field === "person" && Object.keys(values).some((each) => questionOf(each) === questionOf(id)),
  );
  const before: Values = Object.fromEntries(stood.map(({ id, value }) => [id, value]));
  const picked = Object.entries(values).filter(([id]) => id in before);
  if (picked.length === 0) return standing.draft;
  const { draft, problems } = takePage(advisor, page, standing, { ...before, ...Object.fromEntries(picked) });
  return problems.length === 0 ? draft : standing.draft;
}

const questionOf = (field: string) => field.split(".")[0];

/**
 * The draft with what was typed on a page that is left: what is right is kept, what is wrong is dropped, and what was left
 * empty is not an answer yet. What is right and makes no answer, such as three parts of four, is kept as it was typed.
 */
export function keepTyped(advisor: Advisor, page: Page, standing: Standing, values: Values): Draft {
  const fields = new Set(fieldsFor(advisor, page, standing, true).map(({ id }) => id));
  const filled = Object.fromEntries(
    Object.entries(values).filter(([field, value]) => fields.has(field) && value !== null && value.length > 0),
  );
  let kept = standing.draft;
  for (const question of askedOn(page, standing.situation, true)) {
    const own = valuesOf(question, filled);
    if (Object.keys(own).length === 0) continue;
    const { right, answer } = whatIsRight(advisor, page, question, own, standing);
    if (Object.keys(right).length === 0) continue;
    kept = answer === undefined ? typedOnly(kept, question, right) : answered(kept, question, right, answer.is);
  }
  return kept;
}

/** The fields without what is wrong in them, and the answer that they then make together with what stood there before. */
function whatIsRight(
  advisor: Advisor,
  page: Page,
  question: Question,
  own: Values,
  standing: Standing,
): { right: Values; answer: { is: Answers[keyof Answers] | undefined } | undefined } {
  const stood = drawn(advisor, page, question, standing).filter(({ value }) => value !== null);
  const before: Values = Object.fromEntries(stood.map(({ id, value }) => [id, value]));
  const right: Values = { ...own };
  for (;;) {
    const read = readQuestion(advisor, page, question, { ...before, ...right }, standing.situation);
    if (!("problems" in read)) {
      // An amount is wanting without which the rest of the work is none.
      const open = question.kind.type === "workload" && read.answer === "unknown";
      return { right, answer: open ? undefined : { is: read.answer } };
    }
    const wrong = read.problems.filter((problem) => problem.wrong && problem.field in right);
    if (wrong.length === 0) return { right, answer: undefined };
    for (const { field } of wrong) delete right[field];
  }
}

function answered(draft: Draft, question: Question, own: Values, answer: Answers[keyof Answers] | undefined): Draft {
  const answers: Record<string, unknown> = { ...draft.answers };
  if (answer === undefined) delete answers[question.id];
  else answers[question.id] = answer;
  const asking = draft.asking.filter((id) => id !== question.id);
  const asks = asksSomeone(question, own);
  const kept = asks && draft.asking.includes(question.id) ? draft.asking : asks ? [...asking, question.id] : asking;
  return typedOnly({ ...draft, answers: answers as Answers, asking: kept }, question, {});
}

/** What was typed for a question, in place of what was typed for it before. */
function typedOnly(draft: Draft, question: Question, right: Values): Draft {
  const old = valuesOf(question, draft.typed ?? {});
  const rest = Object.entries(draft.typed ?? {}).filter(([field]) => !(field in old));
  const typed = { ...Object.fromEntries(rest), ...right };
  const { typed: _, ...plain } = draft;
  return Object.keys(typed).length === 0 ? plain : { ...plain, typed };
}

/** The workload is read by page, as its second page adds to the first; every other question by its own fields. */
function readQuestion(
  advisor: Advisor,
  page: Page,
  question: Question,
  values: Values,
  situation: Situation,
): ReadQuestion {
  if (question.kind.type !== "workload") return readFields(question, values, situation);
  const read = readWork(page.id, values, advisor, situation);
  return "problems" in read ? read : { answer: read.work, understood: read.understood };
}
