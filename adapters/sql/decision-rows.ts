import type { Kysely, Selectable } from "kysely";
import type { Decision, DecisionLine, Tenant } from "#core";
import { readAudience } from "./audiences.ts";
import { readResult, readSummary } from "./summary.ts";
import type { Tables } from "./tables.ts";

export type DecisionRow = Selectable<Tables["decisions"]>;
/** The columns of a line, besides the beginning of its result. */
export const lineColumns = [
  "id",
  "route",
  "complete",
  "catalogue",
  "made_by",
  "made_at",
  "superseded_by",
  "verdict",
] as const;
type Line = Pick<DecisionRow, (typeof lineColumns)[number]> & {
  /** The beginning of the result, or all of it. */
  result: string;
};

/** A line of a list. */
export const readLine = (row: Line): DecisionLine => ({
  id: row.id,
  summary: readSummary(row.result),
  route: row.route as Decision["route"],
  complete: row.complete === 1,
  catalogue: row.catalogue,
  by: row.made_by,
  at: row.made_at,
  supersededBy: row.superseded_by,
  verdict: row.verdict as Decision["verdict"],
});

/** A decision as it is kept, with who may see it. */
export async function readDecision(from: Kysely<Tables>, tenant: Tenant, row: DecisionRow): Promise<Decision> {
  return { ...whole(row), audience: await readAudience(from, tenant, row.id) };
}

const whole = (row: DecisionRow): Omit<Decision, "audience"> => ({
  ...readLine(row),
  draft: row.draft,
  revision: row.revision,
  answers: JSON.parse(row.answers),
  result: readResult(row.result),
  rows: JSON.parse(row.used_rows),
  connections: JSON.parse(row.used_connections),
});
