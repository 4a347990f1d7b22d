import { type Kysely, sql } from "kysely";
import { type ClaimedHolding, type Looked, longestWait, type Moment, type Platform } from "#core";
import type { Engine } from "./engine.ts";
import { readHolding, readReminder } from "./holdings.ts";
import { insertPosts } from "./posts.ts";
import type { Tables } from "./tables.ts";

/** What a worker does with the holdings of all tenants. */
export function holdingWork(engine: Engine) {
  const { db, skipLocked } = engine;
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
        if (looked.length === 0) return 0;
        const kept = await looksAt(engine, within, looked, now);
        for (const each of looked) if (kept.has(placeOf(each))) await keep(within, each, now);
        return kept.size;
      });
    },
  };
}

/** Ends the claims, all in one statement; gives the places of those that still were of their worker. */
async function looksAt(
  { name }: Engine,
  within: Kysely<Tables>,
  looked: readonly Looked[],
  now: Moment,
): Promise<Set<string>> {
  const rows = looked.map(
    ({ holding: { tenant, id, claim }, lookAt }) =>
      sql`(${tenant.platform}, ${tenant.id}, ${id}, cast(${claim} as integer), cast(${lookAt} as bigint))`,
  );
  // Locked in one order: two workers who settle what one of them no longer has never wait for each other.
  const locked = name === "postgres" ? sql`for update of held` : sql``;
  const kept = await sql<Pick<Tables["holdings"], "platform" | "tenant" | "id">>`
    with looked(platform, tenant, id, claim, look_at) as (values ${sql.join(rows)}),
    mine as materialized (
      select held.platform, held.tenant, held.id, looked.look_at from looked cross join holdings held
      where held.platform = looked.platform and held.tenant = looked.tenant and held.id = looked.id
        and held.claim = looked.claim
      order by held.platform, held.tenant, held.id ${locked}
    )
    update holdings set look_at = mine.look_at, looked_at = ${now}, lease_until = null, claim = claim + 1 from mine
    where holdings.platform = mine.platform and holdings.tenant = mine.tenant and holdings.id = mine.id
    returning holdings.platform, holdings.tenant, holdings.id`.execute(within);
  return new Set(kept.rows.map(({ platform, tenant, id }) => keyOf(platform, tenant, id)));
}

async function keep(
  within: Kysely<Tables>,
  { holding: { tenant, id }, reminders, posts }: Looked,
  now: Moment,
): Promise<void> {
  const here = { platform: tenant.platform, tenant: tenant.id };
  if (reminders.length > 0)
    await within
      .insertInto("reminders")
      .values(reminders.map(({ key, state, again }) => ({ ...here, holding: id, key, state, again })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await insertPosts(within, tenant, posts, now);
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
