import type { Advisor } from "../../advice/advise.ts";
import type { Situation } from "../../advice/situation.ts";
import type { Question } from "../../checklist/question.ts";
import type { Field, FieldOption } from "../../screen/screen.ts";
import { retyped } from "../../workload/typed-amount.ts";
import { type WorkKind, workKind } from "./kind.ts";

/** One thing asked about the work: its place in the answer, what is asked, and what is taken when it is left empty. */
export type Ask = { part: string; label: string; hint: string; options?: FieldOption[]; share?: true; length?: true };

/** Chosen where a person leaves a choice to us: the hint says what is taken. */
export const takeDefault = "default";

/** The parts that stand on the second page of a text workload. */
export const lengthParts = ["systemTokens", "userTokens", "answerTokens"];

const accepted = (what: string): Ask => ({
  part: "accepted",
  label: `How many ${what} do you keep a month?`,
  hint: "Such as 20, or 20-50.",
});
const share: Ask = {
  part: "acceptanceRate",
  label: "Of 100 made, how many do you keep?",
  hint: "Empty: 50.",
  share: true,
};
const choice = (...pairs: [id: string, label: string][]): FieldOption[] => pairs.map(([id, label]) => ({ id, label }));

const asks: Record<WorkKind, Ask[]> = {
  text: [
    {
      part: "conversations",
      label: "How many conversations or requests a month?",
      hint: "Such as 5000, 3000-8000, or 100 a day.",
    },
    {
      part: "model",
      label: "Which model?",
      hint: "Empty: the cheapest current one.",
      options: [],
    },
    {
      part: "turns",
      label: "How many turns does each have?",
      hint: "A question and its answer are one turn. Empty: 1.",
    },
    {
      part: "history",
      label: "How much history is sent again each turn?",
      hint: "Empty: all of it.",
      options: choice(["full", "All of it"], ["last3", "The last 3 turns"], ["none", "Nothing"]),
    },
    {
      part: "systemTokens",
      label: "How long are the fixed instructions?",
      hint: "Such as 2 pages or 300 words, or paste the text. Empty: 1 page.",
      length: true,
    },
    {
      part: "userTokens",
      label: "How long is a question, with its attachments?",
      hint: "Such as 100 words, or paste one. Empty: 100 words.",
      length: true,
    },
    {
      part: "answerTokens",
      label: "How long is an answer?",
      hint: "Such as 200 words, or paste one. Empty: 200 words.",
      length: true,
    },
  ],
  media: [
    accepted("clips"),
    share,
    { part: "seconds", label: "How many seconds is a clip?", hint: "Empty: 8." },
    {
      part: "resolution",
      label: "Which resolution?",
      hint: "Empty: 1080p.",
      options: choice(["720p", "720p"], ["1080p", "1080p"], ["4k", "4K"]),
    },
    {
      part: "audio",
      label: "With sound from the model?",
      hint: "Empty: without.",
      options: choice(["yes", "With sound"], ["no", "Silent"]),
    },
  ],
  images: [
    accepted("pictures"),
    share,
    {
      part: "resolution",
      label: "Which size?",
      hint: "Empty: 1k (1024 by 1024).",
      options: choice(["1k", "1k"], ["2k", "2k"], ["4k", "4k"]),
    },
  ],
  voice: [
    {
      part: "characters",
      label: "How many characters of finished speech a month?",
      hint: "A page has about 3,000.",
    },
    { part: "takes", label: "How many takes does each passage need?", hint: "Empty: 2." },
  ],
  music: [accepted("songs"), share],
  seats: [
    { part: "people", label: "How many people use it normally?", hint: "Empty: the seats you gave." },
    {
      part: "units",
      label: "How many units does each use a month?",
      hint: "In the unit of the seat.",
    },
    { part: "heavyPeople", label: "How many people use much more?", hint: "Empty: nobody." },
    { part: "heavyUnits", label: "How many units does each of those use?", hint: "Empty: the same." },
  ],
};

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
  return (asksOn(page, situation)?.asks ?? []).map((ask): Field => {
    const base = {
      id: `${question.id}.${ask.part}`,
      label: ask.label,
      hint: ask.hint,
      problem: null,
      empty: "preset" as const,
      mayAsk: false,
    };
    const options = ask.part === "model" ? modelOptions(advisor, situation) : ask.options;
    const value = shownValue(ask, now);
    return options === undefined
      ? { ...base, field: "text", ...(ask.length ? { long: true as const } : {}), value }
      : { ...base, field: "choice", options: [{ id: takeDefault, label: "Usual" }, ...options], value };
  });
}

/** Models of the chosen vendors whose price was read by us, the lightest first; of all vendors where none was chosen. */
export function modelOptions({ rates, market }: Advisor, situation: Situation): FieldOption[] {
  const priced = rates.models.flatMap((model) => {
    const [vendor = "", name = ""] = model.split(/:(.*)/);
    const found = rates.find({ vendor, model: name }, market.asOf);
    if (!("row" in found) || (situation.vendors.size > 0 && !situation.vendors.has(vendor))) return [];
    const { input, output } = found.row;
    return [
      {
        id: model,
        label: name,
        hint: `$${input} in, $${output} out for 1M tokens`,
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
  return text === null ? null : `${text} tokens`;
}

function percent(given: unknown): string | null {
  const times = (value: unknown) => Math.round(Number(value) * 1e8) / 1e6;
  if (typeof given !== "object" || given === null) return retyped(times(given));
  const { low, expected, high } = given as Record<string, unknown>;
  return retyped({ low: times(low), expected: times(expected), high: times(high) });
}
