import type { Situation } from "../advice/situation.ts";
import { type Answers, readAnswer } from "../checklist/answers.ts";
import { duties } from "../checklist/ids.ts";
import { samePerson } from "../checklist/person.ts";
import type { Question } from "../checklist/question.ts";
import { understoodWords } from "../present/understood.ts";
import type { Values } from "../screen/screen.ts";
import { readTypedAmount } from "../workload/typed-amount.ts";
import { allDuties, askSomeone, onlyName, unknown } from "./fields.ts";
import { doubtsOf, type FieldProblem, formProblems } from "./form-problems.ts";
import { readSellers } from "./sellers.ts";

/** What the fields of a question say: its answer, or what is wrong with which of them. */
export type ReadQuestion =
  | { answer: Answers[keyof Answers] | undefined; understood?: string[] }
  | { problems: FieldProblem[] };

/** What is typed where "I will ask someone" cannot be chosen. */
const askMark = "?";

/** Whether the person wants to ask somebody about a question, or about a part of it. */
export function asksSomeone(question: Question, values: Values): boolean {
  return (
    question.askSomeone === true &&
    filledFields(question, values).some(([, value]) => single(value) === askSomeone || single(value) === askMark)
  );
}

/** What stands in the fields of one question, of all that was sent. */
export function valuesOf(question: Question, values: Values): Values {
  return Object.fromEntries(filledFields(question, values));
}

function filledFields(question: Question, values: Values): [string, string | string[] | null][] {
  return Object.entries(values).filter(([field]) => field === question.id || field.startsWith(`${question.id}.`));
}

/** The answer that the filled fields make, or what is wrong with which field. Nothing filled in is "I don't know". */
export function readFields(question: Question, values: Values, situation: Situation): ReadQuestion {
  const { catalogue } = situation.market;
  const sellers = { vendors: catalogue.vendors.map((vendor) => vendor.id), rows: catalogue.rows.map((row) => row.id) };
  const filled = gather(question, values, situation);
  if (filled === undefined) return { answer: question.skippable === true ? undefined : "unknown" };
  const lines = filledFields(question, values).map(([field, value]) => [field, lineOf(value)] as const);
  const doubts = doubtsOf(question, lines);
  if (doubts.length > 0) return { problems: doubts };
  const read = readAnswer(question.kind, filled, sellers);
  if ("problem" in read) {
    const problems = formProblems(question, filled, lines, read.problem, situation.market);
    return { problems: problems.length > 0 ? problems : [{ field: question.id, text: read.problem, wrong: true }] };
  }
  const typed = question.kind.type === "count" ? lineOf(values[question.id]) : undefined;
  const amount = typed === undefined ? undefined : readTypedAmount(typed);
  const taken = typed === undefined || amount === undefined ? null : understoodWords(typed, amount);
  return { answer: read.value as Answers[keyof Answers], ...(taken === null ? {} : { understood: [taken] }) };
}

/** The fields of a question as the answer they make up; `undefined` when nothing was filled in. */
function gather(question: Question, values: Values, situation: Situation): unknown {
  const { id, kind } = question;
  const plain = values[id];
  switch (kind.type) {
    case "choices":
    case "vendors": {
      const typed = typeof plain === "string" && kind.type === "vendors" ? readSellers(plain, situation.market) : [];
      // "I don't know" beside something else: the something else is what is known.
      const list = (Array.isArray(plain) ? plain : typed).filter((each) => each !== unknown);
      return list.length === 0 ? undefined : list;
    }
    case "count": {
      const typed = lineOf(plain);
      return typed === undefined ? undefined : countOf(typed);
    }
    case "choice":
    case "date":
    case "channel":
      return lineOf(plain);
    case "owner":
      return situation.derived("code") === true && situation.derived("person") === true
        ? ownersOf(values, situation)
        : whoOf(plain, situation.answers.owner);
    case "duties":
      return dutiesOf(values, situation);
    case "quote":
    case "link":
      return partsOf(id, values) ?? "none";
    case "workload":
      return undefined;
  }
}

/** How many, in one whole number; "1e3" and "3.000" are numbers to a program, and something else to whoever types them. */
function countOf(typed: string): number {
  const read = readTypedAmount(typed);
  const isOne = read !== undefined && read.low === read.high && read.unit === "" && read.per === null;
  return isOne && Number.isSafeInteger(read.expected) ? read.expected : Number.NaN;
}

/** One person for all duties, or their parts. They stand on several pages: those of this page join the others. One left empty is "not known", and was asked. */
function dutiesOf(values: Values, situation: Situation): Record<string, string> | undefined {
  const everyone = `duties.${allDuties}`;
  if (everyone in values) {
    const name = whoOf(values[everyone], onlyName(situation.answer("duties") ?? {}));
    const named = situation.answer("duties") ?? {};
    // Different people look after it: one field for all cannot show them, and its being empty says nothing of them.
    if (name === undefined && onlyName(named) === null && Object.keys(named).length > 0) return named;
    return name === undefined ? undefined : Object.fromEntries(duties.map((duty) => [duty, name]));
  }
  const before = situation.answer("duties") ?? {};
  const shown = duties.filter((duty) => `duties.${duty}` in values);
  return {
    ...before,
    ...Object.fromEntries(shown.map((duty) => [duty, whoOf(values[`duties.${duty}`], before[duty]) ?? "unknown"])),
  };
}

/** The owners of two budgets. */
function ownersOf(values: Values, situation: Situation): Record<string, string> | undefined {
  const before: Record<string, unknown> = Object(situation.answers.owner);
  const parts = Object.entries(partsOf("owner", values) ?? {});
  return parts.length === 0
    ? undefined
    : Object.fromEntries(parts.map(([budget, name]) => [budget, samePerson(name, before[budget])]));
}

/** Somebody in a field, where `before` stood. */
function whoOf(given: Values[string] | undefined, before: unknown): string | undefined {
  const line = lineOf(given);
  return line === undefined ? undefined : samePerson(line, before);
}

function partsOf(id: string, values: Values): Record<string, string> | undefined {
  const parts = Object.entries(values).flatMap(([field, value]): [string, string][] => {
    const line = field.startsWith(`${id}.`) ? lineOf(value) : undefined;
    return line === undefined ? [] : [[field.slice(id.length + 1), line]];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

/** A line that says something. Empty, and "I will ask someone", say nothing yet. */
function lineOf(given: string | string[] | null | undefined): string | undefined {
  const value = single(given);
  const line = typeof value === "string" ? value.trim() : "";
  return line === "" || line === askSomeone || line === askMark ? undefined : line;
}

/** One choice as it is: some forms give a list of one, whatever was asked. */
export function single(value: string | string[] | null | undefined): string | string[] | null | undefined {
  return Array.isArray(value) && value.length <= 1 ? (value[0] ?? null) : value;
}
