import { type Advisor, situationOf } from "../advice/advise.ts";
import type { Checklist } from "../checklist/checklist.ts";
import { answerWords } from "../conversation/answer-words.ts";
import { changesBetween } from "../present/changes.ts";
import { maySee } from "../store/audience.ts";
import { summaryOfLine } from "../store/named.ts";
import type { Decision } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { messages as words } from "./history-messages.ts";
import type { Side } from "./sides.ts";

/** Longer histories are told from a decision back and forth for so many steps. */
const mostSteps = 25;

/**
 * The decisions about one need, the oldest first: what a decision took the place of, and what took its place, as far as
 * somebody may see them. The decision itself is among them.
 */
export async function historyOf(decision: Decision, { tenant, viewer }: Side, store: Store): Promise<Decision[]> {
  const mine = store.of(tenant);
  const before: Decision[] = [];
  const after: Decision[] = [];
  const known = new Set([decision.id]);
  const follow = async (into: Decision[], next: (of: Decision) => Promise<string | null>) => {
    for (let at: Decision | null = decision; at !== null && into.length < mostSteps; ) {
      const id: string | null = await next(at);
      at = id === null || known.has(id) ? null : await mine.decision(id);
      if (at === null) return;
      known.add(at.id);
      into.push(at);
    }
  };
  await follow(before, ({ id }) => mine.predecessor(id));
  await follow(after, async ({ supersededBy }) => supersededBy);
  return [...before.reverse(), decision, ...after].filter((each) => maySee(each, viewer));
}

/** So many reasons are told of a step. */
const mostReasons = 4;

/**
 * Why one decision took the place of another, in sentences: what was answered otherwise; where nothing was, what came out
 * otherwise. `today`: by whose questions the answers are read.
 */
export function whyChanged(then: Decision, now: Decision, today: Advisor): string[] {
  const answered = answersBetween(then, now, today);
  const money = [then, now].map((each) => summaryOfLine(each).money);
  const cost = money[0] === money[1] ? [] : [words.cost(money[0] || words.noCost, money[1] || words.noCost)];
  const reasons = answered.length > 0 ? answered : changesBetween(then.result, now.result).slice(0, mostReasons);
  const rest = reasons.length - mostReasons;
  const told = [...reasons.slice(0, mostReasons), ...(rest > 0 ? [words.more(rest)] : []), ...cost];
  return told.length === 0 ? [words.same] : told;
}

function answersBetween(then: Decision, now: Decision, advisor: Advisor): string[] {
  const { questions }: Checklist = advisor.checklist;
  const [before, after] = [situationOf(advisor, then.answers), situationOf(advisor, now.answers)];
  return questions.flatMap((question) => {
    const { id } = question;
    if (JSON.stringify(then.answers[id] ?? null) === JSON.stringify(now.answers[id] ?? null)) return [];
    const [was, is] = [answerWords(question, before), answerWords(question, after)];
    return was === is ? [] : [words.answer(question.text, was, is)];
  });
}
