import type { Moment } from "./rows.ts";

/**
 * How much waits or needs somebody's eyes; what was sent or dropped is not counted. `oldestDue`: when the one that waits longest
 * became due, null where none waits.
 */
export type Outbox = {
  posts: Record<"waiting" | "sending" | "parked" | "unknown", number>;
  oldestDue: Moment | null;
};
