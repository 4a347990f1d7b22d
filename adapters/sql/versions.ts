import { sql } from "kysely";
import { type Db, fifth, first, fourth, owned, second, sixth, third } from "./first-versions.ts";
import { addLedger, addLinks } from "./version-ledger.ts";

/** What becomes of a decision among people: what was said of it, what was ticked, and who was asked what. */
async function seventh(db: Db): Promise<void> {
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

/** One function a version, in order. A version that was shipped is never edited: a change is another one. */
export const versions = [first, second, third, fourth, fifth, sixth, seventh, addLedger, addLinks];
