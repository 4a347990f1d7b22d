import { isPlainDate } from "#pricing";
import { nearest } from "../quantity/nearest.ts";
import {
  isObject,
  quoted,
  type Read,
  readDuties,
  readLink,
  readName,
  readOwner,
  readQuote,
  readWork,
} from "./answer-forms.ts";
import { answerMessages as messages } from "./answer-messages.ts";
import { type Duty, type QuestionId, questionIds } from "./ids.ts";
import { withoutOldAnswers } from "./old-answers.ts";
import type { AnswerKind, Question } from "./question.ts";

/**
 * The owner of one budget, or of two: seats for the people, api for the code. Each is a name, or `<@ID|Name>` for somebody
 * who was picked on a platform: see `person.ts`.
 */
type Owner = string | { seats?: string; api?: string };
/** A written quote of the vendor, as the person states it: a decimal amount in `currency` per `unit`, for `term`. */
type Quote = "none" | { amount: string; currency: string; unit: string; term: string };
/** A page that the person says connects two balances. Shown as claimed by the person, never believed. */
type Link = "none" | { url: string; readOn: string };
/** Who looks after what, named as owners are; "none" is nobody. */
type Duties = Partial<Record<Duty, string>>;

/** Answers by question id, checked. `"unknown"` is "I don't know". Those that do not apply now are kept, and ignored. */
export type Answers = {
  seats?: number | "unknown";
  owner?: Owner;
  duties?: Duties | "unknown";
  quote?: Quote | "unknown";
  link?: Link | "unknown";
  workload?: Record<string, unknown> | "unknown";
  output?: string[] | "unknown";
  vendor?: string[] | "unknown";
  controls?: string[] | "unknown";
  tools?: string[] | "unknown";
  team_needs?: string[] | "unknown";
  enterprise_needs?: string[] | "unknown";
} & { [Q in Exclude<QuestionId, "seats" | "owner" | "duties" | "quote" | "link" | "workload" | ManyValued>]?: string };
type ManyValued = "output" | "vendor" | "controls" | "tools" | "team_needs" | "enterprise_needs";

/** Something in the answers that a person can put right, in one sentence. */
export type Problem = { field: string; text: string };

export type ReadAnswers = { answers: Answers; problems: Problem[] };

/** Which ids the answer to `vendor` may hold, besides `other` and `undecided`. */
export type Sellers = { vendors: readonly string[]; rows: readonly string[] };

/**
 * Answers from outside, checked one by one. What is wrong becomes a problem that names it and the nearest valid
 * choices, and is left out; nothing is guessed.
 */
export function readAnswers(input: unknown, questions: readonly Question[], sellers: Sellers): ReadAnswers {
  if (!isObject(input)) {
    return {
      answers: {},
      problems: [{ field: "answers", text: messages.notAnObject }],
    };
  }
  const answers: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [id, value] of Object.entries(withoutOldAnswers(input))) {
    const question = questions.find((each) => each.id === id);
    if (question === undefined) {
      problems.push({ field: id, text: messages.noQuestion(quoted(id), nearest(id, questionIds)) });
      continue;
    }
    const read = readAnswer(question.kind, value, sellers);
    if ("problem" in read) problems.push({ field: id, text: `${id}: ${read.problem}` });
    else if (read.value !== undefined) answers[id] = read.value;
  }
  return { answers: answers as Answers, problems };
}

/** One answer, checked against its question. `value: undefined` means that nothing was answered. */
export function readAnswer(kind: AnswerKind, value: unknown, sellers: Sellers): Read {
  if (value === "unknown") return { value };
  switch (kind.type) {
    case "choice":
      return readOption(value, optionIds(kind));
    case "choices":
      return readOptions(value, optionIds(kind), ["none"]);
    case "vendors":
      return readOptions(value, [...sellers.vendors, "other", "undecided", ...sellers.rows], []);
    case "count":
      return typeof value === "number" && Number.isSafeInteger(value) && value >= 1
        ? { value }
        : { problem: messages.count };
    case "date":
      return typeof value === "string" && isPlainDate(value) ? { value } : { problem: messages.date };
    case "owner":
      return readOwner(value);
    case "duties":
      return readDuties(value);
    case "quote":
      return readQuote(value);
    case "link":
      return readLink(value);
    case "workload":
      return readWork(value);
    case "channel":
      return readName(value, messages.channel);
  }
}

function optionIds(kind: { options: { id: string }[] }): string[] {
  return kind.options.map((option) => option.id);
}

function readOption(value: unknown, options: readonly string[]): Read {
  if (typeof value === "string" && options.includes(value)) return { value };
  return { problem: messages.noOption(quoted(value), nearest(value, [...options, "unknown"])) };
}

/** Chosen options in the checklist's order, so that the order in which they were given never matters. */
function readOptions(value: unknown, options: readonly string[], alone: readonly string[]): Read {
  if (!Array.isArray(value)) return { problem: messages.list(options[0]) };
  for (const each of value) {
    if (typeof each !== "string" || !options.includes(each)) {
      return { problem: messages.noOption(quoted(each), nearest(each, options)) };
    }
  }
  const chosen = options.filter((option) => value.includes(option));
  const lonely = alone.find((option) => chosen.includes(option));
  if (lonely !== undefined && chosen.length > 1) return { problem: messages.alone(lonely) };
  return { value: chosen.length === 0 ? undefined : chosen };
}
