import type { Advisor } from "../../advice/advise.ts";
import { type Answers, readAnswers } from "../../checklist/answers.ts";
import type { QuestionId } from "../../checklist/ids.ts";
import type { Values } from "../../screen/screen.ts";
import { type LoosePeriod, longestPeriod, places, readAmount } from "./amounts.ts";
import { longestMeaning, longestRun, type Piece, tightOf } from "./piece.ts";
import { optionWords, sellerWords, severalWords } from "./piece-words.ts";
import { resolve, vendorOf } from "./resolve.ts";
import { type Token, tokensOf, wordsAt } from "./tokens.ts";
import { alsoAlone } from "./units.ts";
import { bounds, glue, negators } from "./vocabulary.ts";

/** A piece of a line that was understood: the question it answers, the words as they were typed, and the answer in words. */
type Understood = { question: QuestionId; words: string; value: string };

/**
 * One line in plain words as answers. `typed`: amounts of the work, for the page that asks the rest of it. `left`: the pieces
 * that nobody understood.
 */
export type ReadLine = { answers: Answers; typed: Values; understood: Understood[]; left: string[] };

/**
 * Reads one line such as "20k support chats a month with gpt-6-sol for our customers" by closed vocabularies, the longest
 * phrase first. Nothing is guessed: what is unknown, has two readings or contradicts the rest is left as it was typed. The
 * order of its pieces does not matter. Words that say nothing by themselves ("for", "we need") are in neither list.
 */
export function readLine(line: string, advisor: Advisor): ReadLine {
  const tokens = tokensOf(line);
  const first = scan(tokens, advisor, undefined);
  // One amount without a period and one period without an amount belong together, wherever they stand.
  const [period, ...more] = first.periods;
  const again = period !== undefined && more.length === 0 && first.lacking === 1;
  const { pieces, left } = again ? scan(tokens, advisor, period) : first;
  const { apart, said } = resolve(pieces, advisor);
  const kept = pieces.filter((piece) => !apart.has(piece));
  const words = ({ at }: Piece) => wordsAt(at, tokens, line);
  const understood: Understood[] = [];
  const given: Record<string, unknown> = {};
  const typed: Values = {};
  const tell = (question: QuestionId, piece: Piece, value: string) => {
    const known = understood.find((each) => each.question === question && each.value === value);
    if (known === undefined) understood.push({ question, words: words(piece), value });
    else if (!known.words.split(", ").includes(words(piece))) known.words += `, ${words(piece)}`;
  };
  for (const piece of kept) {
    for (const [question, many] of piece.counts ?? []) {
      given[question] = many;
      tell(question, piece, piece.amount ?? String(many));
    }
    for (const [field, value] of piece.typed ?? []) {
      typed[field] = value;
      tell("workload", piece, piece.amount ?? value);
    }
    if (piece.model !== undefined) {
      typed["workload.model"] = piece.model;
      tell("workload", piece, piece.model.split(/:(.*)/)[1] ?? piece.model);
    }
    const { vendors = [] } = piece;
    for (const id of vendors.slice(0, 1))
      tell(
        "vendor",
        piece,
        vendors.length > 1 ? severalWords(words(piece), vendors.length) : sellerWords(id, advisor.market),
      );
    for (const [question, option] of piece.says) if (piece.amount === undefined) tellOption(question, option, piece);
  }
  // What follows from pieces stands behind what they say.
  for (const piece of kept) {
    for (const [question, option] of [...piece.says, ...piece.hints]) tellOption(question, option, piece);
    if (piece.talk === true) tellOption("job", "code", piece);
    if (piece.model !== undefined && !kept.some(({ vendors }) => vendors !== undefined))
      tell("vendor", piece, advisor.market.vendorName(vendorOf(piece.model.split(":")[0] ?? "", advisor)));
  }
  function tellOption(question: QuestionId, option: string, piece: Piece): void {
    const options = said.get(question);
    const both = question === "job" && options?.has("both") === true;
    if (both || options?.has(option) === true)
      tell(question, piece, optionWords(question, both ? "both" : option, advisor));
  }
  for (const [question, options] of said) given[question] = isMany(question, advisor) ? [...options] : [...options][0];
  const named = kept.flatMap(({ vendors = [] }) => vendors);
  const vendors = named.length > 0 ? named : kept.flatMap(({ model }) => model?.split(":")[0] ?? []);
  if (vendors.length > 0) given.vendor = vendors;
  const { catalogue } = advisor.market;
  const sellers = { vendors: catalogue.vendors.map(({ id }) => id), rows: catalogue.rows.map(({ id }) => id) };
  const { answers } = readAnswers(given, advisor.checklist.questions, sellers);
  const unclear = [...left, ...[...apart].flatMap(({ at }) => at)];
  return {
    answers,
    typed,
    understood,
    left: runsOf(unclear).map((run) => wordsAt(run, tokens, line)),
  };
}

type Scanned = { pieces: Piece[]; left: number[]; periods: LoosePeriod[]; lacking: number };

/** Every word of a line, once: in a piece, left, or saying nothing. */
function scan(tokens: readonly Token[], advisor: Advisor, loose: LoosePeriod | undefined): Scanned {
  const found: Scanned = { pieces: [], left: [], periods: [], lacking: 0 };
  const taken = new Set<number>();
  const take = (at: readonly number[], into: Piece | "left" | "nothing") => {
    for (const each of at) taken.add(each);
    if (into === "left") found.left.push(...at);
    else if (into !== "nothing") found.pieces.push(into);
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || taken.has(at) || token.kind === "mark") continue;
    const turned = longestRun(tokens, at, 2, (run) => (negators.has(tightOf(run)) ? run : undefined));
    if (turned !== undefined) {
      take(
        places(at, endOfClause(tokens, at)).filter((each) => !taken.has(each)),
        "left",
      );
      continue;
    }
    const bound = longestRun(tokens, at, 3, (run) => (bounds.has(tightOf(run)) ? run : undefined));
    // "up to 20k chats", "50% of 20k chats": an end of a range, or a part of an amount.
    const amountAt = bound?.to ?? (token.text.endsWith("%") && tokens[at + 1]?.key === "of" ? at + 2 : tokens.length);
    if (tokens[amountAt]?.kind === "number") {
      const read = readAmount(tokens, amountAt, { period: "month", at: [] });
      take([...places(at, amountAt), ...("piece" in read ? read.piece.at : read.doubtful)], "left");
      continue;
    }
    if (token.kind === "number") {
      const read = readAmount(tokens, at, loose);
      if ("piece" in read) {
        // The unit may stand before its number, and was then taken for itself.
        found.pieces = found.pieces.filter((piece) => !piece.at.some((each) => read.piece.at.includes(each)));
        take(read.piece.at, read.piece);
        continue;
      }
      if (read.lacksPeriod) found.lacking += 1;
      take(read.doubtful, "left");
      continue;
    }
    const meant = longestMeaning(tokens, at, advisor);
    const period = longestPeriod(tokens, at);
    const isPeriod =
      period !== undefined && !(meant !== undefined && alsoAlone.has(tightOf(tokens.slice(at, period.to))));
    if (isPeriod && (meant === undefined || meant.to <= period.to)) {
      found.periods.push({ period: period.meaning, at: places(at, period.to) });
      take(places(at, period.to), loose === undefined ? "left" : "nothing");
    } else if (meant !== undefined && !places(at, meant.to).some((each) => taken.has(each))) {
      take(places(at, meant.to), { at: places(at, meant.to), ...meant.meaning });
    } else take([at], glue.has(token.key) ? "nothing" : "left");
  }
  return found;
}

function endOfClause(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(({ kind, key }, at) => at > from && (kind === "mark" || key === "but"));
  return end < 0 ? tokens.length : end;
}

function isMany(question: QuestionId, { checklist }: Advisor): boolean {
  return checklist.questions.find(({ id }) => id === question)?.kind.type === "choices";
}

/** Places as runs that stand side by side. */
function runsOf(all: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const at of [...new Set(all)].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last?.at(-1) === at - 1) last.push(at);
    else runs.push([at]);
  }
  return runs;
}
