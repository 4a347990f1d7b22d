import { type Advisor, resultOf, situationOf } from "../advice/advise.ts";
import type { Situation } from "../advice/situation.ts";
import type { Answers, Problem } from "../checklist/answers.ts";
import type { QuestionId } from "../checklist/ids.ts";
import type { Question } from "../checklist/question.ts";
import type { Event, Screen } from "../screen/screen.ts";
import { type Draft, emptyDraft } from "../store/rows.ts";
import { fieldsOf } from "./fields.ts";
import { askedOn, isOpen, nextPage, type Page, pageBefore, pageOf, pages } from "./pages.ts";
import { asksSomeone, readFields, type Values, wasShown } from "./read-fields.ts";
import { pageScreen, reviewScreen } from "./screens.ts";
import { workFields } from "./workload/fields.ts";
import { readWork } from "./workload/read.ts";

/** What comes of an event: the draft as it is now, and what to show. */
export type Turn = { draft: Draft; screen: Screen };

/** Answers an event. Pure: what is stored or shown is the adapter's business. An unknown page shows the present state. */
export function converse(advisor: Advisor, draft: Draft, event: Event): Turn {
  switch (event.event) {
    case "start":
      return show(advisor, draft, nextPage(undefined, situationOf(advisor, draft.answers)));
    case "open":
      return show(
        advisor,
        draft,
        pageBy(event.page) ?? pageOf(event.page as QuestionId, situationOf(advisor, draft.answers)),
        true,
      );
    case "submit":
      return submit(advisor, draft, pageBy(event.page), event.values);
    case "press": {
      if (event.action === "restart") return show(advisor, emptyDraft, pages[0]);
      const kept = typedSoFar(advisor, draft, pageBy(event.page), event.values);
      return show(advisor, kept, pageBefore(pageBy(event.page), situationOf(advisor, kept.answers)) ?? pages[0]);
    }
  }
}

function pageBy(id: string): Page | undefined {
  return pages.find((page) => page.id === id);
}

/** Takes the answers of a page over: all of them, or none and the problems beside their fields. */
function submit(advisor: Advisor, draft: Draft, page: Page | undefined, values: Values): Turn {
  const situation = situationOf(advisor, draft.answers);
  if (page === undefined) return show(advisor, draft, nextPage(undefined, situation));
  const problems: Problem[] = [];
  const answers: Record<string, unknown> = { ...draft.answers };
  const asking = new Set(draft.asking);
  for (const question of askedOn(page, situation, true)) {
    if (!wasShown(question, values)) continue;
    const read = readPage(advisor, page, question, values, situation);
    if ("problem" in read) problems.push(read.problem);
    else if (read.answer === undefined) delete answers[question.id];
    else answers[question.id] = read.answer;
    if (asksSomeone(question, values)) asking.add(question.id);
    else asking.delete(question.id);
  }
  if (problems.length > 0) return { draft, screen: withProblems(advisor, draft, page, values, problems) };
  const kept: Draft = { answers: answers as Answers, asking: [...asking] };
  const after = situationOf(advisor, kept.answers);
  // An answer may open another question of the same page: the page then stays, with the rest filled in.
  const opened = isOpen(page, after);
  return show(advisor, kept, opened ? page : nextPage(page, after));
}

/** What was typed before going back is kept as far as it is right; what was left empty is not an answer yet. */
function typedSoFar(advisor: Advisor, draft: Draft, page: Page | undefined, values: Values = {}): Draft {
  const filled = Object.entries(values).filter(([, value]) => value !== null && value.length > 0);
  if (page === undefined || filled.length === 0) return draft;
  return submit(advisor, draft, page, Object.fromEntries(filled)).draft;
}

function show(advisor: Advisor, draft: Draft, page: Page | undefined, told = false): Turn {
  const situation = situationOf(advisor, draft.answers);
  const result = resultOf(advisor, situation);
  if (page === undefined) return { draft, screen: reviewScreen(advisor, situation, result, draft) };
  return { draft, screen: pageScreen(page, fieldsFor(advisor, page, situation, draft, told), situation, result) };
}

/** The workload is read by page, as its second page adds to the first; every other question by its own fields. */
function readPage(advisor: Advisor, page: Page, question: Question, values: Values, situation: Situation) {
  if (question.kind.type !== "workload") return readFields(question, values, situation);
  const read = readWork(page.id, values, advisor, situation);
  return "problem" in read ? read : { answer: read.work };
}

function fieldsFor(advisor: Advisor, page: Page, situation: Situation, draft: Draft, told: boolean) {
  const fields = askedOn(page, situation, told).flatMap((question) =>
    question.kind.type === "workload"
      ? workFields(question, page.id, advisor, situation)
      : fieldsOf(question, situation, draft.asking),
  );
  return page.duties === undefined
    ? fields
    : fields.filter((field) => page.duties?.some((duty) => field.id === `duties.${duty}`));
}

/** The page again, with what was typed, and each problem on its field. */
function withProblems(
  advisor: Advisor,
  draft: Draft,
  page: Page,
  values: Values,
  problems: readonly Problem[],
): Screen {
  const situation = situationOf(advisor, draft.answers);
  const fields = fieldsFor(advisor, page, situation, draft, true)
    .filter((field) => field.id in values)
    .map(
      (field) =>
        ({
          ...field,
          value: values[field.id] ?? null,
          problem: problems.find((each) => each.field === field.id)?.text ?? null,
        }) as typeof field,
    );
  return pageScreen(page, fields, situation, resultOf(advisor, situation));
}
