import { type Kysely, sql } from "kysely";
import type { AskedQuestion, Moment, NewPost, Tenant, Tick } from "#core";
import type { Engine } from "./engine.ts";
import { insertPosts } from "./posts.ts";
import type { Tables } from "./tables.ts";

const readAsked = (row: Tables["asked"]): AskedQuestion => ({
  id: row.id,
  person: row.person,
  by: row.made_by,
  question: row.question as AskedQuestion["question"],
  draft: row.draft,
  at: row.at,
  answered: row.answered === 1,
});

/** Questions go with what they were asked for: neither the draft is there any more, nor a decision that it ended in. */
export async function forgetOrphans(within: Kysely<Tables>): Promise<void> {
  await sql`delete from asked
    where not exists (select 1 from drafts where drafts.platform = asked.platform and drafts.tenant = asked.tenant
      and drafts.id = asked.draft)
    and not exists (select 1 from decisions where decisions.platform = asked.platform
      and decisions.tenant = asked.tenant and decisions.draft = asked.draft)`.execute(within);
}

/** Questions of a draft that begins anew: what they were asked for is no more, though its row stays. */
export async function forgetAsked(within: Kysely<Tables>, { platform, id }: Tenant, draft: string): Promise<void> {
  await within
    .deleteFrom("asked")
    .where("platform", "=", platform)
    .where("tenant", "=", id)
    .where("draft", "=", draft)
    .execute();
}

/** What the people of one tenant were asked, and what they ticked. */
export function askedOf({ db }: Engine, tenant: Tenant) {
  const here = { platform: tenant.platform, tenant: tenant.id };
  const mine = () =>
    db.selectFrom("asked").selectAll().where("platform", "=", here.platform).where("tenant", "=", here.tenant);
  return {
    askPerson(asked: AskedQuestion, posts: readonly NewPost[], now: Moment): Promise<void> {
      const { id, person, by, question, draft, at } = asked;
      return db.transaction().execute(async (within) => {
        await within
          .insertInto("asked")
          .values({ ...here, id, person, made_by: by, question, draft, at, answered: asked.answered ? 1 : 0 })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await insertPosts(within, tenant, posts, now);
      });
    },
    async asked(id: string): Promise<AskedQuestion | null> {
      const row = await mine().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : readAsked(row);
    },
    async unanswered(by: string): Promise<AskedQuestion[]> {
      const rows = await mine()
        .where("made_by", "=", by)
        .where("answered", "=", 0)
        .orderBy("at")
        .orderBy("id")
        .execute();
      return rows.map(readAsked);
    },
    settleAsked(id: string, posts: readonly NewPost[], now: Moment): Promise<boolean> {
      return db.transaction().execute(async (within) => {
        const { numUpdatedRows } = await within
          .updateTable("asked")
          .set({ answered: 1 })
          .where("platform", "=", here.platform)
          .where("tenant", "=", here.tenant)
          .where("id", "=", id)
          .where("answered", "=", 0)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await insertPosts(within, tenant, posts, now);
        return true;
      });
    },

    async tick(decision: string, { item, person, at }: Tick, ticked: boolean): Promise<void> {
      if (ticked) {
        await db
          .insertInto("ticks")
          .values({ ...here, decision, item, person, at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return;
      }
      await db
        .deleteFrom("ticks")
        .where("platform", "=", here.platform)
        .where("tenant", "=", here.tenant)
        .where("decision", "=", decision)
        .where("item", "=", item)
        .execute();
    },
    async ticks(decision: string): Promise<Tick[]> {
      return db
        .selectFrom("ticks")
        .select(["item", "person", "at"])
        .where("platform", "=", here.platform)
        .where("tenant", "=", here.tenant)
        .where("decision", "=", decision)
        .orderBy("item")
        .execute();
    },
  };
}
