import type { Severity, Step } from "../checklist/ids.ts";
import type { SourceRead } from "../market/sources.ts";

/** One piece of what a person sees. Meaning, never layout: strings hold no markup, so nobody's text can become any. */
export type Block =
  | { block: "heading"; text: string }
  | { block: "text"; text: string }
  /** Less important than text: hints, explanations, assumptions. */
  | { block: "quiet"; text: string }
  | { block: "facts"; facts: Fact[] }
  | { block: "table"; columns: string[]; rows: string[][] }
  /** A rule that fired: what to do, then the consequence. `rule` is for scripts and is never shown. */
  | {
      block: "finding";
      rule: string;
      severity: Severity;
      title: string;
      text: string;
      label: string | null;
      sources: SourceRead[];
    }
  /** Where a fact was read. Kept apart from text, so that every adapter can show that none is missing. */
  | { block: "source"; source: SourceRead }
  /** Something to open: a message that was posted. */
  | { block: "link"; text: string; url: string }
  /** Persons by the ids of their platform: an adapter shows its own kind of id as a name, and anything else as text. */
  | { block: "people"; label: string; people: string[] }
  /** A channel by the id of its platform. */
  | { block: "channel"; label: string; channel: string };

/**
 * One fact in words. `person`: whose name its value begins with, by the id of their platform, and the `rest` behind the name:
 * an adapter that knows such an id shows the person instead of the name, and tells nobody that it did.
 */
export type Fact = { label: string; value: string; person?: { id: string; rest: string } };

/** `group`: what it belongs to, where there are many. */
export type FieldOption = { id: string; label: string; hint?: string; group?: string };

type FieldOf<T> = {
  id: string;
  label: string;
  /** Why it is asked, or what a good answer looks like. */
  hint: string;
  value: T | null;
  /** What leaving it empty says. */
  empty: "unknown" | "none" | "preset";
  /** Whether "I will ask someone" is an answer; where there are no options, it is typed as a question mark. */
  mayAsk: boolean;
  /** What was wrong with the last answer, to be shown on the field itself. */
  problem: string | null;
  /** Choosing does this at once, without a form around it. */
  instant?: Act;
};

/** Something to fill in. Every field may be left empty; `empty` tells what that says. */
export type Field =
  | ({ field: "choice"; options: FieldOption[] } & FieldOf<string>)
  /** `search`: the options can be looked up by what is typed, where an adapter cannot show so many. */
  | ({ field: "choices"; options: FieldOption[]; alone: string[]; search?: true } & FieldOf<string[]>)
  | ({ field: "number" } & FieldOf<string>)
  | ({ field: "money" } & FieldOf<string>)
  /** `long`: a whole text may be pasted into it, over several lines. */
  | ({ field: "text"; long?: true } & FieldOf<string>)
  | ({ field: "date" } & FieldOf<string>)
  /** Somebody: by name, or `<@ID|Name>` where an adapter has them picked. */
  | ({ field: "person" } & FieldOf<string>)
  /** A file to hand over. It comes back as the address that its platform gave for it. */
  | ({ field: "file" } & FieldOf<string>)
  /** A place to post to. Adapters without channels leave it out. */
  | ({ field: "channel" } & FieldOf<string>);

/** What buttons do, in a conversation and around it. Old ones are pressed for years: none may change its meaning. */
export const acts = [
  "next",
  "back",
  "edit",
  "save",
  "post",
  "copy",
  "cancel",
  "restart",
  "begin",
  "resume",
  "look",
  "more",
  "why",
  "approve",
  "check",
  "undo",
  "revise",
  "retry",
  "decisions",
  "yes",
  "use-channel",
  "no-channel",
  "settings",
  "forget",
  "show",
  "line",
  "rename",
  "pick",
  "fact",
  "still-true",
  "form",
  "do",
  "direct",
  "use-usage",
] as const;
export type Act = (typeof acts)[number];

/** What a person can do besides filling in. `edit` opens the page of one question again. */
export type Action = {
  action: Act;
  label: string;
  /** What it is called where it does not send the form but opens it. Left out: the same. */
  opens?: string;
  /** What it is about: a decision, a post. Null: the conversation whose ticket the screen has. */
  about?: string;
  /** `main`: what most people do next. `danger`: what cannot be taken back. */
  weight?: "main" | "danger";
  /** To be asked before it is done. */
  ask?: string;
};

/** All that a person sees at one moment, without a word on how it looks. */
export type Screen = {
  id: string;
  title: string;
  /** Where in the conversation it stands; null outside of one. */
  step: { id: Step; name: string } | null;
  body: Block[];
  fields: Field[];
  actions: Action[];
  /** Something to be taken away, by an adapter that gives files. */
  file?: ScreenFile;
};

/** A file of text for the one person who asked. `name`: with its ending. */
export type ScreenFile = { name: string; content: string };

/** What was filled into a page, by the ids of its fields. */
export type Values = Record<string, string | string[] | null>;

/** What a person did. Who did it stands beside it, never inside. */
export type Event =
  | { event: "start" }
  | { event: "open"; page: string }
  | { event: "submit"; page: string; values: Values }
  /** The page was closed: what was typed is kept, and nothing else happens. */
  | { event: "keep"; page: string; values: Values }
  /** Somebody was picked beside the form: that is an answer at once, and the page stays. */
  | { event: "pick"; page: string; values: Values }
  /** `values`: what was typed on the page before something else was pressed, as far as an adapter can know. */
  | { event: "press"; page: string; action: "back" | "restart" | "show"; values?: Values };
