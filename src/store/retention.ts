import type { Moment } from "./rows.ts";
import type { Store } from "./store.ts";
import { teamOf, teamSetting } from "./team.ts";

/** For how long a conversation waits for its person. */
export const draftDays = 30;

/** For how long pages can be turned. */
const readingDays = 1;
const aDay = 86_400_000;

/**
 * What every program does when it starts, and a bot once a day: lets go of what nobody came back to, and of ended decisions
 * for as long as their team wants. Returns how much.
 */
export async function applyRetention(store: Store, now: Moment): Promise<number> {
  const drafts = await store.expireDrafts(now - draftDays * aDay);
  const readings = await store.expireReadings(now - readingDays * aDay);
  let decisions = 0;
  for (const tenant of await store.tenantsWith(teamSetting)) {
    const { keepDays } = await teamOf(tenant, { store });
    if (keepDays !== null) decisions += await store.of(tenant).expireDecisions(now - keepDays * aDay);
  }
  return drafts + readings + decisions;
}
