import type { DecisionLine } from "./rows.ts";

/** How a decision stands, in the words that people type and read. */
export const decisionStates = ["open", "waiting", "approved", "declined", "superseded"] as const;
export type DecisionState = (typeof decisionStates)[number];

/** How a decision stands: the one place that says so. `adapters/sql/decision-filter.ts` asks a database for the same. */
export function stateOf({
  supersededBy,
  verdict,
  complete,
}: Pick<DecisionLine, "supersededBy" | "verdict" | "complete">): DecisionState {
  if (supersededBy !== null) return "superseded";
  return verdict ?? (complete ? "waiting" : "open");
}

/** Whether what a decision says still holds: nothing took its place, and nobody declined it. */
export function isCurrent(line: Parameters<typeof stateOf>[0]): boolean {
  const state = stateOf(line);
  return state !== "superseded" && state !== "declined";
}
