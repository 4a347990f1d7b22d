import { dayWords } from "../market/days.ts";
import { moneyWords } from "../quantity/amounts.ts";
import { addBands, type Band, isRange } from "../quantity/band.ts";
import { type Decimal, formatAmount } from "../quantity/money.ts";
import type { Block } from "../screen/screen.ts";
import { readWorkload, type Workload, type WorkloadOf } from "../workload/workload.ts";

/** The work that an estimate was made of, as it was understood; nothing while none is known. */
export function workBlocks(work: unknown): Block[] {
  const words = workWords(work);
  return words === null ? [] : [{ block: "facts", facts: [{ label: "Understood as", value: words }] }];
}

/**
 * The work that a card was worked out for, in few words. Empty where there is no work. `counted`: how much is expected stands
 * beside the cost already, so that only its range is said.
 */
export function shortWorkBlocks(input: unknown, counted: boolean): Block[] {
  const read = readWorkload(input);
  if ("problem" in read) return [];
  const words = shortWords(read.workload, counted);
  return words === "" ? [] : [{ block: "facts", facts: [{ label: "Work", value: words }] }];
}

function shortWords(work: Workload, counted: boolean): string {
  switch (work.kind) {
    case "text":
      return shortTextWords(work, counted);
    case "media":
      return mediaWords(work, keptShort(work, counted));
    case "images":
      return said(keptShort(work, counted), work.resolution);
    case "music":
      return said(keptShort(work, counted), work.commercial ? "for commercial use" : "");
    case "voice":
      return counted && !isRange(work.characters) ? `each passage made ${amount(work.takes)} times` : wordsOf(work);
    case "usage":
    case "measured":
    case "seats":
    case "prepaid":
    case "lots":
    case "flat":
      return wordsOf(work);
  }
}

/** A workload in one line; null for what is none. */
export function workWords(input: unknown): string | null {
  const read = readWorkload(input);
  return "problem" in read ? null : wordsOf(read.workload);
}

/** What the money is for, in a few words: "5,500 conversations". Null where no work is known, or where it is no work. */
export function subjectWords(input: unknown): string | null {
  const read = readWorkload(input);
  if ("problem" in read) return null;
  const { workload: work } = read;
  switch (work.kind) {
    case "text":
      return `${formatAmount(work.conversations.expected)} conversations`;
    case "media":
      return `${formatAmount(work.accepted.expected)} ${work.output === "video" ? "clips" : "pictures"} you keep`;
    case "images":
      return `${formatAmount(work.accepted.expected)} pictures you keep`;
    case "voice":
      return `${formatAmount(work.characters.expected)} characters of speech`;
    case "music":
      return `${formatAmount(work.accepted.expected)} songs you keep`;
    case "usage":
    case "measured":
    case "seats":
    case "prepaid":
    case "lots":
    case "flat":
      return null;
  }
}

function wordsOf(work: Workload): string {
  switch (work.kind) {
    case "text":
      return textWords(work);
    case "usage":
      return `one request of ${amount(work.input)} input tokens and ${amount(work.output)} output tokens`;
    case "measured":
      return `measured use from ${dayWords(work.from)} to ${dayWords(work.to)}`;
    case "media":
      return mediaWords(work, keptWords(pieces(work), work));
    case "images":
      return said(keptWords(pieces(work), work), work.resolution);
    case "voice":
      return `${amount(work.characters)} characters of finished speech a month, each passage made ${amount(work.takes)} times`;
    case "music":
      return said(keptWords(pieces(work), work), work.commercial ? "for commercial use" : "");
    case "seats":
      return work.usage
        .map(({ people, units }) => `${amount(people)} people with ${amount(units)} units each a month`)
        .join(", ");
    case "prepaid":
      return `${money(work.purchase)} bought at once for ${amount(work.lifeMonths)} months, used at ${money(work.burnPerMonth)} a month`;
    case "lots":
      return `${work.lots.length === 1 ? "one lot" : `${work.lots.length} lots`}, drawn at ${amount(work.burnPerMonth)} a month`;
    case "flat":
      return `${money(work.usdPerUse)} for one use, at most ${amount(work.cap)} uses a month`;
  }
}

function textWords(work: WorkloadOf<"text">): string {
  const { history, turns } = work;
  const again = history === "full" ? "all" : history === "none" ? "nothing" : `the last ${history.last}`;
  const lengths = [work.systemTokens, work.userTokens, work.answerTokens];
  // What was worked out from a length is known to two digits at best.
  const [system, user, answer] = lengths.map(({ expected }) =>
    formatAmount(work.basis === "length" ? expected.prec(2) : expected),
  );
  return said(
    `${amount(work.conversations)} conversations a month`,
    turns.high.eq("1") ? "one turn each" : `${amount(turns)} turns each, ${again} sent again`,
    `${lengths.some(isRange) ? "about " : ""}${system} tokens of instructions, ${user} a question and ${answer} an answer`,
  );
}

function shortTextWords({ conversations, turns, basis, ...work }: WorkloadOf<"text">, counted: boolean): string {
  const first = addBands([work.systemTokens, work.userTokens, work.answerTokens]);
  const round = (tokens: Decimal) => (basis === "length" ? tokens.prec(2) : tokens);
  const tokens = `${isRange(first) ? "about " : ""}${amount({ low: round(first.low), expected: round(first.expected), high: round(first.high) })} tokens`;
  return said(
    countWords(conversations, "conversations", counted),
    turns.high.eq("1") ? `one turn each, ${tokens}` : `${amount(turns)} turns each, ${tokens} in turn 1`,
  );
}

function keptWords(what: string, work: Kept): string {
  return `${amount(work.accepted)} ${what} you keep a month, ${of100(work)} of every 100 made`;
}

function of100({ acceptanceRate: { low, expected, high } }: Kept): string {
  return amount({ low: low.times("100"), expected: expected.times("100"), high: high.times("100") });
}

/** How much it is; where the cost says what is expected, its range alone. */
function countWords(count: Band, what: string, counted: boolean): string {
  if (!counted) return `${amount(count)} ${what}`;
  return isRange(count) ? `${formatAmount(count.low)} to ${formatAmount(count.high)} ${what}` : "";
}

type Kept = WorkloadOf<"media"> | WorkloadOf<"images"> | WorkloadOf<"music">;

function pieces(work: Kept): string {
  switch (work.kind) {
    case "media":
      return work.output === "video" ? "clips" : "pictures";
    case "images":
      return "pictures";
    case "music":
      return "songs";
  }
}

function keptShort(work: Kept, counted: boolean): string {
  const count = countWords(work.accepted, `${pieces(work)} you keep`, counted);
  return said(count, `${of100(work)} of every 100 ${count === "" ? "kept" : "made"}`);
}

function mediaWords({ seconds, resolution, audio, variant }: WorkloadOf<"media">, kept: string): string {
  return said(
    kept,
    seconds === undefined ? "" : `${amount(seconds)} seconds each`,
    resolution ?? "",
    audio === undefined ? "" : audio ? "with sound" : "silent",
    variant ?? "",
  );
}

function said(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}

/** `5,500 (3,000 to 8,000)`: what is expected, then its range. */
function amount({ low, expected, high }: Band): string {
  if (low.eq(high)) return formatAmount(expected);
  return `${formatAmount(expected)} (${formatAmount(low)} to ${formatAmount(high)})`;
}

function money({ low, expected, high }: Band): string {
  return moneyWords({ low: low.toFixed(), expected: expected.toFixed(), high: high.toFixed() });
}
