import type { Condition } from "./condition.ts";
import type { QuestionId } from "./ids.ts";
import type { PageId } from "./pages.ts";

/** One possible answer. `label` stands on a button; it also completes the sentence "<topic> is <label>". */
type Option = { id: string; label: string };

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
  /** A noun for sentences about the answer: "the audience". */
  topic: string;
  /** Why it is asked, in one line. */
  why: string;
  kind: AnswerKind;
  askedIf: Condition;
  /** May stay open: its absence never makes a recommendation incomplete. */
  skippable?: true;
  /** Where the catalogue knows it, the answer is told instead of asked. */
  prefilled?: true;
  /** Somebody else may have to be asked: offered as an answer of its own, and kept as "not known". */
  askSomeone?: true;
  /** Lines of the source documents that it comes from. */
  seeds: string[];
};

export const choice = (...options: [id: string, label: string][]): AnswerKind => ({
  type: "choice",
  options: options.map(([id, label]) => ({ id, label })),
});

export const choices = (...options: [id: string, label: string][]): AnswerKind => ({
  type: "choices",
  options: options.map(([id, label]) => ({ id, label })),
});
