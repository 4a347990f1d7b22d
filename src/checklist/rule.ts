import type { Condition } from "./condition.ts";
import type { Severity } from "./ids.ts";

/** Where a finding's sources come from. `wallets` and `edges` are those in play when it fires. */
export type Cite =
  | { from: "rows"; ids: string[] }
  | { from: "edges"; pairs: [from: string, to: string][] }
  | { from: "wallets" }
  | { from: "edges_in_play" }
  | { from: "page"; url: string; readOn: string }
  /** Accidents that people had, by id: their official pages, or what was reported. */
  | { from: "accidents"; ids: string[]; told: "official" | "reported" };

/** A rule of the checklist: what to do (`title`), and the consequence (`text`), which may hold slots, `{plans}`; see `slots`. */
export type Rule = {
  id: string;
  if: Condition;
  severity: Severity;
  /** When true, a block is only a warning. */
  softenedIf?: Condition;
  title: string;
  text: string;
  /** Sentences that are added when their condition is true. */
  more?: { if: Condition; text: string }[];
  why: string;
  seeds: string[];
  cites: Cite[];
  /** Stale or wrong claims of the source documents that it corrects: ids of `stale-claims.ts`. */
  corrects?: string[];
  /** Who gains from a claim that the rule repeats: shown as a label beside it. */
  conflictOfInterest?: string;
  since: string | null;
  until: string | null;
};

/** Words that the situation fills into a rule's text. */
export const slots = [
  "plans",
  "balances",
  "pairs",
  "connected",
  "wallets",
  "vendors",
  "duties",
  "routes",
  "units",
  "unknown_units",
  "unknown_expiry",
] as const;
export type Slot = (typeof slots)[number];

/** A rule without an end: most of them. */
export function rule(
  id: string,
  severity: Severity,
  condition: Condition,
  rest: Pick<Rule, "title" | "text" | "why" | "seeds"> & Partial<Omit<Rule, "id" | "severity" | "if">>,
): Rule {
  return { id, severity, if: condition, cites: [], since: null, until: null, ...rest };
}

export const rows = (...ids: string[]): Cite => ({ from: "rows", ids });
export const edges = (...pairs: [from: string, to: string][]): Cite => ({ from: "edges", pairs });
/** What official pages say of these accidents: whoever cites them may warn. */
export const officialOf = (...ids: string[]): Cite => ({ from: "accidents", ids, told: "official" });
/** What people reported of these accidents: never a vendor's rule, at most a note that says whose words it is. */
export const reportsOf = (...ids: string[]): Cite => ({ from: "accidents", ids, told: "reported" });
export const walletsInPlay: Cite = { from: "wallets" };
export const edgesInPlay: Cite = { from: "edges_in_play" };
