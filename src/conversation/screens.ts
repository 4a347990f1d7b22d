import type { Advisor } from "../advice/advise.ts";
import { isPrefilled } from "../advice/next.ts";
import type { Situation } from "../advice/situation.ts";
import type { QuestionId, Step } from "../checklist/ids.ts";
import { type Page, pages } from "../checklist/pages.ts";
import { rowSource } from "../market/sources.ts";
import { asks } from "../present/asks.ts";
import { stepWords } from "../present/labels.ts";
import { recommendationBlocks, stripBlocks } from "../present/recommendation.ts";
import { withPurchases } from "../purchase/recommend.ts";
import type { Block, Field, FieldOption, Screen } from "../screen/screen.ts";
import { answerWords } from "./answer-words.ts";
import { askedOn } from "./pages.ts";
import type { Standing } from "./standing.ts";
import { workKind } from "./workload/kind.ts";

const shownSteps: readonly Step[] = ["route", "unit", "ownership", "expiry", "workload", "review"];

/** A page of questions: what is known so far above, what is asked below. */
export function pageScreen(page: Page, fields: Field[], { situation, result }: Standing): Screen {
  const started = Object.keys(situation.answers).length > 0;
  return {
    id: page.id,
    title: page.title,
    step: stepOf(page.step),
    body: [...(started ? stripBlocks(result) : introduction), ...toldBlocks(page, situation)],
    fields,
    actions: [
      { action: "next", label: "Next" },
      ...(started
        ? [
            { action: "back" as const, label: "Back" },
            { action: "show" as const, label: "Show me now" },
          ]
        : []),
    ],
  };
}

const introduction: Block[] = [
  {
    block: "text",
    text: "A few questions, then a recommendation on how to pay: the route first, then what drains, who owns it and when it ends.",
  },
];

/**
 * What the catalogue already knows is told with its source, instead of asked: for this page, and for those before it that
 * had nothing left to ask. It can be corrected from the review.
 */
function toldBlocks(page: Page, situation: Situation): Block[] {
  const at = pages.indexOf(page);
  const from = pages.slice(0, at).findLastIndex((each) => askedOn(each, situation, false).length > 0) + 1;
  const told = pages
    .slice(from, at + 1)
    .flatMap((each) => askedOn(each, situation, true))
    .filter((question) => situation.answers[question.id] === undefined && isPrefilled(question, situation))
    .map(({ id }) => id);
  if (told.length === 0) return [];
  return situation.wallets.flatMap(({ row }): Block[] => {
    const texts: Partial<Record<QuestionId, string>> = {
      unit: row.unitName,
      refunds: row.refunds.text,
      expiry: row.expiry.text,
      rollover: row.rollover.text,
      at_zero: row.atZero.text,
    };
    const facts = told.flatMap((id) => (texts[id] === undefined ? [] : [{ label: labelOf(id), value: texts[id] }]));
    if (facts.length === 0) return [];
    return [
      { block: "heading", text: `Known of ${row.product}` },
      { block: "facts", facts },
      { block: "source", source: rowSource(row, situation.market) },
    ];
  });
}

function labelOf(id: QuestionId): string {
  const labels: Partial<Record<QuestionId, string>> = {
    unit: "Drains",
    refunds: "Failed jobs",
    expiry: "Expiry",
    rollover: "Rollover",
    at_zero: "At zero",
  };
  return labels[id] ?? id;
}

/** The whole recommendation. Every answer can be opened again from here. */
export function reviewScreen(advisor: Advisor, { draft, situation, result }: Standing): Screen {
  const whole = withPurchases(advisor, situation, result);
  return {
    id: "review",
    title: reviewTitle(result),
    step: stepOf("review"),
    body: [...recommendationBlocks(whole, situation, advisor), ...askingBlocks(draft.asking, situation)],
    fields: [editField(situation), channelField],
    actions: [
      { action: "post", label: "Post" },
      { action: "save", label: "Keep private" },
      { action: "edit", label: "Change an answer" },
      { action: "back", label: "Back" },
      { action: "restart", label: "Start again", ask: asks.restart },
    ],
  };
}

/** How much stands against buying now is in the title: it is what people look for first. */
function reviewTitle({ findings }: Standing["result"]): string {
  const open = findings.filter(({ severity }) => severity === "block" || severity === "warn").length;
  return open === 0 ? "Recommendation" : `Recommendation, ${open === 1 ? "1 thing" : `${open} things`} to settle`;
}

/** Where something is to be posted. */
export const channelField: Extract<Field, { field: "channel" }> = {
  field: "channel",
  id: "channel",
  label: "Where should it go?",
  hint: "Everybody there can read it.",
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
    { block: "heading", text: "To ask someone" },
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
    label: "More detail, or change an answer",
    hint: "Answers that then no longer apply are kept.",
    options,
    value: null,
    problem: null,
    empty: "unknown",
    mayAsk: false,
    instant: "edit",
  };
}

function stepOf(step: Step): Screen["step"] {
  return { id: step, name: stepWords[step], at: shownSteps.indexOf(step) + 1, of: shownSteps.length };
}
