import { type Kysely, sql } from "kysely";
import type { Moment, NewPost, Post, Settled, Tenant } from "#core";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

type Row = Tables["posts"];

const read = (row: Row): Post => ({
  tenant: { platform: row.platform, id: row.tenant },
  key: row.key,
  decision: row.decision,
  channel: row.channel,
  thread: row.thread,
  owner: row.owner,
  body: JSON.parse(row.body),
  state: row.state as Post["state"],
  tries: row.tries,
  dueAt: row.due_at,
  reference: row.reference,
  reason: row.reason,
});

/** Writes posts that are to be sent; one whose key is there already stays as it is. */
export async function insertPosts(
  db: Kysely<Tables>,
  { platform, id: tenant }: Tenant,
  posts: readonly NewPost[],
  now: Moment,
): Promise<void> {
  if (posts.length === 0) return;
  const fresh = { state: "waiting", tries: 0, due_at: now, lease_until: null, reference: null, reason: null };
  await db
    .insertInto("posts")
    .values(
      posts.map(({ key, decision, channel, thread = null, owner, body }) => ({
        platform,
        tenant,
        key,
        decision,
        channel,
        thread,
        owner,
        body: JSON.stringify(body),
        ...fresh,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The posts of one tenant. */
export function postsOf({ db }: Engine, tenant: Tenant) {
  const mine = () =>
    db.selectFrom("posts").selectAll().where("platform", "=", tenant.platform).where("tenant", "=", tenant.id);
  return {
    enqueue: (posts: readonly NewPost[], now: Moment) => insertPosts(db, tenant, posts, now),
    async posts(decision: string): Promise<Post[]> {
      return (await mine().where("decision", "=", decision).orderBy("key").execute()).map(read);
    },
    async post(key: string): Promise<Post | null> {
      const row = await mine().where("key", "=", key).executeTakeFirst();
      return row === undefined ? null : read(row);
    },
    async troubled(): Promise<Post[]> {
      const rows = await mine()
        .where("state", "in", ["parked", "unknown"])
        .orderBy("due_at", "desc")
        .orderBy("key")
        .limit(100)
        .execute();
      return rows.map(read);
    },
    async retry(key: string, now: Moment): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("posts")
        .set({ state: "waiting", tries: 0, due_at: now, reason: null })
        .where("platform", "=", tenant.platform)
        .where("tenant", "=", tenant.id)
        .where("key", "=", key)
        .where("state", "in", ["parked", "unknown"])
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

const everywhere: readonly Tenant["platform"][] = ["slack", "discord", "terminal"];

/** For so long after a lease a repeated post is surely recognised, where it is at all. */
const stillKnown = 60_000;

/** What a worker does with the posts of all tenants. */
export function postWork({ db, skipLocked }: Engine) {
  return {
    async claimPosts(
      now: Moment,
      leaseUntil: Moment,
      most: number,
      platforms: readonly Tenant["platform"][] = everywhere,
    ): Promise<Post[]> {
      if (platforms.length === 0) return [];
      // Chosen once and then updated: asked inside the update, a planner may choose again and claim more than was wanted.
      const { rows } = await sql<Row>`
        with due as materialized (
          select platform, tenant, key from posts where state = 'waiting' and due_at <= ${now} and platform in (${sql.join(platforms)})
          order by due_at limit ${most} ${skipLocked}
        )
        update posts set state = 'sending', tries = tries + 1, lease_until = ${leaseUntil} from due
        where posts.platform = due.platform and posts.tenant = due.tenant and posts.key = due.key returning *`.execute(
        db,
      );
      return rows.map(read).sort((one, other) => one.dueAt - other.dueAt);
    },

    async settle({ tenant, key, tries }: Post, settled: Settled): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("posts")
        .set({
          state: settled.state,
          lease_until: null,
          reference: settled.state === "sent" ? settled.reference : null,
          reason: settled.state === "sent" ? null : settled.reason,
          ...(settled.state === "waiting" ? { due_at: settled.dueAt, tries: settled.counts ? tries : tries - 1 } : {}),
        })
        .where("platform", "=", tenant.platform)
        .where("tenant", "=", tenant.id)
        .where("key", "=", key)
        .where("state", "=", "sending")
        // A worker whose lease ended must not speak for the one that has the post now.
        .where("tries", "=", tries)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async releasePosts(
      now: Moment,
      deduplicating: readonly Tenant["platform"][],
      platforms: readonly Tenant["platform"][] = everywhere,
    ): Promise<number> {
      if (platforms.length === 0) return 0;
      const over = db
        .updateTable("posts")
        .where("state", "=", "sending")
        .where("lease_until", "<", now)
        .where("platform", "in", [...platforms]);
      const again =
        deduplicating.length === 0
          ? 0n
          : (
              await over
                .set({
                  state: "waiting",
                  due_at: now,
                  lease_until: null,
                  reason: "The worker ended while it was sending; sending again does no harm.",
                })
                .where("platform", "in", [...deduplicating])
                // Later the platform may not know it again.
                .where("lease_until", ">=", now - stillKnown)
                .executeTakeFirst()
            ).numUpdatedRows;
      const unknown = await over
        .set({
          state: "unknown",
          lease_until: null,
          reason: "The worker ended while it was sending: look into the channel before it is sent again.",
        })
        .executeTakeFirst();
      return Number(again + unknown.numUpdatedRows);
    },
  };
}
