import type { Advisor } from "../../advice/advise.ts";
import type { Situation } from "../../advice/situation.ts";
import type { Market } from "../../market/market.ts";
import type { Block, Field } from "../../screen/screen.ts";
import type { Draft } from "../../store/rows.ts";
import { pageOf } from "../pages.ts";
import { between, changeWords, leftHint, leftLabel, leftWords, understoodLabel } from "./piece-words.ts";
import { readLine } from "./read-line.ts";

type Line = NonNullable<Draft["line"]>;

/** A conversation that begins with what a line says. */
export function draftOfLine(words: string, advisor: Advisor): Draft {
  const { answers, typed, understood, left } = readLine(words, advisor);
  const isTyped = Object.keys(typed).length > 0;
  return { answers, asking: [], ...(isTyped ? { typed } : {}), line: { understood, left } };
}

/** What was understood of a line, and what was not. */
export function lineBlocks(line: Line | undefined, market: Market): Block[] {
  if (line === undefined) return [];
  const understood = [...new Set(line.understood.map(({ value }) => value))].join(between);
  const left = line.left.map((piece) => leftWords(piece, market)).join(", ");
  const facts = [
    { label: understoodLabel, value: understood },
    { label: leftLabel, value: left },
  ].filter(({ value }) => value !== "");
  if (facts.length === 0) return [];
  return [{ block: "facts", facts }, ...(left === "" ? [] : [{ block: "quiet" as const, text: leftHint }])];
}

/** A choice of what was understood: each opens the page of its question. None where nothing of it stands on a page. */
export function lineFields(line: Line | undefined, situation: Situation): Field[] {
  const pieces = (line?.understood ?? []).filter(({ question }) => pageOf(question, situation) !== undefined);
  if (pieces.length === 0) return [];
  const options = [...Map.groupBy(pieces, ({ question }) => question)].map(([id, same]) => ({
    id,
    label: [...new Set(same.map(({ value }) => value))].join(between),
  }));
  const base = { field: "choice", id: "edit", value: null, problem: null, mayAsk: false } as const;
  return [{ ...base, ...changeWords, options, empty: "preset", instant: "edit" }];
}

/**
 * What stays of a line above the pages, once a page was sent: where the page corrected some of it, the rest; where it corrected
 * nothing, the conversation has gone on, and it goes.
 */
export function keptLine(before: Draft, after: Draft): Draft {
  const { line, ...rest } = after;
  if (line === undefined) return after;
  const isChanged = (question: Line["understood"][number]["question"]) =>
    before.answers[question] !== undefined &&
    JSON.stringify(before.answers[question]) !== JSON.stringify(after.answers[question]);
  const understood = line.understood.filter(({ question }) => !isChanged(question));
  if (understood.length === line.understood.length || understood.length === 0) return rest;
  return { ...rest, line: { ...line, understood } };
}
