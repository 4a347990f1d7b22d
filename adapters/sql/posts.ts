import { type Kysely, sql } from "kysely";
import {
  type Channel,
  type ClaimedPost,
  longestWait,
  type Moment,
  type NewPost,
  type Outbox,
  type Platform,
  type Post,
  readReason,
  type Settled,
  type Tenant,
  writeReason,
} from "#core";
import { postsInTurn } from "./claim.ts";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

type Row = Tables["posts"];

/** A row as the post that it is. */
export const readPost = (row: Row): Post => ({
  tenant: { platform: row.platform, id: row.tenant },
  key: row.key,
  decision: row.decision,
  channel: row.channel,
  thread: row.thread,
  owner: row.owner,
  body: JSON.parse(row.body),
  repeatable: row.repeatable === 1,
  state: row.state as Post["state"],
  tries: row.tries,
  dueAt: row.due_at,
  reference: row.reference,
  reason: row.reason === null ? null : readReason(row.reason),
});

/** Writes posts that are to be sent; one whose key is there already stays as it is. */
export async function insertPosts(
  db: Kysely<Tables>,
  { platform, id: tenant }: Tenant,
  posts: readonly NewPost[],
  now: Moment,
): Promise<void> {
  if (posts.length === 0) return;
  const fresh = {
    state: "waiting",
    tries: 0,
    claim: 0,
    lease_until: null,
    began_at: null,
    reference: null,
    reason: null,
  };
  await db
    .insertInto("posts")
    .values(
      posts.map(({ key, decision, channel, thread = null, owner, body, repeatable, after = 0 }) => ({
        platform,
        tenant,
        key,
        decision,
        channel,
        thread,
        owner,
        body: JSON.stringify(body),
        repeatable: repeatable ? 1 : 0,
        due_at: now + after,
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
      return (await mine().where("decision", "=", decision).orderBy("key").execute()).map(readPost);
    },
    async post(key: string): Promise<Post | null> {
      const row = await mine().where("key", "=", key).executeTakeFirst();
      return row === undefined ? null : readPost(row);
    },
    async troubled(owner?: string): Promise<Post[]> {
      const rows = await mine()
        .$if(owner !== undefined, (query) => query.where("owner", "=", owner ?? ""))
        .where("state", "in", ["parked", "unknown"])
        .orderBy("due_at", "desc")
        .orderBy("key")
        .limit(100)
        .execute();
      return rows.map(readPost);
    },
  };
}

const readClaimed = (row: Row): ClaimedPost => ({ ...readPost(row), claim: row.claim, beganAt: row.began_at });

/** What a worker does with the posts of all tenants. */
export function postWork(engine: Engine) {
  const { db } = engine;
  let after = { platform: "", tenant: "" };
  /** A post that is still of the worker who claimed it. */
  const mine = ({ tenant, key, claim }: ClaimedPost) =>
    db
      .updateTable("posts")
      .where("platform", "=", tenant.platform)
      .where("tenant", "=", tenant.id)
      .where("key", "=", key)
      .where("state", "=", "sending")
      .where("claim", "=", claim);

  return {
    claimPosts(
      now: Moment,
      leaseUntil: Moment,
      most: number,
      platforms: readonly Platform[],
      resting: readonly Channel[] = [],
    ): Promise<ClaimedPost[]> {
      if (platforms.length === 0) return Promise.resolve([]);
      return db.transaction().execute(async (within) => {
        // Chosen once and then updated: asked inside the update, a planner may choose again and claim more than was wanted.
        const due = await postsInTurn(engine, within, { now, most, platforms, resting, after });
        const last = due.at(-1);
        if (last === undefined) return [];
        const keys = due.map(({ platform, tenant, key }) => sql`(${platform}, ${tenant}, ${key})`);
        const { rows } = await sql<Row>`
          with due (platform, tenant, key) as (values ${sql.join(keys)})
          update posts set state = 'sending', claim = claim + 1, lease_until = ${leaseUntil} from due
          where posts.platform = due.platform and posts.tenant = due.tenant and posts.key = due.key
          returning *`.execute(within);
        after = { platform: last.platform, tenant: last.tenant };
        return rows.map(readClaimed).sort((one, other) => one.dueAt - other.dueAt);
      });
    },

    async beginPost(post: ClaimedPost, now: Moment, leaseUntil: Moment): Promise<boolean> {
      const { numUpdatedRows } = await mine(post)
        .set({ began_at: sql`coalesce(began_at, ${now})`, lease_until: leaseUntil })
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async settle(post: ClaimedPost, settled: Settled): Promise<boolean> {
      const { numUpdatedRows } = await mine(post)
        .set({
          state: settled.state,
          lease_until: null,
          reference: settled.state === "sent" ? settled.reference : null,
          reason: settled.state === "sent" || settled.reason === null ? null : writeReason(settled.reason),
          tries: settled.state === "waiting" && !settled.counts ? post.tries : post.tries + 1,
          ...(settled.state === "waiting" ? { due_at: settled.dueAt, began_at: settled.beganAt } : {}),
        })
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async outbox(platforms: readonly Platform[]): Promise<Outbox> {
      const posts: Outbox["posts"] = { waiting: 0, sending: 0, parked: 0, unknown: 0 };
      let oldestDue: Moment | null = null;
      if (platforms.length === 0) return { posts, oldestDue };
      const rows = await db
        .selectFrom("posts")
        .select(["state", (each) => each.fn.countAll().as("number"), (each) => each.fn.min("due_at").as("first")])
        .where("state", "in", Object.keys(posts))
        .where("platform", "in", [...platforms])
        .groupBy("state")
        .execute();
      for (const { state, number, first } of rows) {
        posts[state as keyof typeof posts] = Number(number);
        if (state === "waiting") oldestDue = Number(first);
      }
      return { posts, oldestDue };
    },

    async releasePosts(now: Moment, platforms: readonly Platform[]): Promise<number> {
      if (platforms.length === 0) return 0;
      const { numUpdatedRows } = await db
        .updateTable("posts")
        .set({
          state: "waiting",
          lease_until: null,
          // What was begun was a try: a post that ends every worker must not be tried for ever.
          tries: sql`tries + case when began_at is null then 0 else 1 end`,
        })
        .where("state", "=", "sending")
        .where("platform", "in", [...platforms])
        .where((where) => where.or([where("lease_until", "<", now), where("lease_until", ">", now + longestWait)]))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}
