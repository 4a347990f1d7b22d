import type { Situation } from "../advice/situation.ts";
import { type Answers, type Problem, readAnswer } from "../checklist/answers.ts";
import { duties } from "../checklist/ids.ts";
import type { Question } from "../checklist/question.ts";
import { askSomeone } from "./fields.ts";
import { readSellers, sellerProblem } from "./sellers.ts";

/** What was filled into a page, by field id. */
export type Values = Record<string, string | string[] | null>;

/** What is typed where "I will ask someone" cannot be chosen. */
const askMark = "?";

/** Whether the person wants to ask somebody about a question, or about a part of it. */
export function asksSomeone(question: Question, values: Values): boolean {
  return (
    question.askSomeone === true &&
    filledFields(question, values).some(([, value]) => single(value) === askSomeone.id || single(value) === askMark)
  );
}

/** Whether any field of the question was on the page that was sent. */
export function wasShown(question: Question, values: Values): boolean {
  return filledFields(question, values).length > 0;
}

function filledFields(question: Question, values: Values): [string, string | string[] | null][] {
  return Object.entries(values).filter(([field]) => field === question.id || field.startsWith(`${question.id}.`));
}

/** The answer that the filled fields make, or what is wrong with which field. Nothing filled in is "I don't know". */
export function readFields(
  question: Question,
  values: Values,
  situation: Situation,
): { answer: Answers[keyof Answers] | undefined } | { problem: Problem } {
  const { catalogue } = situation.market;
  const sellers = { vendors: catalogue.vendors.map((vendor) => vendor.id), rows: catalogue.rows.map((row) => row.id) };
  const filled = gather(question, values, situation);
  if (filled === undefined) return { answer: question.skippable === true ? undefined : "unknown" };
  const read = readAnswer(question.kind, filled, sellers);
  if ("problem" in read) {
    const text = question.kind.type === "vendors" ? sellerProblem(filled, situation.market) : undefined;
    return {
      problem: { field: problemField(question, read.problem), text: text ?? formWords(question, read.problem) },
    };
  }
  return { answer: read.value as Answers[keyof Answers] };
}

/** The fields of a question as the answer they make up; `undefined` when nothing was filled in. */
function gather(question: Question, values: Values, situation: Situation): unknown {
  const { id, kind } = question;
  const plain = values[id];
  switch (kind.type) {
    case "choices":
    case "vendors": {
      const typed = typeof plain === "string" && kind.type === "vendors" ? readSellers(plain, situation.market) : [];
      const list = Array.isArray(plain) ? plain : typed;
      return list.length === 0 || list.includes("unknown") ? undefined : list;
    }
    case "count": {
      const typed = lineOf(plain);
      return typed === undefined ? undefined : Number(typed);
    }
    case "choice":
    case "date":
    case "channel":
      return lineOf(plain);
    case "owner":
      return situation.derived("code") === true && situation.derived("person") === true
        ? partsOf(id, values)
        : lineOf(plain);
    case "duties":
      return dutiesOf(values, situation);
    case "quote":
    case "link":
      return partsOf(id, values) ?? "none";
    case "workload":
      return undefined;
  }
}

/** Duties stand on several pages: those of this page join the others. One left empty is "not known", and was asked. */
function dutiesOf(values: Values, situation: Situation): Record<string, string> {
  const before = situation.answer("duties") ?? {};
  const shown = duties.filter((duty) => `duties.${duty}` in values);
  return {
    ...before,
    ...Object.fromEntries(shown.map((duty) => [duty, lineOf(values[`duties.${duty}`]) ?? "unknown"])),
  };
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
  return line === "" || line === askSomeone.id || line === askMark ? undefined : line;
}

/** One choice as it is: some forms give a list of one, whatever was asked. */
export function single(value: string | string[] | null | undefined): string | string[] | null | undefined {
  return Array.isArray(value) && value.length <= 1 ? (value[0] ?? null) : value;
}

/** The field that a problem belongs to: the part it names, or the first. */
function problemField(question: Question, text: string): string {
  if (question.kind.type === "quote") return text.startsWith("currency") ? "quote.currency" : "quote.amount";
  return question.kind.type === "link" ? "link.url" : question.id;
}

/** What is wrong in the words of a form: the shape of a JSON answer means nothing to whoever fills in fields. */
function formWords(question: Question, text: string): string {
  if (question.kind.type === "link") return "Fill in an https address and the day you read it, or neither.";
  return question.kind.type === "quote" && text.startsWith("Write") ? "Fill in all four parts, or none of them." : text;
}
