import { type Db, owned } from "./first-versions.ts";

/**
 * How decisions age: what each rests on, what was found of it since, and how far the daily look at all of them got. What is
 * known of a decision goes with it.
 */
export async function aging(db: Db): Promise<void> {
  await db.schema.alterTable("decisions").addColumn("used", "text").execute();
  await owned(db, "checks")
    .addColumn("decision", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("checks_key", ["platform", "tenant", "decision"])
    .addForeignKeyConstraint(
      "checks_decision",
      ["platform", "tenant", "decision"],
      "decisions",
      ["platform", "tenant", "id"],
      (reference) => reference.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createTable("passes")
    .addColumn("name", "text", (c) => c.primaryKey())
    .addColumn("facts", "text", (c) => c.notNull())
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("place", "text", (c) => c.notNull())
    .addColumn("done", "integer", (c) => c.notNull())
    .addColumn("claim", "integer", (c) => c.notNull())
    .addColumn("lease_until", "bigint")
    .execute();
}
