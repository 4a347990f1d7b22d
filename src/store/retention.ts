import type { Moment } from "./rows.ts";
import type { Store } from "./store.ts";

/** For how long a conversation waits for its person. */
export const draftDays = 30;

/** What every program does when it starts, and a bot once a day: lets go of what nobody came back to. */
export function applyRetention(store: Store, now: Moment): Promise<number> {
  return store.expireDrafts(now - draftDays * 86_400_000);
}
