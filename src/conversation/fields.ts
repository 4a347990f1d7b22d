import type { Situation } from "../advice/situation.ts";
import { dutyWords } from "../checklist/duty-words.ts";
import { duties } from "../checklist/ids.ts";
import type { Question } from "../checklist/question.ts";
import type { Field } from "../screen/screen.ts";
import { nobody } from "../store/rows.ts";
import { retyped } from "../workload/typed-amount.ts";
import { fieldMessages } from "./field-messages.ts";
import { sellerOptions } from "./sellers.ts";

/** What stands for "not sure yet" where somebody sends it: a field that is left empty says the same, so that none offers it. */
export const unknown = "unknown";
/** The same, and remembered as a question for somebody else. */
export const askSomeone = "ask_someone";

/** One question as fields: most need one, a quote or the duties several. */
export function fieldsOf(question: Question, situation: Situation): Field[] {
  const given = situation.answers[question.id];
  const none = question.kind.type === "quote" || question.kind.type === "link";
  const base = {
    id: question.id,
    label: question.text,
    hint: question.why,
    problem: null,
    empty: none ? ("none" as const) : ("unknown" as const),
    mayAsk: false,
  };
  const chosen = typeof given === "string" && given !== unknown ? given : null;
  const { kind } = question;
  // Of several fields of one question the first says why it is asked.
  const part = (name: string, label: string, value: unknown): Field => ({
    ...base,
    field: "text",
    id: `${question.id}.${name}`,
    label,
    hint: "",
    value: typeof value === "string" && value !== "unknown" ? value : null,
  });
  const person = (id: string, label: string, value: unknown): Field => ({
    ...base,
    field: "person",
    id,
    label,
    value: typeof value === "string" && value !== unknown && value !== nobody ? value : null,
  });
  const parts: Record<string, unknown> = typeof given === "object" && !Array.isArray(given) ? given : {};
  switch (kind.type) {
    case "choice":
      return [{ ...base, field: "choice", options: kind.options, value: chosen }];
    case "choices":
      return [
        {
          ...base,
          field: "choices",
          options: kind.options,
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
            person("owner.seats", fieldMessages.seatsOwner, parts.seats),
            { ...person("owner.api", fieldMessages.apiOwner, parts.api), hint: "" },
          ]
        : [person("owner", question.text, given)];
    case "duties":
      return [
        person(`duties.${allDuties}`, question.text, onlyName(parts)),
        ...duties.map((duty) => ({
          ...person(`duties.${duty}`, fieldMessages.duty(dutyWords[duty]), parts[duty]),
          hint: "",
        })),
      ];
    case "quote":
      return [
        {
          ...base,
          id: "quote.amount",
          field: "money",
          label: fieldMessages.quote.amount,
          value: retyped(parts.amount),
        },
        ...(["currency", "unit", "term"] as const).map((each) => part(each, fieldMessages.quote[each], parts[each])),
      ];
    case "link":
      return [
        { ...part("url", fieldMessages.link.url, parts.url), hint: question.why },
        {
          ...base,
          id: "link.readOn",
          field: "date",
          label: fieldMessages.link.readOn,
          hint: "",
          value: asText(parts.readOn),
        },
      ];
    case "workload":
    case "channel":
      return [];
  }
}

/** The field of one person for all duties. */
export const allDuties = "all";

/** The one name that all duties have; null where they have several, or none. */
export function onlyName(parts: Record<string, unknown>): string | null {
  const names = new Set(duties.map((duty) => parts[duty]));
  const [name] = names;
  return names.size === 1 && typeof name === "string" && name !== unknown ? name : null;
}

function listOf(given: unknown): string[] | null {
  return Array.isArray(given) ? given : null;
}

function asText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
