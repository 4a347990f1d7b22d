import type { Moment } from "./rows.ts";
import type { DecisionState } from "./state.ts";

/** Which decisions are asked for. Everything that is said has to hold; texts are compared without regard to capitals. */
export type DecisionFilter = {
  /** Each stands in the name, the money, the owner, the vendor or the day. */
  words: readonly string[];
  /** Stands in the name of a vendor, or of an owner. */
  vendor: string | null;
  owner: string | null;
  state: DecisionState | null;
  /** One of its budgets costs more dollars a month than this decimal. */
  over: string | null;
  /** Made before this moment. */
  before: Moment | null;
};

export const everyDecision: DecisionFilter = {
  words: [],
  vendor: null,
  owner: null,
  state: null,
  over: null,
  before: null,
};
