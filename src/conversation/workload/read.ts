import type { Advisor } from "../../advice/advise.ts";
import type { Situation } from "../../advice/situation.ts";
import type { Problem } from "../../checklist/answers.ts";
import { type KeptAmount, keptAmount, readTypedAmount } from "../../workload/typed-amount.ts";
import { readLength } from "../../workload/typed-length.ts";
import { readWorkload } from "../../workload/workload.ts";
import { single, type Values } from "../read-fields.ts";
import { asksOn, lengthParts, modelOptions, takeDefault } from "./fields.ts";
import { seatInPlay, type WorkKind } from "./kind.ts";

type Work = Record<string, unknown>;
type Read = { work: Work | "unknown" } | { problem: Problem };

/** What a form field may be left empty for: the amount without which there is nothing to estimate. */
const needed: Record<WorkKind, string> = {
  text: "conversations",
  media: "accepted",
  images: "accepted",
  voice: "characters",
  music: "accepted",
  seats: "units",
};

const defaults = { systemTokens: "1 page", userTokens: "100 words", answerTokens: "200 words" } as const;

/**
 * The fields of one page as the workload they make up, with the defaults that were announced beside them. A page that is
 * left empty means that no estimate is wanted.
 */
export function readWork(page: string, values: Values, advisor: Advisor, situation: Situation): Read {
  const shown = asksOn(page, situation);
  if (shown === undefined) return { work: "unknown" };
  const { kind } = shown;
  const line = (part: string) => {
    const value = single(values[`workload.${part}`]);
    return typeof value === "string" && value.trim() !== "" && value !== takeDefault ? value.trim() : undefined;
  };
  const before =
    typeof situation.answers.workload === "object" && situation.answers.workload.kind === kind
      ? situation.answers.workload
      : {};
  if (page !== "lengths" && line(needed[kind]) === undefined) return { work: "unknown" };
  const problems: Problem[] = [];
  const amount = (part: string, otherwise: KeptAmount, share = false): KeptAmount => {
    const typedLine = line(part);
    if (typedLine === undefined) return otherwise;
    const read = readTypedAmount(typedLine);
    if (read === undefined || (read.unit !== "" && read.unit !== "%")) {
      problems.push({ field: `workload.${part}`, text: "Write a number such as 500, or a range such as 300-800." });
      return otherwise;
    }
    if (!share) return keptAmount(read);
    const part100 = (value: number) => value / 100;
    return keptAmount({ low: part100(read.low), expected: part100(read.expected), high: part100(read.high) });
  };
  const work =
    page === "lengths"
      ? withLengths(before, line, problems)
      : { ...firstPage(kind, line, amount, advisor, situation), ...lengthsOf(kind, before) };
  const [problem] = problems;
  if (problem !== undefined) return { problem };
  const read = readWorkload(work);
  if (!("problem" in read)) return { work };
  const part = read.field.split(".")[0] ?? "";
  return { problem: { field: `workload.${fieldOf(part)}`, text: `This ${read.says}` } };
}

function firstPage(
  kind: WorkKind,
  line: (part: string) => string | undefined,
  amount: (part: string, otherwise: KeptAmount, share?: boolean) => KeptAmount,
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
        acceptanceRate: amount("acceptanceRate", 0.5, true),
        seconds: amount("seconds", 8),
        resolution: line("resolution") ?? "1080p",
        audio: line("audio") === "yes",
      };
    case "images":
      return {
        kind,
        accepted: amount("accepted", 0),
        acceptanceRate: amount("acceptanceRate", 0.5, true),
        resolution: line("resolution") ?? "1k",
      };
    case "voice":
      return { kind, characters: amount("characters", 0), takes: amount("takes", 2) };
    case "music":
      return {
        kind,
        accepted: amount("accepted", 0),
        acceptanceRate: amount("acceptanceRate", 0.5, true),
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

function withLengths(before: Work, line: (part: string) => string | undefined, problems: Problem[]): Work {
  let basis = "count";
  const lengths = lengthParts.map((part) => {
    const read = readLength(line(part) ?? defaults[part as keyof typeof defaults]);
    if (read === undefined)
      problems.push({
        field: `workload.${part}`,
        text: "Write a length such as 2 pages, 300 words or 1200 tokens, or paste an example.",
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
