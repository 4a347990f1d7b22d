import type { Kysely } from "kysely";
import type { DraftRow, Moment, Saved, Tenant } from "#core";
import { forgetAsked, forgetOrphans } from "./asked.ts";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

type Row = Tables["drafts"];

const read = (row: Row): DraftRow => ({
  id: row.id,
  owner: row.owner,
  draft: JSON.parse(row.draft),
  revision: row.revision,
  catalogue: row.catalogue,
  supersedes: row.supersedes,
  page: row.page,
  updatedAt: row.updated_at,
});

/** The drafts of one tenant. */
export function draftsOf({ db }: Engine, { platform, id: tenant }: Tenant) {
  const mine = () => db.selectFrom("drafts").selectAll().where("platform", "=", platform).where("tenant", "=", tenant);
  const current = async (owner: string) => {
    const row = await mine().where("owner", "=", owner).executeTakeFirst();
    return row === undefined ? null : read(row);
  };
  return {
    draftOf: current,

    async draft(id: string): Promise<DraftRow | null> {
      const row = await mine().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : read(row);
    },

    async saveDraft(row: DraftRow, known: number, anew = false): Promise<Saved> {
      const values = {
        draft: JSON.stringify(row.draft),
        revision: row.revision,
        catalogue: row.catalogue,
        supersedes: row.supersedes,
        page: row.page,
        updated_at: row.updatedAt,
      };
      const change = async (on: Kysely<Tables>) =>
        (
          await on
            .updateTable("drafts")
            .set(values)
            .where("platform", "=", platform)
            .where("tenant", "=", tenant)
            .where("id", "=", row.id)
            .where("owner", "=", row.owner)
            .where("revision", "=", known)
            .executeTakeFirst()
        ).numUpdatedRows;
      if (known === 0) {
        await db
          .insertInto("tenants")
          .values({ platform, tenant, since: row.updatedAt })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
      const written =
        known === 0
          ? (
              await db
                .insertInto("drafts")
                .values({ platform, tenant, id: row.id, owner: row.owner, ...values })
                .onConflict((conflict) => conflict.doNothing())
                .executeTakeFirst()
            ).numInsertedOrUpdatedRows
          : anew
            ? await db.transaction().execute(async (within) => {
                const changed = await change(within);
                if (changed === 1n) await forgetAsked(within, { platform, id: tenant }, row.id);
                return changed;
              })
            : await change(db);
      if (written === 1n) return { saved: row };
      const now = await current(row.owner);
      // The write may have come through though its answer was lost: what is kept is then exactly this.
      return now !== null && isSame(now, row) ? { saved: row } : { conflict: now };
    },
  };
}

/** Lets go of drafts that nobody touched since a moment, and of what was asked of others for them. Gives how many went. */
export function expireDrafts({ db }: Engine, before: Moment): Promise<number> {
  return db.transaction().execute(async (within) => {
    const { numDeletedRows } = await within.deleteFrom("drafts").where("updated_at", "<", before).executeTakeFirst();
    await forgetOrphans(within);
    return Number(numDeletedRows);
  });
}

function isSame(one: DraftRow, other: DraftRow): boolean {
  return (
    one.id === other.id &&
    one.revision === other.revision &&
    one.page === other.page &&
    one.updatedAt === other.updatedAt &&
    JSON.stringify(one.draft) === JSON.stringify(other.draft)
  );
}
