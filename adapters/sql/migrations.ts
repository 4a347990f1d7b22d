import { sql } from "kysely";
import type { Db } from "./first-versions.ts";
import { versions } from "./versions.ts";

/** The version that this program reads and writes. */
export const newest = versions.length;

/**
 * Brings the tables from whatever version they have to `to`. Runs inside a transaction that no other process can be in.
 * Returns the version that was found; one newer than the program is left alone.
 */
export async function migrate(db: Db, now: number, to: number = newest): Promise<number> {
  await sql`create table if not exists migrations (version integer primary key, at bigint not null)`.execute(db);
  const found = await db
    .selectFrom("migrations")
    .select((e) => e.fn.max("version").as("version"))
    .executeTakeFirst();
  const from = Number(found?.version ?? 0);
  for (const [at, version] of versions.entries()) {
    if (at < from || at >= to) continue;
    await version(db);
    await db
      .insertInto("migrations")
      .values({ version: at + 1, at: now })
      .execute();
  }
  return from;
}
