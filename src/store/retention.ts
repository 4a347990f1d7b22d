import type { Moment } from "./rows.ts";
import type { Store } from "./store.ts";

/** For how long a conversation waits for its person. */
export const draftDays = 30;

/** For how long pages can be turned. */
const readingDays = 1;
const aDay = 86_400_000;

/** What every program does when it starts, and a bot once a day: lets go of what nobody came back to. Returns how much. */
export async function applyRetention(store: Store, now: Moment): Promise<number> {
  const drafts = await store.expireDrafts(now - draftDays * aDay);
  return drafts + (await store.expireReadings(now - readingDays * aDay));
}
