import type { Advisor } from "../advice/advise.ts";
import type { QuestionId } from "../checklist/ids.ts";
import { type Page, pages } from "../checklist/pages.ts";
import type { Block, Event, Screen, Values } from "../screen/screen.ts";
import { type Draft, emptyDraft } from "../store/rows.ts";
import type { FieldProblem } from "./form-problems.ts";
import { keptLine } from "./one-line/begin.ts";
import { isOpen, nextPage, pageBefore, pageOf } from "./pages.ts";
import { pageScreen, reviewScreen } from "./screens.ts";
import { type Standing, standingOf } from "./standing.ts";
import { fieldsFor, keepTyped, takePage, takePicked } from "./take-page.ts";

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
    case "keep":
      return show(advisor, left(advisor, before, pageBy(event.page), event.values), pageBy(event.page), true);
    case "pick":
      return pick(advisor, before, pageBy(event.page), event.values);
    case "press": {
      if (event.action === "restart") return show(advisor, standingOf(advisor, emptyDraft), pages[0]);
      const kept = left(advisor, before, pageBy(event.page), event.values);
      if (event.action === "show") return show(advisor, kept, undefined);
      return show(advisor, kept, pageBefore(pageBy(event.page), kept.situation) ?? pages[0]);
    }
  }
}

function pageBy(id: string): Page | undefined {
  return pages.find((page) => page.id === id);
}

/** Takes the answers of a page over: all of them, or none and the problems beside their fields. */
function submit(advisor: Advisor, before: Standing, page: Page | undefined, values: Values): Turn {
  if (page === undefined) return show(advisor, before, nextPage(undefined, before.situation));
  const { draft, problems, understood } = takePage(advisor, page, before, values);
  if (problems.length > 0) return { ...before, screen: withProblems(advisor, before, page, values, problems) };
  const after = standingOf(advisor, keptLine(before.draft, draft), before);
  // An answer may open another question of the same page: the page then stays, with the rest filled in.
  const opened = isOpen(page, after.situation);
  const rest = page.id === "duties" ? pageBy("duties-2") : undefined;
  if (rest !== undefined) return show(advisor, after, rest, true);
  const turn = show(advisor, after, opened ? page : nextPage(page, after.situation));
  if (understood.length === 0) return turn;
  const told = understood.map((text): Block => ({ block: "text", text }));
  return { ...turn, screen: { ...turn.screen, body: [...told, ...turn.screen.body] } };
}

/** The page again, with whoever was picked on it, or with nobody any more. What it asked before, it asks still. */
function pick(advisor: Advisor, before: Standing, page: Page | undefined, values: Values): Turn {
  if (page === undefined) return show(advisor, before, undefined);
  const inWalk = fieldsFor(advisor, page, before, false).some(({ id }) => id in values);
  return show(advisor, standingOf(advisor, takePicked(advisor, page, before, values), before), page, !inWalk);
}

/** How the conversation stands when a page is left before it was sent. */
function left(advisor: Advisor, before: Standing, page: Page | undefined, values: Values = {}): Standing {
  const draft = page === undefined ? before.draft : keepTyped(advisor, page, before, values);
  return draft === before.draft ? before : standingOf(advisor, draft, before);
}

function show(advisor: Advisor, standing: Standing, page: Page | undefined, told = false): Turn {
  if (page === undefined) return { ...standing, screen: reviewScreen(advisor, standing) };
  return { ...standing, screen: pageScreen(page, fieldsFor(advisor, page, standing, told), standing) };
}

/** The page again, with what was typed, and each problem on its field. */
function withProblems(
  advisor: Advisor,
  standing: Standing,
  page: Page,
  values: Values,
  problems: readonly FieldProblem[],
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
