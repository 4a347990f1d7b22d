import type { DecisionState } from "../store/state.ts";

/** How a decision stands, as people read it. */
export const stateWords: Readonly<Record<DecisionState, string>> = {
  open: "Open points",
  waiting: "Waiting for approval",
  approved: "Approved",
  declined: "Declined",
  superseded: "Superseded",
};

/** What people type for a state besides its own name. */
export const stateNames: Readonly<Record<string, DecisionState>> = {
  settle: "open",
  unsettled: "open",
  incomplete: "open",
  pending: "waiting",
  complete: "waiting",
  rejected: "declined",
  refused: "declined",
  replaced: "superseded",
  old: "superseded",
};

/** What a list of decisions can be narrowed by, each with an example. */
export const filterExamples = {
  vendor: "vendor:openai",
  owner: "owner:ben",
  state: "state:approved",
  over: "over:$100",
  older: "older:30d",
} as const;
export type FilterKey = keyof typeof filterExamples;
export const filterKeys = Object.keys(filterExamples) as FilterKey[];

export const messages = {
  noFilter: (key: string, nearest: string) =>
    `There is no filter "${key}". ${nearest} For example: ${filterExamples.vendor}.`,
  empty: (key: FilterKey) => `"${key}:" needs a value behind it, such as ${filterExamples[key]}.`,
  twice: (key: FilterKey) => `"${key}:" can be used once, such as ${filterExamples[key]}.`,
  noState: (given: string) =>
    `"${given}" is no state. Use open, waiting, approved, declined or superseded, such as ${filterExamples.state}.`,
  noMoney: (given: string) => `"${given}" is no amount. Enter dollars a month, such as ${filterExamples.over}.`,
  noAge: (given: string) =>
    `"${given}" is no age. Enter days, weeks, months or years, such as ${filterExamples.older} or older:2w.`,
  vendor: (name: string) => `vendor ${name}`,
  owner: (name: string) => `owner ${name}`,
  state: (words: string) => words.toLowerCase(),
  over: (money: string) => `over ${money} a month for one budget`,
  before: (day: string) => `made before ${day}`,
  words: (words: readonly string[]) => `named ${words.map((word) => `"${word}"`).join(" ")}`,
};
