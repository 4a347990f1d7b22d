import type { ExpressionBuilder, Kysely, Transaction } from "kysely";
import type { AudienceChannel, Moment, NewPost, Tenant, Viewer } from "#core";
import type { Engine } from "./engine.ts";
import { insertPosts } from "./posts.ts";
import type { Tables } from "./tables.ts";

/** The channels whose people may see a decision. */
export async function readAudience(
  db: Kysely<Tables>,
  { platform, id: tenant }: Tenant,
  decision: string,
): Promise<AudienceChannel[]> {
  const rows = await db
    .selectFrom("audiences")
    .select(["channel", "open"])
    .where("platform", "=", platform)
    .where("tenant", "=", tenant)
    .where("decision", "=", decision)
    .orderBy("channel")
    .execute();
  return rows.map(({ channel, open }) => ({ channel, open: open === 1 }));
}

/** More channels may see it; what is known of one that could already is known anew. */
export async function widenAudience(
  within: Transaction<Tables>,
  { platform, id: tenant }: Tenant,
  decision: string,
  audience: readonly AudienceChannel[],
): Promise<void> {
  if (audience.length === 0) return;
  await within
    .insertInto("audiences")
    .values(audience.map(({ channel, open }) => ({ platform, tenant, decision, channel, open: open ? 1 : 0 })))
    .onConflict((conflict) =>
      conflict
        .columns(["platform", "tenant", "decision", "channel"])
        .doUpdateSet((given) => ({ open: given.ref("excluded.open") })),
    )
    .execute();
}

/** Whether somebody may see a decision, as a condition: it is their own, or of a channel that they can read. */
export function visibleTo({ person, channels }: Viewer) {
  return (may: ExpressionBuilder<Tables, "decisions">) =>
    may.or([
      may("decisions.made_by", "=", person),
      may.exists(
        may
          .selectFrom("audiences")
          .select("audiences.channel")
          .whereRef("audiences.platform", "=", "decisions.platform")
          .whereRef("audiences.tenant", "=", "decisions.tenant")
          .whereRef("audiences.decision", "=", "decisions.id")
          .where((read) =>
            read.or([
              read("audiences.open", "=", 1),
              ...channels.map((channel) => read("audiences.channel", "=", channel)),
            ]),
          ),
      ),
    ]);
}

/** What changes who may see the decisions of one tenant. */
export function audiencesOf({ db }: Engine, tenant: Tenant) {
  return {
    share(
      decision: string,
      audience: readonly AudienceChannel[],
      posts: readonly NewPost[],
      now: Moment,
    ): Promise<void> {
      return db.transaction().execute(async (within) => {
        await widenAudience(within, tenant, decision, audience);
        await insertPosts(within, tenant, posts, now);
      });
    },

    withdraw(decision: string, channels: readonly string[], posts: readonly NewPost[], now: Moment): Promise<void> {
      return db.transaction().execute(async (within) => {
        if (channels.length > 0)
          await within
            .deleteFrom("audiences")
            .where("platform", "=", tenant.platform)
            .where("tenant", "=", tenant.id)
            .where("decision", "=", decision)
            .where("channel", "in", [...channels])
            .execute();
        await insertPosts(within, tenant, posts, now);
      });
    },

    async openChannels(): Promise<string[]> {
      const rows = await db
        .selectFrom("audiences")
        .select("channel")
        .distinct()
        .where("platform", "=", tenant.platform)
        .where("tenant", "=", tenant.id)
        .where("open", "=", 1)
        .orderBy("channel")
        .execute();
      return rows.map(({ channel }) => channel);
    },

    async closeChannels(channels: readonly string[]): Promise<void> {
      await db
        .updateTable("audiences")
        .set({ open: 0 })
        .where("platform", "=", tenant.platform)
        .where("tenant", "=", tenant.id)
        .where("channel", "in", [...channels])
        .execute();
    },
  };
}
