import type { Kysely } from "kysely";
import type { Moment, Tenant } from "#core";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** What people do to posts of one tenant: they look, and say what they found. */
export function postsByHand({ db }: Engine, tenant: Tenant) {
  const changed = (within: Kysely<Tables>, key: string) =>
    within
      .updateTable("posts")
      .where("platform", "=", tenant.platform)
      .where("tenant", "=", tenant.id)
      .where("key", "=", key);

  /** What waited for a card, or meant nothing without it, is looked at again. */
  async function wake(
    within: Kysely<Tables>,
    card: string,
    of: Pick<Tables["posts"], "decision" | "channel">,
    now: Moment,
  ) {
    await within
      .updateTable("posts")
      .set({ state: "waiting", due_at: now })
      .where("platform", "=", tenant.platform)
      .where("tenant", "=", tenant.id)
      .where("decision", "=", of.decision)
      .where("channel", "=", of.channel)
      .where("key", "!=", card)
      .where("state", "in", ["waiting", "dropped"])
      .execute();
  }

  return {
    retry(key: string, now: Moment): Promise<boolean> {
      return db.transaction().execute(async (within) => {
        const found = await changed(within, key)
          .set({ state: "waiting", tries: 0, due_at: now, began_at: null, reason: null })
          .where("state", "in", ["parked", "unknown"])
          .returning(["decision", "channel"])
          .executeTakeFirst();
        if (found !== undefined) await wake(within, key, found, now);
        return found !== undefined;
      });
    },
    arrived(key: string, reference: string, now: Moment): Promise<boolean> {
      return db.transaction().execute(async (within) => {
        const found = await changed(within, key)
          .set({ state: "sent", reference, reason: null, lease_until: null })
          .where("reference", "is", null)
          .returning(["decision", "channel"])
          .executeTakeFirst();
        if (found !== undefined) await wake(within, key, found, now);
        return found !== undefined;
      });
    },
  };
}
