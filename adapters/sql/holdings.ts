import { type Kysely, sql } from "kysely";
import type { HoldingRow, KeptReminder, SavedHolding, Tenant } from "#core";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** A row as the holding that it is. */
export const readHolding = (row: Tables["holdings"]): HoldingRow => ({
  id: row.id,
  holding: JSON.parse(row.holding),
  by: row.kept_by,
  revision: row.revision,
  updatedAt: row.updated_at,
});

export const readReminder = ({ key, state, again }: Tables["reminders"]): KeptReminder => ({
  key,
  state: state as KeptReminder["state"],
  again,
});

/** Whoever looks at it now looks in vain: it is due at once, and only the next claim can settle it. */
const anew = { look_at: 0, claim: sql<number>`claim + 1`, lease_until: null };

/** What one tenant holds. */
export function holdingsOf({ db }: Engine, { platform, id: tenant }: Tenant) {
  const mine = () =>
    db.selectFrom("holdings").selectAll().where("platform", "=", platform).where("tenant", "=", tenant);
  const changed = (within: Kysely<Tables>) =>
    within.updateTable("holdings").where("platform", "=", platform).where("tenant", "=", tenant);
  const current = async (id: string) => {
    const row = await mine().where("id", "=", id).executeTakeFirst();
    return row === undefined ? null : readHolding(row);
  };
  return {
    async holdings(): Promise<HoldingRow[]> {
      return (await mine().orderBy("id").execute()).map(readHolding);
    },
    holding: current,

    async saveHolding(row: HoldingRow, known: number): Promise<SavedHolding> {
      const { id, holding, by, revision, updatedAt } = row;
      const values = { holding: JSON.stringify(holding), revision, updated_at: updatedAt };
      const fresh = { platform, tenant, id, kept_by: by, look_at: 0, looked_at: 0, claim: 0, lease_until: null };
      const written =
        known === 0
          ? (
              await db
                .insertInto("holdings")
                .values({ ...fresh, ...values })
                .onConflict((conflict) => conflict.doNothing())
                .executeTakeFirst()
            ).numInsertedOrUpdatedRows
          : (
              await changed(db)
                .set({ ...values, ...anew })
                .where("id", "=", id)
                .where("revision", "=", known)
                .executeTakeFirst()
            ).numUpdatedRows;
      if (written === 1n) return { saved: row };
      const now = await current(id);
      // The write may have come through though its answer was lost: what is kept is then exactly this.
      return now !== null && isSame(now, row) ? { saved: row } : { conflict: now };
    },

    dropHolding(id: string): Promise<void> {
      return db.transaction().execute(async (within) => {
        for (const [table, column] of [
          ["holdings", "id"],
          ["reminders", "holding"],
        ] as const)
          await sql`delete from ${sql.table(table)}
            where platform = ${platform} and tenant = ${tenant} and ${sql.ref(column)} = ${id}`.execute(within);
      });
    },

    async reminders(holding: string): Promise<KeptReminder[]> {
      const rows = await db
        .selectFrom("reminders")
        .selectAll()
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .where("holding", "=", holding)
        .orderBy("key")
        .execute();
      return rows.map(readReminder);
    },

    keepReminder(holding: string, { key, state, again }: KeptReminder): Promise<void> {
      return db.transaction().execute(async (within) => {
        const { numUpdatedRows } = await changed(within).set(anew).where("id", "=", holding).executeTakeFirst();
        if (numUpdatedRows === 0n) return;
        await within
          .insertInto("reminders")
          .values({ platform, tenant, holding, key, state, again })
          .onConflict((conflict) =>
            conflict.columns(["platform", "tenant", "holding", "key"]).doUpdateSet({ state, again }),
          )
          .execute();
      });
    },

    async lookAgain(): Promise<void> {
      await changed(db).set(anew).execute();
    },
  };
}

function isSame(one: HoldingRow, other: HoldingRow): boolean {
  return (
    one.revision === other.revision &&
    one.updatedAt === other.updatedAt &&
    JSON.stringify(one.holding) === JSON.stringify(other.holding)
  );
}
