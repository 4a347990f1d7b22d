import type { Kysely } from "kysely";
import {
  type AuditEntry,
  type Decision,
  findableOf,
  type NewDecision,
  type NewPost,
  type Summary,
  type Tenant,
} from "#core";
import { widenAudience } from "./audiences.ts";
import { keepBought } from "./bought.ts";
import { type DecisionRow, readDecision } from "./decision-rows.ts";
import type { Engine } from "./engine.ts";
import { insertPosts } from "./posts.ts";
import { writeResult } from "./summary.ts";
import type { Tables } from "./tables.ts";
import { insertNote } from "./tenant-data.ts";

/** The decisions of one tenant. */
export function decisionsOf({ db }: Engine, { platform, id: tenant }: Tenant) {
  const mine = (from: Kysely<Tables>) =>
    from.selectFrom("decisions").where("platform", "=", platform).where("tenant", "=", tenant);
  const whole = (row: DecisionRow, from = db) => readDecision(from, { platform, id: tenant }, row);
  return {
    decide(
      decision: NewDecision,
      posts: readonly NewPost[],
      supersedes?: string,
    ): Promise<{ decision: Decision; fresh: boolean }> {
      return db.transaction().execute(async (within) => {
        const { numInsertedOrUpdatedRows } = await within
          .insertInto("decisions")
          .values({
            platform,
            tenant,
            id: decision.id,
            draft: decision.draft,
            revision: decision.revision,
            route: decision.route,
            complete: decision.complete ? 1 : 0,
            answers: JSON.stringify(decision.answers),
            result: writeResult(decision.summary ?? null, decision.result),
            catalogue: decision.catalogue,
            used_rows: JSON.stringify(decision.rows),
            used_connections: JSON.stringify(decision.connections),
            made_by: decision.by,
            made_at: decision.at,
            superseded_by: null,
            verdict: null,
            used: decision.basis === undefined ? null : JSON.stringify(decision.basis),
            ...findableOf({ ...decision, summary: decision.summary ?? null }),
          })
          .onConflict((conflict) => conflict.columns(["platform", "tenant", "draft", "revision"]).doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 1n) {
          await keepBought(within, { platform, id: tenant }, decision);
          await widenAudience(within, { platform, id: tenant }, decision.id, decision.audience);
          await insertPosts(within, { platform, id: tenant }, posts, decision.at);
          await insertNote(within, { platform, id: tenant }, decidedNote(decision, posts));
          await within
            .deleteFrom("drafts")
            .where("platform", "=", platform)
            .where("tenant", "=", tenant)
            .where("id", "=", decision.draft)
            .execute();
          if (supersedes !== undefined) {
            await within
              .updateTable("decisions")
              .set({ superseded_by: decision.id })
              .where("platform", "=", platform)
              .where("tenant", "=", tenant)
              .where("id", "=", supersedes)
              .where("superseded_by", "is", null)
              .execute();
          }
        }
        const kept = await mine(within)
          .selectAll()
          .where("draft", "=", decision.draft)
          .where("revision", "=", decision.revision)
          .executeTakeFirstOrThrow();
        return { decision: await whole(kept, within), fresh: numInsertedOrUpdatedRows === 1n };
      });
    },

    async decision(id: string): Promise<Decision | null> {
      const row = await mine(db).selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : whole(row);
    },

    async decisionFrom(draft: string, revision: number): Promise<Decision | null> {
      const row = await mine(db)
        .selectAll()
        .where("draft", "=", draft)
        .where("revision", "=", revision)
        .executeTakeFirst();
      return row === undefined ? null : whole(row);
    },

    rename(decision: string, summary: Summary): Promise<void> {
      return db.transaction().execute(async (within) => {
        const row = await mine(within).selectAll().where("id", "=", decision).executeTakeFirst();
        if (row === undefined) return;
        const renamed = { ...(await whole(row, within)), summary };
        await within
          .updateTable("decisions")
          .set({ result: writeResult(summary, renamed.result), ...findableOf(renamed) })
          .where("platform", "=", platform)
          .where("tenant", "=", tenant)
          .where("id", "=", decision)
          .execute();
      });
    },

    async predecessor(decision: string): Promise<string | null> {
      return (await mine(db).select("id").where("superseded_by", "=", decision).executeTakeFirst())?.id ?? null;
    },
  };
}

/** Who decided, and where the decision was to be posted: posts of other decisions only say what became of those. */
function decidedNote({ id, by, at }: NewDecision, posts: readonly NewPost[]): AuditEntry {
  const channels = posts.filter(({ decision }) => decision === id).map(({ channel }) => channel);
  return { at, actor: by, action: "decided", subject: id, details: { channels } };
}
