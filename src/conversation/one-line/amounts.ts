import { monthly, readTypedAmount } from "../../workload/typed-amount.ts";
import { countWords, eachWords, inPeriodWords, peopleNoun } from "./amount-words.ts";
import { longestRun, type Piece, tightOf } from "./piece.ts";
import type { Token } from "./tokens.ts";
import { forEach, type Period, periods, teamsOf, type Unit, units } from "./units.ts";
import { glue, negators, type Says } from "./vocabulary.ts";

/** What an amount at a place comes to. `doubtful`: it has two readings, or lacks what it needs. */
export type ReadAmount = { piece: Piece } | { doubtful: readonly number[]; lacksPeriod?: true };

/** A period that stands by itself, and where. */
export type LoosePeriod = { period: Period; at: readonly number[] };

type Numbers = { to: number; low: number; high: number };

const magnitudes: ReadonlySet<string> = new Set(["k", "m", "mn", "mio", "thousand", "million"]);
/** More than this is nobody's amount. */
const largest = 1e12;

/**
 * The amount at a place with its unit and period: "20k support chats a month", "12 designers". `loose`: the one period of the
 * line that stands by itself.
 */
export function readAmount(tokens: readonly Token[], from: number, loose: LoosePeriod | undefined): ReadAmount {
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
  const near = found?.meaning ?? unit.period;
  const period = meaning.period ? (near ?? loose?.period) : undefined;
  if (meaning.period && period === undefined) return { doubtful: places(from, numbers.to), lacksPeriod: true };
  const said = near === undefined && period !== undefined ? [...all, ...(loose?.at ?? [])] : all;
  return inWork(numbers, meaning, period, tokens, said, found?.to ?? end);
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
  const { says, field, perUnit = [1, 1], talk = false } = unit;
  const count = countWords(low, high, unit.noun);
  if (each !== undefined && unit.period) {
    const all = [...at, ...places(end, each.to)];
    // Asked of one person and a day; anything else of each person is no amount of the whole.
    if (field !== "conversations" || (period !== "day" && period !== "workday") || low !== high)
      return { doubtful: all };
    const counts = [["requests_a_day", low]] as const;
    return { piece: { at: all, says, hints: [], counts, amount: eachWords(count) } };
  }
  const part = [inMonth(low * perUnit[0], period), inMonth(high * perUnit[1], period)] as const;
  const line = part[0] === part[1] ? `${part[0]}` : `${part[0]}-${part[1]}`;
  const unlike = part[0] !== low || part[1] !== high;
  // What has so many characters is not typed in them.
  const characters = field === "characters" && unit.perUnit !== undefined;
  const month = unlike ? { low: part[0], high: part[1], characters } : null;
  const amount = period === undefined ? count : inPeriodWords(count, period, month);
  return { piece: { at, says, hints: [], typed: [[`workload.${field}`, line]], amount, talk } };
}

/** A month has 30 days and 21 working days, here as wherever amounts are typed. */
function inMonth(amount: number, period: Period | undefined): number {
  if (period === "workday") return Math.round(amount * 21);
  const per = period ?? "month";
  return Math.round(monthly({ low: amount, expected: amount, high: amount, unit: "", per, plain: false }).expected);
}

/** People need seats; one person needs none of a team. */
function people({ low, high }: Numbers, at: readonly number[], unit?: Unit): ReadAmount {
  const { says = [], noun = peopleNoun } = unit ?? {};
  if (low !== high || !Number.isSafeInteger(low) || low < 1) return { doubtful: at };
  const amount = countWords(low, low, noun);
  const job: Says[] = says.length > 0 ? [] : [["job", "person"]];
  if (low === 1) return { piece: { at, says: [...says, ["audience", "me"]], hints: job } };
  return { piece: { at, says, hints: [["audience", "team"], ...job], counts: [["seats", low]], amount } };
}

function numbersAt(tokens: readonly Token[], from: number): Numbers | undefined {
  const isRange = tokens[from + 1]?.key === "to" && tokens[from + 2]?.kind === "number";
  let to = from + (isRange ? 3 : 1);
  const text = tokens.slice(from, to).map((token) => token.text);
  const word = tokens[to]?.key ?? "";
  if (word === "dozen" || magnitudes.has(word)) {
    to += 1;
    if (word !== "dozen") text.push(word);
  }
  const read = readTypedAmount(text.join(" "));
  if (read === undefined || read.unit !== "" || read.per !== null || read.low > read.high) return undefined;
  const [low, high] = [read.low, read.high].map((each) => each * (word === "dozen" ? 12 : 1)) as [number, number];
  return high <= largest ? { to, low, high } : undefined;
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

/** The places from one on, up to another. */
export function places(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
