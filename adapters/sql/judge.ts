import type { Tenant, TenantStore } from "#core";
import { askedOf } from "./asked.ts";
import { readDecision } from "./decision-rows.ts";
import type { Engine } from "./engine.ts";
import { insertPosts, postsOf } from "./posts.ts";
import { insertNote } from "./tenant-data.ts";

/** What is said of the decisions of one tenant. */
export function judgingOf(engine: Engine, tenant: Tenant): Pick<TenantStore, "judge"> {
  return {
    judge: (id, judge, now) =>
      engine.db.transaction().execute(async (db) => {
        const change = () =>
          db
            .updateTable("decisions")
            .where("platform", "=", tenant.platform)
            .where("tenant", "=", tenant.id)
            .where("id", "=", id);
        // Whoever else judges it waits here, in both databases.
        const row = await change()
          .set((each) => ({ verdict: each.ref("verdict") }))
          .returningAll()
          .executeTakeFirst();
        if (row === undefined) return null;
        const within = { ...engine, db };
        const judgement = judge(
          await readDecision(db, tenant, row),
          await postsOf(within, tenant).posts(id),
          await askedOf(within, tenant).ticks(id),
        );
        if (judgement === null) return null;
        await change().set({ verdict: judgement.verdict }).execute();
        await insertPosts(db, tenant, judgement.posts, now);
        await insertNote(db, tenant, judgement.note);
        return judgement;
      }),
  };
}
