import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

/** Any of the databases, inside the transaction of a migration. */
export type Db = Kysely<Tables>;

const owned = (db: Db, table: string) =>
  db.schema
    .createTable(table)
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("tenant", "text", (column) => column.notNull());

/** What a conversation and a decision need. */
async function first(db: Db): Promise<void> {
  await owned(db, "tenants")
    .addColumn("since", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("tenants_key", ["platform", "tenant"])
    .execute();
  await owned(db, "drafts")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("owner", "text", (c) => c.notNull())
    .addColumn("draft", "text", (c) => c.notNull())
    .addColumn("revision", "integer", (c) => c.notNull())
    .addColumn("catalogue", "text", (c) => c.notNull())
    .addColumn("supersedes", "text")
    .addColumn("page", "text", (c) => c.notNull())
    .addColumn("updated_at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("drafts_key", ["platform", "tenant", "id"])
    .addUniqueConstraint("drafts_owner", ["platform", "tenant", "owner"])
    .execute();
  await db.schema.createIndex("drafts_age").on("drafts").column("updated_at").execute();
  await owned(db, "decisions")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("draft", "text", (c) => c.notNull())
    .addColumn("revision", "integer", (c) => c.notNull())
    .addColumn("route", "text")
    .addColumn("complete", "integer", (c) => c.notNull())
    .addColumn("answers", "text", (c) => c.notNull())
    .addColumn("result", "text", (c) => c.notNull())
    .addColumn("catalogue", "text", (c) => c.notNull())
    .addColumn("used_rows", "text", (c) => c.notNull())
    .addColumn("used_connections", "text", (c) => c.notNull())
    .addColumn("made_by", "text", (c) => c.notNull())
    .addColumn("made_at", "bigint", (c) => c.notNull())
    .addColumn("superseded_by", "text")
    .addPrimaryKeyConstraint("decisions_key", ["platform", "tenant", "id"])
    .addUniqueConstraint("decisions_once", ["platform", "tenant", "draft", "revision"])
    .execute();
  await db.schema
    .createIndex("decisions_newest")
    .on("decisions")
    .columns(["platform", "tenant", "made_at", "id"])
    .execute();
  await owned(db, "posts")
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("decision", "text", (c) => c.notNull())
    .addColumn("channel", "text", (c) => c.notNull())
    .addColumn("owner", "text", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("tries", "integer", (c) => c.notNull())
    .addColumn("due_at", "bigint", (c) => c.notNull())
    .addColumn("lease_until", "bigint")
    .addColumn("reference", "text")
    .addColumn("reason", "text")
    .addPrimaryKeyConstraint("posts_once", ["platform", "tenant", "key"])
    .execute();
  await db.schema.createIndex("posts_due").on("posts").columns(["state", "due_at"]).execute();
  await db.schema.createIndex("posts_decision").on("posts").columns(["platform", "tenant", "decision"]).execute();
  await owned(db, "settings")
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("value", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("settings_key", ["platform", "tenant", "name"])
    .execute();
  await owned(db, "installations")
    .addColumn("token", "text", (c) => c.notNull())
    .addColumn("details", "text", (c) => c.notNull())
    .addColumn("updated_at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("installations_key", ["platform", "tenant"])
    .execute();
}

/** What a team keeps between decisions. */
async function second(db: Db): Promise<void> {
  await owned(db, "wallets")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("row_id", "text", (c) => c.notNull())
    .addColumn("owner", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("updated_at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("wallets_key", ["platform", "tenant", "id"])
    .execute();
  await owned(db, "reminders")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("owner", "text", (c) => c.notNull())
    .addColumn("due_at", "bigint", (c) => c.notNull())
    .addColumn("about", "text", (c) => c.notNull())
    .addColumn("lease_until", "bigint")
    .addPrimaryKeyConstraint("reminders_key", ["platform", "tenant", "id"])
    .execute();
  await db.schema.createIndex("reminders_due").on("reminders").column("due_at").execute();
  await owned(db, "audit")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("at", "bigint", (c) => c.notNull())
    .addColumn("actor", "text", (c) => c.notNull())
    .addColumn("action", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("details", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("audit_key", ["platform", "tenant", "id"])
    .execute();
  await db.schema.createIndex("audit_newest").on("audit").columns(["platform", "tenant", "at", "id"]).execute();
}

/** What people read page by page. */
async function fourth(db: Db): Promise<void> {
  await owned(db, "readings")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("owner", "text", (c) => c.notNull())
    .addColumn("reading", "text", (c) => c.notNull())
    .addColumn("at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("readings_key", ["platform", "tenant", "id"])
    .execute();
  await db.schema.createIndex("readings_age").on("readings").column("at").execute();
}

/**
 * What can be told of a post whose worker ended: whether it may be repeated, and since when it may stand in its channel.
 * What older programs left as unknown although it may be repeated is repeated.
 */
async function third(db: Db): Promise<void> {
  const posts = () => db.schema.alterTable("posts");
  await posts()
    .addColumn("repeatable", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await posts()
    .addColumn("claim", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await posts().addColumn("began_at", "bigint").execute();
  await sql`update posts set repeatable = 1
    where state not in ('sent', 'dropped') and (body like '{"kind":"update"%' or body like '{"kind":"delete"%')`.execute(
    db,
  );
  // An older program leased a post for a minute, counted the try at once, and did not say when it began to send.
  await sql`update posts set began_at = lease_until - 60000, tries = tries - 1 where state = 'sending'`.execute(db);
  await sql`update posts set state = 'waiting', tries = 0, reason = null where state = 'unknown' and repeatable = 1`.execute(
    db,
  );
  await db.schema.dropIndex("posts_due").execute();
  await db.schema
    .createIndex("posts_queue")
    .on("posts")
    .columns(["state", "platform", "tenant", "channel", "due_at", "key"])
    .execute();
}

/**
 * Who may see a decision besides its author. What was posted before belongs to the channels where its card stands, and what
 * never was to its author.
 */
async function fifth(db: Db): Promise<void> {
  await owned(db, "audiences")
    .addColumn("decision", "text", (c) => c.notNull())
    .addColumn("channel", "text", (c) => c.notNull())
    .addColumn("open", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("audiences_key", ["platform", "tenant", "decision", "channel"])
    .execute();
  await sql`insert into audiences (platform, tenant, decision, channel, open)
    select distinct card.platform, card.tenant, card.decision, card.channel, 0
    from posts as card
    join decisions on decisions.platform = card.platform and decisions.tenant = card.tenant and decisions.id = card.decision
    where card.body like '{"kind":"card",%' and not exists (
      select 1 from posts as undo
      where undo.platform = card.platform and undo.tenant = card.tenant and undo.decision = card.decision
      and undo.channel = card.channel and undo.body like '{"kind":"delete"%'
    )`.execute(db);
}

/** Cards that go into a thread. */
async function sixth(db: Db): Promise<void> {
  await db.schema.alterTable("posts").addColumn("thread", "text").execute();
}

/** What was read again of the catalogue's facts, by our program or by somebody of a team. */
async function seventh(db: Db): Promise<void> {
  await owned(db, "fact_readings")
    .addColumn("fact", "text", (c) => c.notNull())
    .addColumn("owner", "text")
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("says", "text", (c) => c.notNull())
    .addColumn("evidence", "text", (c) => c.notNull())
    .addColumn("value", "text")
    .addColumn("at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("fact_readings_key", ["platform", "tenant", "fact"])
    .execute();
}

/** One function a version, in order. A version that was shipped is never edited: a change is another one. */
export const versions = [first, second, third, fourth, fifth, sixth, seventh];
