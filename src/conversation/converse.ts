import type { Advisor } from "../advice/advise.ts";
import type { Situation } from "../advice/situation.ts";
import type { Answers, Problem } from "../checklist/answers.ts";
import type { QuestionId } from "../checklist/ids.ts";
import { dutiesOn, type Page, pages } from "../checklist/pages.ts";
import type { Question } from "../checklist/question.ts";
import type { Event, Screen } from "../screen/screen.ts";
import { type Draft, emptyDraft } from "../store/rows.ts";
import { fieldsOf } from "./fields.ts";
import { askedOn, isOpen, nextPage, pageBefore, pageOf } from "./pages.ts";
import { asksSomeone, readFields, type Values, wasShown } from "./read-fields.ts";
import { pageScreen, reviewScreen } from "./screens.ts";
import { type Standing, standingOf } from "./standing.ts";
import { workFields } from "./workload/fields.ts";
import { readWork } from "./workload/read.ts";

/** What comes of an event: how the conversation stands now, and what to show. */
export type Turn = Standing & { screen: Screen };

/** Answers an event. Pure: what is stored or shown is the adapter's business. An unknown page shows the present state. */
export function converse(advisor: Advisor, draft: Draft, event: Event): Turn {
  const before = standingOf(advisor, draft);
  switch (event.event) {
    case "start":
      return show(advisor, before, nextPage(undefined, before.situation));
    case "open":
      return show(advisor, before, pageBy(event.page) ?? pageOf(event.page as QuestionId, before.situation), true);
    case "submit":
      return submit(advisor, before, pageBy(event.page), event.values);
    case "press": {
      if (event.action === "restart") return show(advisor, standingOf(advisor, emptyDraft), pages[0]);
      const kept = typedSoFar(advisor, before, pageBy(event.page), event.values);
      return show(advisor, kept, pageBefore(pageBy(event.page), kept.situation) ?? pages[0]);
    }
  }
}

function pageBy(id: string): Page | undefined {
  return pages.find((page) => page.id === id);
}

/** Takes the answers of a page over: all of them, or none and the problems beside their fields. */
function submit(advisor: Advisor, before: Standing, page: Page | undefined, values: Values): Turn {
  const { draft, situation } = before;
  if (page === undefined) return show(advisor, before, nextPage(undefined, situation));
  const { answers, asking, problems } = readPage(advisor, page, before, values);
  if (problems.length > 0) return { ...before, screen: withProblems(advisor, before, page, values, problems) };
  const after = standingOf(advisor, { ...draft, answers, asking }, before);
  // An answer may open another question of the same page: the page then stays, with the rest filled in.
  const opened = isOpen(page, after.situation);
  return show(advisor, after, opened ? page : nextPage(page, after.situation));
}

/** The answers with those of a page taken over, and what is wrong on it. */
function readPage(advisor: Advisor, page: Page, { draft, situation }: Standing, values: Values) {
  const problems: Problem[] = [];
  const answers: Record<string, unknown> = { ...draft.answers };
  const asking = new Set(draft.asking);
  for (const question of askedOn(page, situation, true)) {
    if (!wasShown(question, values)) continue;
    const read = readQuestion(advisor, page, question, values, situation);
    if ("problem" in read) problems.push(read.problem);
    else if (read.answer === undefined) delete answers[question.id];
    else answers[question.id] = read.answer;
    if (asksSomeone(question, values)) asking.add(question.id);
    else asking.delete(question.id);
  }
  return { answers: answers as Answers, asking: [...asking], problems };
}

/** What was typed before going back is kept as far as it is right; what was left empty is not an answer yet. */
function typedSoFar(advisor: Advisor, before: Standing, page: Page | undefined, values: Values = {}): Standing {
  const filled = Object.entries(values).filter(([, value]) => value !== null && value.length > 0);
  if (page === undefined || filled.length === 0) return before;
  return submit(advisor, before, page, Object.fromEntries(filled));
}

function show(advisor: Advisor, standing: Standing, page: Page | undefined, told = false): Turn {
  if (page === undefined) return { ...standing, screen: reviewScreen(advisor, standing) };
  return { ...standing, screen: pageScreen(page, fieldsFor(advisor, page, standing, told), standing) };
}

/** The workload is read by page, as its second page adds to the first; every other question by its own fields. */
function readQuestion(advisor: Advisor, page: Page, question: Question, values: Values, situation: Situation) {
  if (question.kind.type !== "workload") return readFields(question, values, situation);
  const read = readWork(page.id, values, advisor, situation);
  return "problem" in read ? read : { answer: read.work };
}

function fieldsFor(advisor: Advisor, page: Page, { draft, situation }: Standing, told: boolean) {
  const fields = askedOn(page, situation, told).flatMap((question) =>
    question.kind.type === "workload"
      ? workFields(question, page.id, advisor, situation)
      : fieldsOf(question, situation, draft.asking),
  );
  const duties = dutiesOn[page.id];
  return duties === undefined ? fields : fields.filter((field) => duties.some((duty) => field.id === `duties.${duty}`));
}

/** The page again, with what was typed, and each problem on its field. */
function withProblems(
  advisor: Advisor,
  standing: Standing,
  page: Page,
  values: Values,
  problems: readonly Problem[],
): Screen {
  const fields = fieldsFor(advisor, page, standing, true)
    .filter((field) => field.id in values)
    .map(
      (field) =>
        ({
          ...field,
          value: values[field.id] ?? null,
          problem: problems.find((each) => each.field === field.id)?.text ?? null,
        }) as typeof field,
    );
  return pageScreen(page, fields, standing);
}
