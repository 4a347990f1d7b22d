import type { Answers } from "../checklist/answers.ts";
import type { QuestionId } from "../checklist/ids.ts";
import type { Question } from "../checklist/question.ts";
import type { Advisor } from "./advise.ts";
import { findFindings } from "./findings.ts";
import { missingQuestions } from "./missing.ts";
import { Situation } from "./situation.ts";

/** The first question, in the checklist's order, whose answer can still change something; `undefined` when none can. */
export function nextQuestion(advisor: Advisor, answers: Answers): QuestionId | undefined {
  const { checklist, market } = advisor;
  const situation = new Situation(checklist, market, answers);
  const before = trace(situation);
  return checklist.questions.find((question) => {
    if (situation.asked(question.id) !== true || answers[question.id] !== undefined) return false;
    if (isPrefilled(question, situation)) return false;
    if (!question.skippable) return true;
    return samples(question, situation).some(
      (sample) => trace(new Situation(checklist, market, { ...answers, [question.id]: sample })) !== before,
    );
  })?.id;
}

/** Whether the catalogue already answers the question for every wallet in play. */
export function isPrefilled(question: Question, situation: Situation): boolean {
  return question.prefilled === true && situation.options(question.id) !== undefined;
}

/** All that an answer can change, as one string: routes, wallets, what fires and what it says, what else is asked. */
function trace(situation: Situation): string {
  const missing = missingQuestions(situation);
  const findings = findFindings(situation, missing).map(
    (finding) => `${finding.rule} ${finding.severity} ${finding.text}`,
  );
  const wallets = situation.wallets.map(({ row }) => row.id);
  return JSON.stringify([situation.routes, wallets, findings, missing]);
}

/** Answers that stand for all others of the question. Free answers have none: they matter by being given. */
function samples(question: Question, situation: Situation): unknown[] {
  const { kind } = question;
  switch (kind.type) {
    case "choice":
      return kind.options.map((option) => option.id);
    case "choices":
      return kind.options.map((option) => [option.id]);
    case "vendors":
      return situation.market.catalogue.vendors.map((vendor) => [vendor.id]);
    case "count":
    case "date":
    case "owner":
    case "duties":
    case "quote":
    case "link":
    case "workload":
    case "channel":
      return [];
  }
}
