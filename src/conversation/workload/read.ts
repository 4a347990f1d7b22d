import type { Advisor } from "../../advice/advise.ts";
import type { Situation } from "../../advice/situation.ts";
import type { FieldOption, Values } from "../../screen/screen.ts";
import type { KeptAmount } from "../../workload/typed-amount.ts";
import { readLength } from "../../workload/typed-length.ts";
import { isMonthly, isShare, readWorkload } from "../../workload/workload.ts";
import { formMessages } from "../form-messages.ts";
import { choiceProblem, type FieldProblem } from "../form-problems.ts";
import { single } from "../read-fields.ts";
import { type Ask, lengthParts, needed } from "./asks.ts";
import { asksOn, modelOptions, shownLength, takeDefault } from "./fields.ts";
import { seatInPlay, type WorkKind } from "./kind.ts";
import { lengthProblem, readAmount, readShare, understoodOf } from "./typed.ts";

type Work = Record<string, unknown>;
/** `understood`: how amounts were taken that do not stand there in plain digits, a sentence each. */
type Read = { work: Work | "unknown"; understood: string[] } | { problems: FieldProblem[] };

const defaults = { systemTokens: "1 page", userTokens: "100 words", answerTokens: "200 words" } as const;

/**
 * The fields of one page as the workload they make up, with the defaults that were announced beside them. A page that is
 * left empty means that no estimate is wanted; or that work which was measured stays.
 */
export function readWork(page: string, values: Values, advisor: Advisor, situation: Situation): Read {
  const shown = asksOn(page, situation);
  if (shown === undefined) return { work: "unknown", understood: [] };
  const { kind } = shown;
  const models = modelOptions(advisor, situation);
  const line = (part: string) => {
    const value = single(values[`workload.${part}`]);
    const typed = typeof value === "string" && value.trim() !== "" && value !== takeDefault ? value.trim() : undefined;
    // Where a list is too long to be shown, its names are typed.
    return part === "model" ? (models.find(({ label }) => label === typed?.toLowerCase())?.id ?? typed) : typed;
  };
  const given = typeof situation.answers.workload === "object" ? situation.answers.workload : {};
  const before = given.kind === kind ? given : {};
  if (page !== "lengths" && line(needed[kind]) === undefined)
    return { work: given.kind === "measured" ? given : "unknown", understood: [] };
  const problems = strayChoices(shown.asks, line, before, models);
  const amount = (part: string, otherwise: KeptAmount): KeptAmount => {
    const typedLine = line(part);
    if (typedLine === undefined) return otherwise;
    const read = isShare(part) ? readShare(typedLine) : readAmount(typedLine, isMonthly(part));
    if (typeof read !== "string") return read.amount;
    problems.push({ field: `workload.${part}`, text: read, wrong: true });
    return otherwise;
  };
  const work =
    page === "lengths"
      ? withLengths(before, line, problems)
      : { ...firstPage(kind, line, amount, advisor, situation), ...lengthsOf(kind, before) };
  if (problems.length > 0) return { problems };
  const read = readWorkload(work);
  if (!("problem" in read)) return { work, understood: understoodOf(shown.asks, line) };
  const [part = ""] = read.field.split(".");
  return { problems: [{ field: `workload.${fieldOf(part)}`, text: formMessages.this(read.says), wrong: true }] };
}

/** What was chosen and is none of the options that were shown; a model that is kept may have left the list since. */
function strayChoices(
  asks: readonly Ask[],
  line: (part: string) => string | undefined,
  before: Work,
  models: readonly FieldOption[],
): FieldProblem[] {
  return asks.flatMap(({ part, options }) => {
    const known = part === "model" ? models : options;
    const chosen = line(part);
    if (known === undefined || chosen === undefined || chosen === before[part]) return [];
    if (known.some(({ id }) => id === chosen)) return [];
    return [{ field: `workload.${part}`, text: choiceProblem(known.slice(0, 8)), wrong: true }];
  });
}

function firstPage(
  kind: WorkKind,
  line: (part: string) => string | undefined,
  amount: (part: string, otherwise: KeptAmount) => KeptAmount,
  advisor: Advisor,
  situation: Situation,
): Work {
  switch (kind) {
    case "text": {
      const turns = amount("turns", 1);
      const history = line("history") ?? "full";
      return {
        kind,
        model: line("model") ?? modelOptions(advisor, situation)[0]?.id,
        conversations: amount("conversations", 0),
        turns,
        history: turns === 1 ? "none" : history === "last3" ? { last: 3 } : history,
      };
    }
    case "media":
      return {
        kind,
        output: "video",
        accepted: amount("accepted", 0),
        acceptanceRate: amount("acceptanceRate", 0.5),
        seconds: amount("seconds", 8),
        resolution: line("resolution") ?? "1080p",
        audio: line("audio") === "yes",
      };
    case "images":
      return {
        kind,
        accepted: amount("accepted", 0),
        acceptanceRate: amount("acceptanceRate", 0.5),
        resolution: line("resolution") ?? "1k",
      };
    case "voice":
      return { kind, characters: amount("characters", 0), takes: amount("takes", 2) };
    case "music":
      return {
        kind,
        accepted: amount("accepted", 0),
        acceptanceRate: amount("acceptanceRate", 0.5),
        commercial: situation.answer("rights") !== "no",
      };
    case "seats": {
      const units = amount("units", 0);
      const usual = { people: amount("people", situation.answer("seats") ?? 1), units };
      const heavy = amount("heavyPeople", 0);
      return {
        kind,
        product: seatInPlay(situation)?.id,
        usage: heavy === 0 ? [usual] : [usual, { people: heavy, units: amount("heavyUnits", units) }],
      };
    }
  }
}

/** Lengths that were given before stay; else defaults stand in until the second page has asked. */
function lengthsOf(kind: WorkKind, before: Work): Work {
  if (kind !== "text") return {};
  const lengths = lengthParts.map(
    (part) => [part, before[part] ?? readLength(defaults[part as keyof typeof defaults])?.tokens] as const,
  );
  return { ...Object.fromEntries(lengths), ...(before.basis === undefined ? {} : { basis: before.basis }) };
}

function withLengths(before: Work, line: (part: string) => string | undefined, problems: FieldProblem[]): Work {
  let basis = "count";
  const lengths = lengthParts.map((part) => {
    const typed = line(part);
    // As it was shown, it is what it was: worked out from a length, if that is how it came.
    if (typed !== undefined && typed === shownLength(before[part])) {
      if (before.basis === "length") basis = "length";
      return [part, before[part]] as const;
    }
    const read = readLength(typed ?? defaults[part as keyof typeof defaults]);
    if (read === undefined)
      problems.push({
        field: `workload.${part}`,
        text: lengthProblem(typed ?? ""),
        wrong: true,
      });
    if (read?.basis === "length") basis = "length";
    return [part, read?.tokens] as const;
  });
  return { ...before, ...Object.fromEntries(lengths), basis };
}

/** Where on the form a part of the answer was typed. */
function fieldOf(part: string): string {
  return part === "usage" ? "units" : part;
}
