import type { Reason } from "./reason.ts";
import type { Moment } from "./rows.ts";

/**
 * No post waits longer than this, in milliseconds. One that seems to was given its time by a clock that has been set back
 * since: it is due.
 */
export const longestWait = 15 * 60_000;

/** How one attempt to post ended. */
export type Settled =
  | { state: "sent"; reference: string }
  /** `counts` false: nothing was tried. `beganAt`: as in `ClaimedPost`; null where it is certain that nothing was posted. */
  | { state: "waiting"; dueAt: Moment; reason: Reason | null; counts: boolean; beganAt: Moment | null }
  | { state: "unknown"; reason: Reason }
  | { state: "parked"; reason: Reason }
  /** It means nothing any more, and nobody misses it. */
  | { state: "dropped"; reason: Reason };
