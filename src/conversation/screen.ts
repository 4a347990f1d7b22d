import type { SourceRead } from "../advice/sources.ts";
import type { Severity, Step } from "../checklist/ids.ts";

/** One piece of what a person sees. Meaning, never layout: strings hold no markup, so nobody's text can become any. */
export type Block =
  | { block: "heading"; text: string }
  | { block: "text"; text: string }
  /** Less important than text: hints, explanations, assumptions. */
  | { block: "quiet"; text: string }
  | { block: "facts"; facts: { label: string; value: string }[] }
  | { block: "table"; columns: string[]; rows: string[][] }
  | { block: "finding"; rule: string; severity: Severity; text: string; label: string | null; sources: SourceRead[] }
  /** Where a fact was read. Kept apart from text, so that every end can show that none is missing. */
  | { block: "source"; source: SourceRead };

export type FieldOption = { id: string; label: string; hint?: string };

type FieldOf<T> = {
  id: string;
  label: string;
  /** Why it is asked, or what a good answer looks like. */
  hint: string;
  value: T | null;
  /** What leaving it empty says. */
  empty: "I don't know" | "there is none" | "the default";
  /** Whether "I will ask someone" is an answer; where there are no options, it is typed as a question mark. */
  mayAsk: boolean;
  /** What was wrong with the last answer, to be shown on the field itself. */
  problem: string | null;
};

/** Something to fill in. Every field may be left empty; `empty` tells what that says. */
export type Field =
  | ({ field: "choice"; options: FieldOption[] } & FieldOf<string>)
  | ({ field: "choices"; options: FieldOption[]; alone: string[] } & FieldOf<string[]>)
  | ({ field: "number" } & FieldOf<string>)
  | ({ field: "money" } & FieldOf<string>)
  | ({ field: "text" } & FieldOf<string>)
  | ({ field: "date" } & FieldOf<string>)
  | ({ field: "person" } & FieldOf<string>);

/** What a person can do besides filling in. `edit` opens the page of one question again. */
type Action = { action: "next" | "back" | "edit" | "save" | "restart"; label: string };

/** All that a person sees at one moment, without a word on how it looks. */
export type Screen = {
  id: string;
  title: string;
  step: { id: Step; name: string; at: number; of: number };
  body: Block[];
  fields: Field[];
  actions: Action[];
};

/** What a person did. Who did it stands beside it, never inside. */
export type Event =
  | { event: "start" }
  | { event: "open"; page: string }
  | { event: "submit"; page: string; values: Record<string, string | string[] | null> }
  | { event: "press"; page: string; action: "back" | "restart" };
