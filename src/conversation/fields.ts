import type { Situation } from "../advice/situation.ts";
import { type Answers, type Problem, readAnswer } from "../checklist/answers.ts";
import { duties } from "../checklist/ids.ts";
import type { Question } from "../checklist/question.ts";
import type { Field, FieldOption } from "./screen.ts";

/** What was filled into a page, by field id. Null and empty mean "I don't know". */
export type Values = Record<string, string | string[] | null>;

const unknown: FieldOption = { id: "unknown", label: "I don't know" };
/** Kept as "not known", and remembered as a question for somebody else. */
const askSomeone: FieldOption = { id: "ask_someone", label: "I will ask someone" };

/** One question as fields: most need one, a quote or the duties several. */
export function fieldsOf(question: Question, situation: Situation, asking: readonly string[]): Field[] {
  const given = situation.answers[question.id];
  const base = { id: question.id, label: question.text, hint: question.why, problem: null };
  const more = question.askSomeone === true ? [unknown, askSomeone] : [unknown];
  const chosen = asking.includes(question.id) ? askSomeone.id : typeof given === "string" ? given : null;
  const { kind } = question;
  const part = (name: string, label: string, value: unknown): Field => ({
    ...base,
    field: "text",
    id: `${question.id}.${name}`,
    label,
    value: typeof value === "string" ? value : null,
  });
  const parts: Record<string, unknown> = typeof given === "object" && !Array.isArray(given) ? given : {};
  switch (kind.type) {
    case "choice":
      return [{ ...base, field: "choice", options: [...kind.options, ...more], value: chosen }];
    case "choices":
      return [
        {
          ...base,
          field: "choices",
          options: [...kind.options, unknown],
          alone: ["none", "unknown"],
          value: listOf(given),
        },
      ];
    case "vendors":
      return [
        { ...base, field: "choices", options: sellerOptions(situation), alone: ["undecided"], value: listOf(given) },
      ];
    case "count":
      return [{ ...base, field: "number", value: typeof given === "number" ? String(given) : null }];
    case "date":
      return [{ ...base, field: "date", value: typeof given === "string" && given !== "unknown" ? given : null }];
    case "owner":
      return situation.derived("code") === true && situation.derived("person") === true
        ? [
            part("seats", "Who is named for the seats?", parts.seats),
            part("api", "Who is named for the API budget?", parts.api),
          ]
        : [{ ...base, field: "person", value: typeof given === "string" && given !== "unknown" ? given : null }];
    case "duties":
      return duties.map((duty) => part(duty, `Who looks after: ${duty.replace("_", " ")}?`, parts[duty]));
    case "quote":
      return [
        {
          ...base,
          id: "quote.amount",
          field: "money",
          label: "The amount of the vendor's written quote",
          value: asText(parts.amount),
        },
        part("currency", "Its currency, three letters", parts.currency),
        part("unit", "What it is for: seat and month, year, ...", parts.unit),
        part("term", "For how long: 12 months, ...", parts.term),
      ];
    case "link":
      return [
        part("url", "The address of an official page that connects the two", parts.url),
        { ...base, id: "link.readOn", field: "date", label: "The day you read it", value: asText(parts.readOn) },
      ];
    case "workload":
    case "channel":
      return [];
  }
}

function sellerOptions({ market }: Situation): FieldOption[] {
  const vendors = market.catalogue.vendors.map(
    (vendor): FieldOption => ({ id: vendor.id, label: vendor.name, hint: "any product of theirs" }),
  );
  const rows = market.catalogue.vendors.flatMap((vendor) =>
    market
      .rowsOf(vendor.id)
      .filter((row) => row.kind !== "tier")
      .map((row): FieldOption => ({ id: row.id, label: row.product, hint: vendor.name })),
  );
  return [...vendors, { id: "other", label: "Another vendor" }, { id: "undecided", label: "Not decided" }, ...rows];
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
  if ("problem" in read) return { problem: { field: problemField(question, read.problem), text: read.problem } };
  return { answer: read.value as Answers[keyof Answers] };
}

function gather(question: Question, values: Values, situation: Situation): unknown {
  const { id, kind } = question;
  const plain = values[id];
  switch (kind.type) {
    case "choice":
      return plain === null || plain === "" || plain === askSomeone.id ? undefined : plain;
    case "choices":
    case "vendors": {
      const list = Array.isArray(plain) ? plain : [];
      return list.length === 0 || list.includes("unknown") ? undefined : list;
    }
    case "count":
      return typeof plain === "string" && plain.trim() !== "" ? Number(plain) : undefined;
    case "date":
    case "channel":
      return typeof plain === "string" && plain.trim() !== "" ? plain.trim() : undefined;
    case "owner":
      return situation.derived("code") === true && situation.derived("person") === true
        ? partsOf(id, values)
        : nameOf(plain);
    case "duties":
    case "quote":
    case "link":
      return partsOf(id, values) ?? (kind.type === "duties" ? undefined : "none");
    case "workload":
      return undefined;
  }
}

function partsOf(id: string, values: Values): Record<string, string> | undefined {
  const parts = Object.entries(values).flatMap(([field, value]): [string, string][] =>
    field.startsWith(`${id}.`) && typeof value === "string" && value.trim() !== ""
      ? [[field.slice(id.length + 1), value.trim()]]
      : [],
  );
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

function nameOf(value: string | string[] | null | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** The field that a problem belongs to: the part it names, or the first. */
function problemField(question: Question, text: string): string {
  if (question.kind.type === "quote") return text.startsWith("currency") ? "quote.currency" : "quote.amount";
  return question.kind.type === "link" ? "link.url" : question.id;
}

function listOf(given: unknown): string[] | null {
  return Array.isArray(given) ? given : given === "unknown" ? ["unknown"] : null;
}

function asText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
