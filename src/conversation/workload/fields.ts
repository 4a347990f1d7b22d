import type { Advisor } from "../../advice/advise.ts";
import type { Situation } from "../../advice/situation.ts";
import type { Question } from "../../checklist/question.ts";
import { workWords } from "../../present/work-words.ts";
import type { Field, FieldOption } from "../../screen/screen.ts";
import { retyped } from "../../workload/typed-amount.ts";
import { formMessages } from "../form-messages.ts";
import { type Ask, asks, lengthParts, needed } from "./asks.ts";
import { type WorkKind, workKind } from "./kind.ts";
import { lengthInTokens, ratesHint } from "./work-messages.ts";

/** What older forms sent where a choice was left to us, as leaving it empty does now. */
export const takeDefault = "default";

/** The kind of work and what is asked about it on one page. */
export function asksOn(page: string, situation: Situation): { kind: WorkKind; asks: Ask[] } | undefined {
  const kind = workKind(situation);
  if (kind === undefined) return undefined;
  return { kind, asks: asks[kind].filter((ask) => lengthParts.includes(ask.part) === (page === "lengths")) };
}

/** The work as fields of one page. */
export function workFields(question: Question, page: string, advisor: Advisor, situation: Situation): Field[] {
  const given = situation.answers.workload;
  const now: Record<string, unknown> = typeof given === "object" ? given : {};
  const shown = asksOn(page, situation);
  const isNeeded = ({ part }: Ask) => shown !== undefined && part === needed[shown.kind];
  const measured = now.kind === "measured" ? workWords(now) : null;
  return (shown?.asks ?? []).map((ask): Field => {
    const base = {
      id: `${question.id}.${ask.part}`,
      label: ask.label,
      hint: isNeeded(ask) && measured !== null ? formMessages.staysMeasured(measured) : ask.hint,
      problem: null,
      empty: isNeeded(ask) && measured === null ? ("unknown" as const) : ("preset" as const),
      mayAsk: false,
    };
    const options = ask.part === "model" ? modelOptions(advisor, situation) : ask.options;
    const value = shownValue(ask, now);
    return options === undefined
      ? { ...base, field: "text", ...(ask.length ? { long: true as const } : {}), value }
      : { ...base, field: "choice", options, value };
  });
}

/**
 * Models of the chosen vendors whose price was read by us, the lightest first; of all vendors where none was chosen, or where
 * those sell no text: a page must not ask for what nobody can give.
 */
export function modelOptions({ rates, market }: Advisor, situation: Situation): FieldOption[] {
  const chosen = new Set(
    [...situation.vendors].filter((vendor) => rates.models.some((model) => model.startsWith(`${vendor}:`))),
  );
  const priced = rates.models.flatMap((model) => {
    const [vendor = "", name = ""] = model.split(/:(.*)/);
    const found = rates.find({ vendor, model: name }, market.asOf);
    if (!("row" in found) || (chosen.size > 0 && !chosen.has(vendor))) return [];
    const { input, output } = found.row;
    return [
      {
        id: model,
        label: name,
        hint: ratesHint(input, output),
        price: Number(input) + Number(output),
      },
    ];
  });
  return priced.sort((a, b) => a.price - b.price).map(({ price: _, ...option }) => option);
}

function shownValue(ask: Ask, now: Record<string, unknown>): string | null {
  const { part } = ask;
  // Until the lengths were asked, what is kept are defaults: shown, they would be typed behind.
  if (ask.length && now.basis === undefined) return null;
  const given = now[part];
  if (part === "history") return typeof given === "object" ? "last3" : typeof given === "string" ? given : null;
  if (part === "audio") return given === undefined ? null : given === true ? "yes" : "no";
  const [usual, heavy] = Array.isArray(now.usage) ? (now.usage as Record<string, unknown>[]) : [];
  const group: Record<string, unknown> = {
    people: usual?.people,
    units: usual?.units,
    heavyPeople: heavy?.people,
    heavyUnits: heavy?.units,
  };
  if (ask.length) return shownLength(given);
  const text = retyped(part in group ? group[part] : given);
  return text !== null && ask.share ? percent(given) : text;
}

/** A kept length as it is shown and typed again: in tokens, whatever it came from. */
export function shownLength(given: unknown): string | null {
  const text = retyped(given);
  return text === null ? null : lengthInTokens(text);
}

function percent(given: unknown): string | null {
  const times = (value: unknown) => Math.round(Number(value) * 1e8) / 1e6;
  if (typeof given !== "object" || given === null) return retyped(times(given));
  const { low, expected, high } = given as Record<string, unknown>;
  return retyped({ low: times(low), expected: times(expected), high: times(high) });
}
