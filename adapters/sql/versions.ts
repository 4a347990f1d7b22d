import { sql } from "kysely";
import { type Db, fifth, first, fourth, owned, second, sixth, third } from "./first-versions.ts";
import { aging } from "./version-aging.ts";
import { addLedger, addLinks } from "./version-ledger.ts";

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

/** What becomes of a decision among people: what was said of it, what was ticked, and who was asked what. */
async function eighth(db: Db): Promise<void> {
  await db.schema.alterTable("decisions").addColumn("verdict", "text").execute();
  // Until now one approval was enough, and nobody could decline.
  await sql`update decisions set verdict = 'approved' where exists (
    select 1 from posts where posts.platform = decisions.platform and posts.tenant = decisions.tenant
    and posts.decision = decisions.id and posts.body = '{"kind":"approval"}' and posts.owner <> '(forgotten)')`.execute(
    db,
  );
  await owned(db, "ticks")
    .addColumn("decision", "text", (c) => c.notNull())
    .addColumn("item", "text", (c) => c.notNull())
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("ticks_key", ["platform", "tenant", "decision", "item"])
    .execute();
  await owned(db, "asked")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("made_by", "text", (c) => c.notNull())
    .addColumn("question", "text", (c) => c.notNull())
    .addColumn("draft", "text", (c) => c.notNull())
    .addColumn("at", "bigint", (c) => c.notNull())
    .addColumn("answered", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("asked_key", ["platform", "tenant", "id"])
    .execute();
  await db.schema.createIndex("asked_by").on("asked").columns(["platform", "tenant", "made_by", "answered"]).execute();
}

/** What a team holds, and what became of its reminders. No program ever wrote into the tables whose place they take. */
async function ninth(db: Db): Promise<void> {
  await db.schema.dropTable("wallets").execute();
  await db.schema.dropTable("reminders").execute();
  await owned(db, "holdings")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("holding", "text", (c) => c.notNull())
    .addColumn("kept_by", "text", (c) => c.notNull())
    .addColumn("revision", "integer", (c) => c.notNull())
    .addColumn("updated_at", "bigint", (c) => c.notNull())
    .addColumn("look_at", "bigint", (c) => c.notNull())
    .addColumn("looked_at", "bigint", (c) => c.notNull())
    .addColumn("claim", "integer", (c) => c.notNull())
    .addColumn("lease_until", "bigint")
    .addPrimaryKeyConstraint("holdings_key", ["platform", "tenant", "id"])
    .execute();
  await db.schema.createIndex("holdings_due").on("holdings").column("look_at").execute();
  await db.schema.createIndex("holdings_looked").on("holdings").column("looked_at").execute();
  await owned(db, "reminders")
    .addColumn("holding", "text", (c) => c.notNull())
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("again", "bigint")
    .addPrimaryKeyConstraint("reminders_once", ["platform", "tenant", "holding", "key"])
    .execute();
}

/** One function a version, in order. A version that was shipped is never edited: a change is another one. */
export const versions = [
  first,
  second,
  third,
  fourth,
  fifth,
  sixth,
  seventh,
  eighth,
  ninth,
  aging,
  addLedger,
  addLinks,
];
