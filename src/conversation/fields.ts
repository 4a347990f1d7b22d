import type { Situation } from "../advice/situation.ts";
import { dutyWords } from "../checklist/duty-words.ts";
import { duties } from "../checklist/ids.ts";
import type { Question } from "../checklist/question.ts";
import type { Field, FieldOption } from "../screen/screen.ts";
import { retyped } from "../workload/typed-amount.ts";
import { sellerOptions } from "./sellers.ts";

export const unknown: FieldOption = { id: "unknown", label: "Not sure yet" };
/** Kept as "not known", and remembered as a question for somebody else. */
export const askSomeone: FieldOption = { id: "ask_someone", label: "Ask someone" };

/** One question as fields: most need one, a quote or the duties several. */
export function fieldsOf(question: Question, situation: Situation, asking: readonly string[]): Field[] {
  const given = situation.answers[question.id];
  const none = question.kind.type === "quote" || question.kind.type === "link";
  const base = {
    id: question.id,
    label: question.text,
    hint: question.why,
    problem: null,
    empty: none ? ("none" as const) : ("unknown" as const),
    mayAsk: question.askSomeone === true,
  };
  const more = question.askSomeone === true ? [unknown, askSomeone] : [unknown];
  const chosen = asking.includes(question.id) ? askSomeone.id : typeof given === "string" ? given : null;
  const { kind } = question;
  const part = (name: string, label: string, value: unknown): Field => ({
    ...base,
    field: "text",
    id: `${question.id}.${name}`,
    label,
    value: typeof value === "string" && value !== "unknown" ? value : null,
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
          alone: ["none"],
          value: listOf(given),
        },
      ];
    case "vendors":
      return [
        {
          ...base,
          field: "choices",
          options: sellerOptions(situation.market),
          alone: ["undecided"],
          value: listOf(given),
          search: true,
        },
      ];
    case "count":
      return [{ ...base, field: "number", value: typeof given === "number" ? String(given) : null }];
    case "date":
      return [{ ...base, field: "date", value: typeof given === "string" && given !== "unknown" ? given : null }];
    case "owner":
      return situation.derived("code") === true && situation.derived("person") === true
        ? [
            part("seats", "Who owns the budget for seats?", parts.seats),
            part("api", "Who owns the API budget?", parts.api),
          ]
        : [{ ...base, field: "person", value: typeof given === "string" && given !== "unknown" ? given : null }];
    case "duties":
      return duties.map((duty) => part(duty, `Who looks after ${dutyWords[duty]}?`, parts[duty]));
    case "quote":
      return [
        {
          ...base,
          id: "quote.amount",
          field: "money",
          label: "Amount of the quote",
          value: retyped(parts.amount),
        },
        part("currency", "Currency, such as USD", parts.currency),
        part("unit", "Price per, such as seat and month", parts.unit),
        part("term", "Term, such as 12 months", parts.term),
      ];
    case "link":
      return [
        part("url", "Address of the official page", parts.url),
        { ...base, id: "link.readOn", field: "date", label: "Date you read it", value: asText(parts.readOn) },
      ];
    case "workload":
    case "channel":
      return [];
  }
}

function listOf(given: unknown): string[] | null {
  return Array.isArray(given) ? given : given === "unknown" ? ["unknown"] : null;
}

function asText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
