import { sql } from "kysely";
import { type Moment, mayBePicked, type NewPost, nobody, type Post, type Tenant } from "#core";
import type { Engine } from "./engine.ts";
import { forgetInTexts } from "./forget-in-texts.ts";
import { insertPosts, readPost } from "./posts.ts";

/**
 * Everything of one person: their own rows go, and in what belongs to the team their name goes. All or nothing, together
 * with what `redraw` makes of the posts of the decisions that they had to do with.
 */
export function forgetPerson(
  { db }: Engine,
  { platform, id: tenant }: Tenant,
  person: string,
  now: Moment,
  redraw: (posts: readonly Post[]) => readonly NewPost[],
): Promise<void> {
  return db.transaction().execute(async (within) => {
    const theirs = await within
      .selectFrom("posts")
      .selectAll()
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where("decision", "in", (from) =>
        from
          .selectFrom("posts")
          .select("decision")
          .where("platform", "=", platform)
          .where("tenant", "=", tenant)
          .where((each) =>
            each.or([
              each("owner", "=", person),
              ...(mayBePicked(person) ? [each("body", "like", `%${person}%`)] : []),
            ]),
          ),
      )
      .execute();
    // What was never shown to anybody else is theirs alone.
    await sql`delete from decisions where platform = ${platform} and tenant = ${tenant} and made_by = ${person}
      and not exists (select 1 from audiences where audiences.platform = decisions.platform
        and audiences.tenant = decisions.tenant and audiences.decision = decisions.id)
      and not exists (select 1 from posts where posts.platform = decisions.platform
        and posts.tenant = decisions.tenant and posts.decision = decisions.id)`.execute(within);
    for (const table of ["drafts", "readings", "reminders"] as const) {
      await within
        .deleteFrom(table)
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .where("owner", "=", person)
        .execute();
    }
    for (const table of ["posts", "wallets", "fact_readings"] as const) {
      await within
        .updateTable(table)
        .set({ owner: nobody })
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .where("owner", "=", person)
        .execute();
    }
    await within
      .updateTable("decisions")
      .set({ made_by: nobody })
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where("made_by", "=", person)
      .execute();
    await within
      .updateTable("audit")
      .set({ actor: nobody })
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where("actor", "=", person)
      .execute();
    await within
      .updateTable("audit")
      .set({ subject: nobody, details: "null" })
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where("subject", "=", person)
      .execute();
    await forgetInTexts(within, { platform, id: tenant }, person);
    await insertPosts(within, { platform, id: tenant }, redraw(theirs.map(readPost)), now);
  });
}

/** Everything of a tenant, from every table. */
export function forgetTenant({ db }: Engine, { platform, id: tenant }: Tenant): Promise<void> {
  const tables = [
    "drafts",
    "decisions",
    "audiences",
    "posts",
    "wallets",
    "readings",
    "fact_readings",
    "reminders",
    "settings",
    "installations",
    "audit",
    "tenants",
  ] as const;
  return db.transaction().execute(async (within) => {
    for (const table of tables) {
      await within.deleteFrom(table).where("platform", "=", platform).where("tenant", "=", tenant).execute();
    }
  });
}
