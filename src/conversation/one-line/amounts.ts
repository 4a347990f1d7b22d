import { decimal, formatAmount } from "../../quantity/money.ts";
import { readTypedAmount } from "../../workload/typed-amount.ts";
import { longestRun, type Piece, tightOf } from "./piece.ts";
import { number, type Token } from "./tokens.ts";
import { forEach, type Period, periods, teamsOf, type Unit, units } from "./units.ts";
import { glue, negators, type Says } from "./vocabulary.ts";

/** What an amount at a place comes to. `doubtful`: it has two readings, or lacks what it needs. */
export type ReadAmount = { piece: Piece } | { doubtful: readonly number[]; lacksPeriod?: true };

type Numbers = { to: number; low: number; high: number };

const times: Record<string, number> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, dozen: 12 };
/** More than this is nobody's amount. */
const largest = 1e12;
const plain = (value: number) => Number(value.toFixed(6));
const oneOrTwo = new RegExp(`^(${number})([km]?)(?:\\s?[-\\u2013]\\s?(${number})([km]?))?$`, "i");

/**
 * The amount at a place with its unit and period: "20k support chats a month", "12 designers". `loose`: the one period of the
 * line that stands by itself.
 */
export function readAmount(tokens: readonly Token[], from: number, loose: Period | undefined): ReadAmount {
  const numbers = numbersAt(tokens, from);
  if (numbers === undefined) return { doubtful: [from] };
  const team = teamBefore(tokens, from);
  const unit =
    unitAfter(tokens, numbers.to) ?? unitBehindPeriod(tokens, numbers.to) ?? unitBefore(tokens, from, numbers.to);
  if (unit === undefined && team !== undefined) return people(numbers, [...team, ...places(from, numbers.to)]);
  if (unit === undefined) return { doubtful: places(from, longestPeriod(tokens, numbers.to)?.to ?? numbers.to) };
  const { meaning, at } = unit;
  const own = [...(meaning.field === null ? (team ?? []) : []), ...places(from, numbers.to), ...at];
  if (meaning.field === null) return people(numbers, own, meaning);
  const end = Math.max(numbers.to, ...at.map((each) => each + 1));
  const found = meaning.period ? longestPeriod(tokens, end) : undefined;
  const all = [...own, ...places(end, found?.to ?? end)];
  if (meaning.sized && /^[124]k$/i.test(tokens[from]?.text ?? "")) return { doubtful: all };
  const period = meaning.period ? (found?.meaning ?? unit.period ?? loose) : undefined;
  if (meaning.period && period === undefined) return { doubtful: places(from, numbers.to), lacksPeriod: true };
  return inWork(numbers, meaning, period, tokens, all, found?.to ?? end);
}

/** A period at a place. */
export function longestPeriod(tokens: readonly Token[], from: number) {
  return longestRun(tokens, from, 3, (run) => periods.get(tightOf(run)));
}

function inWork(
  { low, high }: Numbers,
  unit: Unit,
  period: Period | undefined,
  tokens: readonly Token[],
  at: readonly number[],
  end: number,
): ReadAmount {
  const each = longestRun(tokens, end, 2, (run) => forEach.get(tightOf(run)));
  const { noun, says, field, perUnit = [1, 1], talk = false } = unit;
  const many = `${range(low, high)} ${low === 1 && high === 1 ? noun[0] : noun[1]}`;
  if (each !== undefined && unit.period) {
    const all = [...at, ...places(end, each.to)];
    // Asked of one person and a day; anything else of each person is no amount of the whole.
    if (field !== "conversations" || (period !== "day" && period !== "workday") || low !== high)
      return { doubtful: all };
    const counts = [["requests_a_day", low]] as const;
    return { piece: { at: all, says, hints: [], counts, amount: `${many} a day each` } };
  }
  const [least, most] = period === undefined ? [1, 1] : inMonth[period];
  const part = [Math.round(low * least * perUnit[0]), Math.round(high * most * perUnit[1])] as const;
  const line = part[0] === part[1] ? `${part[0]}` : `${part[0]}-${part[1]}`;
  const unlike = part[0] !== low || part[1] !== high;
  const counted = field === "characters" && !noun[1].startsWith("character") ? " characters" : "";
  const told = period === undefined || period === "month" ? "" : ` a ${period === "workday" ? "working day" : period}`;
  const amount =
    period === undefined
      ? many
      : `${many}${told === "" ? " a month" : told}${unlike ? ` (${range(...part)}${counted}${told === "" ? "" : " a month"})` : ""}`;
  return { piece: { at, says, hints: [], typed: [[`workload.${field}`, line]], amount, talk } };
}

/** How often a period comes in a month. A day is at least a working day, at most every day: both are kept. */
const inMonth: Record<Period, readonly [low: number, high: number]> = {
  month: [1, 1],
  day: [21, 30],
  workday: [21, 21],
  week: [52 / 12, 52 / 12],
  year: [1 / 12, 1 / 12],
};

/** People need seats; one person needs none of a team. */
function people({ low, high }: Numbers, at: readonly number[], unit?: Unit): ReadAmount {
  const { says = [], noun = ["person", "people"] } = unit ?? {};
  if (low !== high || !Number.isSafeInteger(low) || low < 1) return { doubtful: at };
  const amount = `${range(low, low)} ${low === 1 ? noun[0] : noun[1]}`;
  const job: Says[] = says.length > 0 ? [] : [["job", "person"]];
  if (low === 1) return { piece: { at, says: [...says, ["audience", "me"]], hints: job } };
  return { piece: { at, says, hints: [["audience", "team"], ...job], counts: [["seats", low]], amount } };
}

function numbersAt(tokens: readonly Token[], from: number): Numbers | undefined {
  const [, first = "", k1 = "", second = "", k2 = ""] = oneOrTwo.exec(tokens[from]?.text ?? "") ?? [];
  let [to, last, kLast] = [from + 1, second, k2];
  const other = oneOrTwo.exec(tokens[from + 2]?.text ?? "");
  if (last === "" && tokens[to]?.key === "to" && other !== null && other[3] === undefined)
    [to, last, kLast] = [from + 3, other[1] ?? "", other[2] ?? ""];
  const word = times[tokens[to]?.key ?? ""];
  if (word !== undefined) to += 1;
  const read = readTypedAmount(last === "" ? first : `${first}-${last}`);
  if (read === undefined || read.unit !== "" || (word !== undefined && k1 + kLast !== "")) return undefined;
  const end = word ?? times[kLast.toLowerCase()] ?? 1;
  // "3-5k" are thousands at both ends; "500-1k" are not.
  const start = times[k1.toLowerCase()] ?? (last === "" || read.low <= read.high ? end : 1);
  const [low = 0, high = 0] = [read.low * start, last === "" ? read.low * start : read.high * end].map(plain);
  return low <= high && high <= largest ? { to, low, high } : undefined;
}

type FoundUnit = { meaning: Unit; at: number[]; period?: Period };

/** The unit behind a number and its period: "20/week clips". */
function unitBehindPeriod(tokens: readonly Token[], from: number): FoundUnit | undefined {
  const period = longestPeriod(tokens, from);
  if (period === undefined) return undefined;
  const found = longestRun(tokens, period.to, 4, (run) => units.get(tightOf(run)));
  return found?.meaning.period === true
    ? { meaning: found.meaning, at: places(from, found.to), period: period.meaning }
    : undefined;
}

/** The unit behind a number: at once, or after one or two words that say of which kind. */
function unitAfter(tokens: readonly Token[], from: number): FoundUnit | undefined {
  for (let skip = 0; skip <= 2; skip++) {
    const found = longestRun(tokens, from + skip, 4, (run) => units.get(tightOf(run)));
    if (found !== undefined) return { meaning: found.meaning, at: places(from + skip, found.to) };
    const beside = tokens[from + skip];
    const isGlue =
      beside !== undefined && (negators.has(beside.key) || (glue.has(beside.key) && beside.key !== "support"));
    if (beside?.kind !== "word" || isGlue) return undefined;
  }
  return undefined;
}

/** The unit before a number that has a period and no unit behind it: "support chats: 20k a month". */
function unitBefore(tokens: readonly Token[], from: number, to: number): FoundUnit | undefined {
  if (longestPeriod(tokens, to) === undefined) return undefined;
  const end = tokens[from - 1]?.key === ":" ? from - 1 : from;
  for (let start = Math.max(0, end - 3); start < end; start++) {
    const found = longestRun(tokens, start, end - start, (run) => units.get(tightOf(run)));
    if (found?.to === end) return { meaning: found.meaning, at: places(start, end) };
  }
  return undefined;
}

function teamBefore(tokens: readonly Token[], from: number): number[] | undefined {
  for (let start = Math.max(0, from - 3); start < from; start++) {
    const run = tokens.slice(start, from);
    if (!run.some(({ kind }) => kind === "mark") && teamsOf.has(tightOf(run))) return places(start, from);
  }
  return undefined;
}

function range(low: number, high: number): string {
  const [one, other] = [low, high].map((each) => formatAmount(decimal(String(each))));
  return low === high ? `${one}` : `${one} to ${other}`;
}

/** The places from one on, up to another. */
export function places(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
