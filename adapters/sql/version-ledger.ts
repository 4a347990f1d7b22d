import type { Kysely } from "kysely";
import { type Decision, findableOf } from "#core";
import { keepBought } from "./bought.ts";
import { readResult, readSummary } from "./summary.ts";
import type { Tables } from "./tables.ts";

type Db = Kysely<Tables>;

/** So many decisions are read at once: each may be long. */
const part = 200;

/**
 * What decisions are found by, and what they buy. The index holds every column that a filter reads; it takes the place of the
 * one that only had the order.
 */
export async function addLedger(db: Db): Promise<void> {
  const decisions = () => db.schema.alterTable("decisions");
  for (const column of ["words", "owners", "vendors"])
    await decisions()
      .addColumn(column, "text", (c) => c.notNull().defaultTo(""))
      .execute();
  await decisions().addColumn("month", "bigint").execute();
  await db.schema
    .createTable("purchases")
    .addColumn("platform", "text", (c) => c.notNull())
    .addColumn("tenant", "text", (c) => c.notNull())
    .addColumn("decision", "text", (c) => c.notNull())
    .addColumn("bought", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("purchases_key", ["platform", "tenant", "decision"])
    .execute();
  await fill(db);
  await db.schema.dropIndex("decisions_newest").execute();
  await db.schema
    .createIndex("decisions_found")
    .on("decisions")
    .columns([
      "platform",
      "tenant",
      "made_at",
      "id",
      "made_by",
      "complete",
      "superseded_by",
      "verdict",
      "month",
      "owners",
      "vendors",
      "words",
    ])
    .execute();
  await db.schema
    .createIndex("decisions_before")
    .on("decisions")
    .columns(["platform", "tenant", "superseded_by"])
    .execute();
}

/** Which two tenants show each other what they decided. */
export async function addLinks(db: Db): Promise<void> {
  const owned = (table: string) =>
    db.schema
      .createTable(table)
      .addColumn("platform", "text", (c) => c.notNull())
      .addColumn("tenant", "text", (c) => c.notNull());
  await owned("links")
    .addColumn("other_platform", "text", (c) => c.notNull())
    .addColumn("other_tenant", "text", (c) => c.notNull())
    .addColumn("made_by", "text", (c) => c.notNull())
    .addColumn("made_at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("links_key", ["platform", "tenant"])
    .execute();
  await owned("link_codes")
    .addColumn("code", "text", (c) => c.notNull().unique())
    .addColumn("made_by", "text", (c) => c.notNull())
    .addColumn("until", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("link_codes_key", ["platform", "tenant"])
    .execute();
  await owned("link_tries")
    .addColumn("at", "bigint", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("link_tries_of").on("link_tries").columns(["platform", "tenant", "at"]).execute();
}

/** What older programs kept is found as what this one keeps. */
async function fill(db: Db): Promise<void> {
  const key = ["platform", "tenant", "id"] as const;
  for (let last = { platform: "", tenant: "", id: "" }, more = true; more; ) {
    const { platform, tenant, id } = last;
    const rows = await db
      .selectFrom("decisions")
      .select([...key, "route", "answers", "result", "made_at"])
      .where((where) => where(where.refTuple(...key), ">", where.tuple(platform, tenant, id)))
      .orderBy("platform")
      .orderBy("tenant")
      .orderBy("id")
      .limit(part)
      .execute();
    for (const row of rows) {
      const decision = {
        id: row.id,
        summary: readSummary(row.result),
        route: row.route as Decision["route"],
        at: row.made_at,
        answers: JSON.parse(row.answers),
        result: readResult(row.result),
      };
      await db
        .updateTable("decisions")
        .set(findableOf(decision))
        .where("platform", "=", row.platform)
        .where("tenant", "=", row.tenant)
        .where("id", "=", row.id)
        .execute();
      await keepBought(db, { platform: row.platform, id: row.tenant }, decision);
    }
    more = rows.length === part;
    last = rows.at(-1) ?? last;
  }
}
