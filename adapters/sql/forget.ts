import { type Kysely, sql } from "kysely";
import { directChannel, type Moment, mayBePicked, type NewPost, nobody, type Post, type Tenant } from "#core";
import type { Engine } from "./engine.ts";
import { forgetInTexts } from "./forget-in-texts.ts";
import { forgetLinks } from "./links.ts";
import { insertPosts, readPost } from "./posts.ts";
import type { Tables } from "./tables.ts";

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
    const theirs = await postsAbout(within, { platform, id: tenant }, person);
    await within
      .deleteFrom("posts")
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where("channel", "=", directChannel(person))
      .execute();
    // What was never shown to anybody else is theirs alone.
    await sql`delete from decisions where platform = ${platform} and tenant = ${tenant} and made_by = ${person}
      and not exists (select 1 from audiences where audiences.platform = decisions.platform
        and audiences.tenant = decisions.tenant and audiences.decision = decisions.id)
      and not exists (select 1 from posts where posts.platform = decisions.platform
        and posts.tenant = decisions.tenant and posts.decision = decisions.id)`.execute(within);
    await sql`delete from purchases where platform = ${platform} and tenant = ${tenant}
      and not exists (select 1 from decisions where decisions.platform = purchases.platform
        and decisions.tenant = purchases.tenant and decisions.id = purchases.decision)`.execute(within);
    // Before their posts: whoever posts something of a decision for them just now holds the decision, and is waited for.
    await within
      .updateTable("decisions")
      .set({ made_by: nobody })
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where("made_by", "=", person)
      .execute();
    for (const table of ["drafts", "readings"] as const) {
      await within
        .deleteFrom(table)
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .where("owner", "=", person)
        .execute();
    }
    for (const table of ["posts", "fact_readings"] as const) {
      await within
        .updateTable(table)
        .set({ owner: nobody })
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .where("owner", "=", person)
        .execute();
    }
    await within
      .updateTable("holdings")
      .set({ kept_by: nobody })
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where("kept_by", "=", person)
      .execute();
    await within
      .updateTable("ticks")
      .set({ person: nobody })
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where("person", "=", person)
      .execute();
    // What they were asked cannot be answered any more, and nobody waits for what they asked.
    await within
      .deleteFrom("asked")
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where((each) => each.or([each("person", "=", person), each("made_by", "=", person)]))
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
    for (const table of ["links", "link_codes"] as const) {
      await within
        .updateTable(table)
        .set({ made_by: nobody })
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .where("made_by", "=", person)
        .execute();
    }
    // Their approval is void: what only they approved waits again.
    await sql`update decisions set verdict = null where platform = ${platform} and tenant = ${tenant} and verdict = 'approved'
      and not exists (select 1 from posts where posts.platform = decisions.platform and posts.tenant = decisions.tenant
        and posts.decision = decisions.id and posts.body like '{"kind":"approval"%' and posts.owner <> ${nobody})
      and exists (select 1 from posts where posts.platform = decisions.platform and posts.tenant = decisions.tenant
        and posts.decision = decisions.id and posts.body like '{"kind":"approval"%')`.execute(within);
    await forgetInTexts(within, { platform, id: tenant }, person);
    await insertPosts(within, { platform, id: tenant }, redraw(theirs.map(readPost)), now);
  });
}

/**
 * The posts of every decision that somebody had to do with, and of what stands by itself the posts that name them: as they
 * are before anything of theirs goes.
 */
async function postsAbout(within: Kysely<Tables>, { platform, id: tenant }: Tenant, person: string) {
  const mine = () => within.selectFrom("posts").where("platform", "=", platform).where("tenant", "=", tenant);
  const named = mine().where((each) =>
    each.or([
      each("owner", "=", person),
      each("channel", "=", directChannel(person)),
      ...(mayBePicked(person) ? [each("body", "like", `%${person}%`)] : []),
    ]),
  );
  return mine()
    .selectAll()
    .where((each) =>
      each.or([
        each.and([each("decision", "<>", ""), each("decision", "in", named.select("decision"))]),
        each.and([each("decision", "=", ""), each("key", "in", named.select("key"))]),
      ]),
    )
    .execute();
}

/** Everything of a tenant, from every table. */
export function forgetTenant({ db }: Engine, { platform, id: tenant }: Tenant): Promise<void> {
  const tables = [
    "drafts",
    "checks",
    "decisions",
    "ticks",
    "asked",
    "purchases",
    "link_tries",
    "audiences",
    "posts",
    "holdings",
    "readings",
    "fact_readings",
    "reminders",
    "settings",
    "installations",
    "audit",
    "tenants",
  ] as const;
  return db.transaction().execute(async (within) => {
    await forgetLinks(within, { platform, id: tenant });
    for (const table of tables) {
      await within.deleteFrom(table).where("platform", "=", platform).where("tenant", "=", tenant).execute();
    }
  });
}
