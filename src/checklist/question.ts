import type { Condition } from "./condition.ts";
import type { QuestionId } from "./ids.ts";
import type { PageId } from "./pages.ts";

/** One possible answer. `label` stands on a button; `says` is the same as a clause behind "because", where it decides a route. */
export type Option = { id: string; label: string; says?: string };

/** What an answer looks like. The catalogue supplies the options of `vendors`. */
export type AnswerKind =
  | { type: "choice"; options: Option[] }
  | { type: "choices"; options: Option[] }
  | { type: "vendors" }
  | { type: "count" }
  | { type: "date" }
  | { type: "owner" }
  | { type: "duties" }
  | { type: "quote" }
  | { type: "link" }
  | { type: "workload" }
  | { type: "channel" };

/** A question of the checklist. */
export type Question = {
  id: QuestionId;
  /** Where it is asked: of several places the first whose condition is true. Null: nowhere, as it only names a place. */
  page: PageId | readonly { id: PageId; if?: Condition }[] | null;
  text: string;
  /** A noun before a colon and the answer: "audience". */
  topic: string;
  /** A hint of a few words; empty where the question cannot be misunderstood. */
  why: string;
  kind: AnswerKind;
  askedIf: Condition;
  /** May stay open: its absence never makes a recommendation incomplete. */
  skippable?: true;
  /** Where the catalogue or an earlier answer settles it, the answer is told instead of asked. */
  prefilled?: true;
  /** Somebody else may have to be asked: offered as an answer of its own, and kept as "not known". */
  askSomeone?: true;
  /** Lines of the source documents that it comes from. */
  seeds: string[];
};

type Written = [id: string, label: string, says?: string];

const read = ([id, label, says]: Written): Option => ({ id, label, ...(says === undefined ? {} : { says }) });

export const choice = (...options: Written[]): AnswerKind => ({
  type: "choice",
  options: options.map(read),
});

export const choices = (...options: Written[]): AnswerKind => ({
  type: "choices",
  options: options.map(read),
});
