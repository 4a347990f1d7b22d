import type { Advisor } from "../advice/advise.ts";
import type { Situation } from "../advice/situation.ts";
import type { QuestionId, Step } from "../checklist/ids.ts";
import { type Page, pages } from "../checklist/pages.ts";
import { asks } from "../present/asks.ts";
import { cardBlocks, cardTitle } from "../present/card.ts";
import { stepWords } from "../present/labels.ts";
import { stripBlocks } from "../present/strip.ts";
import { withPurchases } from "../purchase/recommend.ts";
import type { Block, Field, FieldOption, Screen } from "../screen/screen.ts";
import { answerWords } from "./answer-words.ts";
import { lineBlocks, lineFields } from "./one-line/begin.ts";
import { isOpen, pageBefore } from "./pages.ts";
import { screenMessages } from "./screen-messages.ts";
import type { Standing } from "./standing.ts";
import { workKind } from "./workload/kind.ts";

/** A page of questions: what is known so far above, what is asked below. */
export function pageScreen(page: Page, fields: Field[], { draft, situation, result }: Standing): Screen {
  const started = Object.keys(situation.answers).length > 0;
  return {
    id: page.id,
    title: page.title,
    step: stepOf(page.step),
    body: [
      ...lineBlocks(draft.line, situation.market),
      ...(started ? [...stripBlocks(result), spineBlock(situation)] : introduction),
    ],
    fields: [...fields, ...lineFields(draft.line, situation)],
    actions: [
      { action: "next", label: screenMessages.next, opens: screenMessages.answer },
      ...(started
        ? [
            ...(pageBefore(page, situation) === undefined
              ? []
              : [{ action: "back" as const, label: screenMessages.back }]),
            { action: "show" as const, label: screenMessages.show },
          ]
        : []),
    ],
  };
}

const introduction: Block[] = [
  {
    block: "text",
    text: screenMessages.introduction,
  },
];

const spine = ["route", "unit", "ownership", "expiry"] as const satisfies Step[];

/** The four boundaries, with a tick where nothing is left to ask: what is answered here, or by the official pages. */
function spineBlock(situation: Situation): Block {
  const words = spine.map((step) => {
    const open = pages.some((page) => page.step === step && isOpen(page, situation));
    return `${stepWords[step]}${open ? "" : " \u2713"}`;
  });
  return { block: "quiet", text: words.join("  \u00b7  ") };
}

/** The recommendation as its card says it. Every answer can be opened again from here. */
export function reviewScreen(advisor: Advisor, { draft, situation, result }: Standing): Screen {
  const whole = withPurchases(advisor, situation, result);
  return {
    id: "review",
    title: screenMessages.review,
    step: stepOf("review"),
    body: [
      ...lineBlocks(draft.line, situation.market),
      { block: "heading", text: cardTitle(whole, advisor) },
      ...cardBlocks(whole, situation, advisor),
      ...askingBlocks(draft.asking, situation),
    ],
    fields: [editField(situation), channelField],
    actions: [
      { action: "post", label: screenMessages.post },
      { action: "save", label: screenMessages.save },
      { action: "why", label: screenMessages.details },
      { action: "edit", label: screenMessages.change },
      { action: "back", label: screenMessages.back },
      { action: "restart", label: screenMessages.restart, ask: asks.restart },
    ],
  };
}

/** Where something is to be posted. */
export const channelField: Extract<Field, { field: "channel" }> = {
  field: "channel",
  id: "channel",
  label: screenMessages.channel,
  hint: screenMessages.channelHint,
  value: null,
  problem: null,
  empty: "none",
  mayAsk: false,
};

/** Questions for somebody else, ready to be sent on. */
function askingBlocks(asking: readonly QuestionId[], situation: Situation): Block[] {
  const questions = situation.checklist.questions.filter(
    (question) => asking.includes(question.id) && situation.asked(question.id) === true,
  );
  if (questions.length === 0) return [];
  return [
    { block: "heading", text: screenMessages.toAsk },
    ...questions.map((question): Block => ({ block: "text", text: `${question.text} ${question.why}` })),
  ];
}

function editField(situation: Situation): Field {
  const options = situation.checklist.questions
    .filter(
      (question) =>
        situation.asked(question.id) === true &&
        question.kind.type !== "channel" &&
        (question.kind.type !== "workload" || workKind(situation) !== undefined),
    )
    .map(
      (question): FieldOption => ({ id: question.id, label: question.text, hint: answerWords(question, situation) }),
    );
  return {
    field: "choice",
    id: "edit",
    label: screenMessages.edit,
    hint: "",
    options,
    value: null,
    problem: null,
    empty: "unknown",
    mayAsk: false,
    instant: "edit",
  };
}

function stepOf(step: Step): Screen["step"] {
  return { id: step, name: stepWords[step] };
}
