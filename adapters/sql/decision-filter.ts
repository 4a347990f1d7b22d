import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { type DecisionFilter, type DecisionState, small, wholeCents } from "#core";
import type { Tables } from "./tables.ts";

type May = ExpressionBuilder<Tables, "decisions">;

/** A filter as a condition. It reads only what the index of decisions holds, so that a row is fetched only to be shown. */
export function isOf({ words, vendor, owner, state, over, before }: DecisionFilter) {
  return (may: May): Expression<SqlBool> =>
    may.and([
      ...words.map((word) => has("words", word)),
      ...(vendor === null ? [] : [has("vendors", vendor)]),
      ...(owner === null ? [] : [has("owners", owner)]),
      ...(state === null ? [] : [inState(may, state)]),
      ...(over === null ? [] : [may("month", ">", wholeCents(over))]),
      ...(before === null ? [] : [may("made_at", "<", before)]),
    ]);
}

/** What still holds: `isCurrent`, as a condition. */
export function stillHolds(may: May): Expression<SqlBool> {
  return may.and([
    may("superseded_by", "is", null),
    may.or([may("verdict", "is", null), may("verdict", "<>", "declined")]),
  ]);
}

/** How a decision stands: `stateOf`, as a condition. */
function inState(may: May, state: DecisionState): Expression<SqlBool> {
  const current = may("superseded_by", "is", null);
  switch (state) {
    case "superseded":
      return may("superseded_by", "is not", null);
    case "approved":
    case "declined":
      return may.and([current, may("verdict", "=", state)]);
    case "open":
    case "waiting":
      return may.and([current, may("verdict", "is", null), may("complete", "=", state === "open" ? 0 : 1)]);
  }
}

/** What people typed is a text, never a pattern. */
function has(column: "words" | "vendors" | "owners", text: string): Expression<SqlBool> {
  const pattern = `%${small(text, longestText).replace(/[\\%_]/g, "\\$&")}%`;
  return sql<SqlBool>`${sql.ref(`decisions.${column}`)} like ${pattern} escape '\\'`;
}

const longestText = 200;
