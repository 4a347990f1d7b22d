import { type Kysely, sql } from "kysely";
import { type Channel, longestWait, type Moment, type Platform } from "#core";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

type Key = Pick<Tables["posts"], "platform" | "tenant" | "key">;

/** What is to be claimed. `after`: the tenant that had its turn last. */
export type Claim = {
  now: Moment;
  most: number;
  platforms: readonly Platform[];
  resting: readonly Channel[];
  after: { platform: Platform; tenant: string };
};

/**
 * The posts whose turn it is: of each channel its oldest due one, of each tenant one channel after the other, the tenants
 * behind `after` first. Reads what waits along the index `posts_queue`, in its order, and nothing of what was sent.
 */
export async function postsInTurn(
  { skipLocked }: Pick<Engine, "skipLocked">,
  db: Kysely<Tables>,
  { now, most, platforms, resting, after }: Claim,
): Promise<Key[]> {
  const rests = resting.map(({ tenant, channel }) => sql`(${tenant.platform}, ${tenant.id}, ${channel})`);
  const notResting =
    rests.length === 0 ? sql`` : sql`and (p.platform, p.tenant, p.channel) not in (values ${sql.join(rests)})`;
  const { rows } = await sql<Key>`
    with due as (
      select p.platform, p.tenant, p.key, p.due_at,
        row_number() over (partition by p.platform, p.tenant, p.channel order by p.due_at, p.key) as place
      from posts p
      where p.state = 'waiting' and p.platform in (${sql.join(platforms)}) ${notResting}
        and (p.due_at <= ${now} or p.due_at > ${now + longestWait})
        and not exists (
          select 1 from posts other
          where other.state = 'sending'
            and other.platform = p.platform and other.tenant = p.tenant and other.channel = p.channel)
    ),
    turns as materialized (
      select platform, tenant, key,
        row_number() over (partition by platform, tenant order by due_at, key) as turn
      from due where place = 1
    )
    select p.platform, p.tenant, p.key from turns t
    join posts p on p.platform = t.platform and p.tenant = t.tenant and p.key = t.key
    where p.state = 'waiting'
    order by t.turn, case when (t.platform, t.tenant) > (${after.platform}, ${after.tenant}) then 0 else 1 end,
      t.platform, t.tenant
    limit ${most} ${skipLocked}`.execute(db);
  return rows;
}
