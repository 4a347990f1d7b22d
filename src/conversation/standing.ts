import { type Advisor, resultOf, situationOf } from "../advice/advise.ts";
import type { Result } from "../advice/result.ts";
import type { Situation } from "../advice/situation.ts";
import type { Draft } from "../store/rows.ts";

/** How a conversation stands: its draft, what that makes of the day's market, and what is recommended. */
export type Standing = { draft: Draft; situation: Situation; result: Result };

/** Opened once a step and passed on. `before`: how it stood until now, whose estimate holds while its work is the same. */
export function standingOf(advisor: Advisor, draft: Draft, before?: Standing): Standing {
  const situation = situationOf(advisor, draft.answers, { before: before?.situation });
  return { draft, situation, result: resultOf(advisor, situation) };
}
