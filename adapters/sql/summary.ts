import { sql } from "kysely";
import type { Decision, Summary } from "#core";

/** The name under which the result's text has what people call the decision: its first one. */
const key = "summary";

/** What is read of a result for a list. A summary is shorter, however its signs are written. */
const longest = 3_000;

/** The beginning of a result, which has the summary: lists do not read the rest. */
export const resultBegins = sql<string>`substr(result, 1, ${sql.lit(longest)})`.as("result");

/** A result as it is kept, with the summary before everything else. */
export function writeResult(summary: Summary | null, result: Decision["result"]): string {
  return JSON.stringify(summary === null ? result : { [key]: summary, ...result });
}

/** A result without the summary. */
export function readResult(text: string): Decision["result"] {
  const { [key]: _, ...result } = JSON.parse(text);
  return result;
}

/** The summary at the beginning of a result; null where none was kept. */
export function readSummary(text: string): Summary | null {
  const [, summary] = /^\{"summary":(\{(?:[^"{}]|"(?:[^"\\]|\\.)*")*\})/.exec(text) ?? [];
  return summary === undefined ? null : JSON.parse(summary);
}
