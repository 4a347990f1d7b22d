import { type Kysely, sql } from "kysely";
import { type ClaimedHolding, type Looked, longestWait, type Moment, type Platform } from "#core";
import type { Engine } from "./engine.ts";
import { readHolding, readReminder } from "./holdings.ts";
import { insertPosts } from "./posts.ts";
import type { Tables } from "./tables.ts";

/** What a worker does with the holdings of all tenants. */
export function holdingWork({ db, skipLocked }: Engine) {
  return {
    claimHoldings(
      now: Moment,
      leaseUntil: Moment,
      most: number,
      platforms: readonly Platform[],
    ): Promise<ClaimedHolding[]> {
      if (platforms.length === 0) return Promise.resolve([]);
      return db.transaction().execute(async (within) => {
        // Joined to nothing, the platform is no reason to walk along another index.
        const free = sql`platform || '' in (${sql.join(platforms)})
          and (lease_until is null or lease_until < ${now} or lease_until > ${now + longestWait})`;
        // Each part is walked along its index: of a hundred thousand that are due, only what is taken is read.
        const { rows } = await sql<Tables["holdings"]>`
          with late as materialized (
            select platform, tenant, id from holdings where look_at <= ${now} and ${free}
            order by look_at limit ${most} ${skipLocked}
          ),
          ahead as materialized (
            select platform, tenant, id from holdings where looked_at > ${now + longestWait} and ${free}
            order by looked_at desc limit ${most} ${skipLocked}
          ),
          due as materialized (select * from late union select * from ahead limit ${most})
          update holdings set lease_until = ${leaseUntil}, claim = claim + 1 from due
          where holdings.platform = due.platform and holdings.tenant = due.tenant and holdings.id = due.id
          returning *`.execute(within);
        const kept = await remindersBeside(within, rows);
        return rows.map((row) => ({
          ...readHolding(row),
          tenant: { platform: row.platform, id: row.tenant },
          claim: row.claim,
          reminders: (kept.get(keyOf(row.platform, row.tenant, row.id)) ?? []).map(readReminder),
        }));
      });
    },

    settleHoldings(looked: readonly Looked[], now: Moment): Promise<number> {
      return db.transaction().execute(async (within) => {
        let kept = 0;
        // Always in one order: two workers who settle what one of them no longer has never wait for each other.
        for (const each of looked.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)))
          if (await settle(within, each, now)) kept++;
        return kept;
      });
    },
  };
}

async function settle(
  within: Kysely<Tables>,
  { holding: { tenant, id, claim }, reminders, posts, lookAt }: Looked,
  now: Moment,
): Promise<boolean> {
  const here = { platform: tenant.platform, tenant: tenant.id };
  const { numUpdatedRows } = await within
    .updateTable("holdings")
    .set({ look_at: lookAt, looked_at: now, lease_until: null, claim: claim + 1 })
    .where("platform", "=", here.platform)
    .where("tenant", "=", here.tenant)
    .where("id", "=", id)
    .where("claim", "=", claim)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  if (reminders.length > 0)
    await within
      .insertInto("reminders")
      .values(reminders.map(({ key, state, again }) => ({ ...here, holding: id, key, state, again })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await insertPosts(within, tenant, posts, now);
  return true;
}

async function remindersBeside(within: Kysely<Tables>, rows: readonly Tables["holdings"][]) {
  if (rows.length === 0) return new Map<string, Tables["reminders"][]>();
  const keys = rows.map(({ platform, tenant, id }) => sql`(${platform}, ${tenant}, ${id})`);
  const found = await sql<Tables["reminders"]>`
    select * from reminders where (platform, tenant, holding) in (values ${sql.join(keys)}) order by key`.execute(
    within,
  );
  return Map.groupBy(found.rows, ({ platform, tenant, holding }) => keyOf(platform, tenant, holding));
}

function placeOf({ holding: { tenant, id } }: Looked): string {
  return keyOf(tenant.platform, tenant.id, id);
}

function keyOf(platform: string, tenant: string, id: string): string {
  return JSON.stringify([platform, tenant, id]);
}
