import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { AuditEntry, Installation, Tenant } from "#core";
import type { Cipher } from "./cipher.ts";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** Writes down who did what. The same entry again is another one. */
export async function insertNote(
  db: Kysely<Tables>,
  { platform, id: tenant }: Tenant,
  { at, actor, action, subject, details }: AuditEntry,
): Promise<void> {
  await db
    .insertInto("audit")
    .values({ platform, tenant, id: randomUUID(), at, actor, action, subject, details: JSON.stringify(details) })
    .execute();
}

/** What a tenant keeps beside drafts, decisions and holdings: settings, its installation, its notes. */
export function tenantDataOf({ db }: Engine, { platform, id: tenant }: Tenant, cipher: Cipher) {
  const here = { platform, tenant };
  return {
    async setting(name: string): Promise<unknown> {
      const row = await db
        .selectFrom("settings")
        .select("value")
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .where("name", "=", name)
        .executeTakeFirst();
      return row === undefined ? null : JSON.parse(row.value);
    },
    async set(name: string, value: unknown): Promise<void> {
      const values = { value: JSON.stringify(value) };
      await db
        .insertInto("settings")
        .values({ ...here, name, ...values })
        .onConflict((conflict) => conflict.columns(["platform", "tenant", "name"]).doUpdateSet(values))
        .execute();
    },

    async install({ token, details, updatedAt }: Installation): Promise<void> {
      const values = { token: cipher.encrypt(token), details: JSON.stringify(details), updated_at: updatedAt };
      await db
        .insertInto("tenants")
        .values({ ...here, since: updatedAt })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await db
        .insertInto("installations")
        .values({ ...here, ...values })
        .onConflict((conflict) => conflict.columns(["platform", "tenant"]).doUpdateSet(values))
        .execute();
    },
    async installation(): Promise<Installation | null> {
      const row = await db
        .selectFrom("installations")
        .selectAll()
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .executeTakeFirst();
      return row === undefined
        ? null
        : { token: cipher.decrypt(row.token), details: JSON.parse(row.details), updatedAt: row.updated_at };
    },

    note: (entry: AuditEntry) => insertNote(db, { platform, id: tenant }, entry),
    async audit(most: number): Promise<AuditEntry[]> {
      const rows = await db
        .selectFrom("audit")
        .selectAll()
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(most)
        .execute();
      return rows.map(({ at, actor, action, subject, details }) => ({
        at,
        actor,
        action,
        subject,
        details: JSON.parse(details),
      }));
    },
  };
}

/** Encrypts every token anew with the first key of the ring. */
export async function rotateKeys({ db }: Engine, cipher: Cipher): Promise<number> {
  return db.transaction().execute(async (within) => {
    const rows = await within.selectFrom("installations").select(["platform", "tenant", "token"]).execute();
    let changed = 0n;
    for (const { platform, tenant, token } of rows) {
      const { numUpdatedRows } = await within
        .updateTable("installations")
        .set({ token: cipher.encrypt(cipher.decrypt(token)) })
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        // Brought anew meanwhile: that one was encrypted with the first key of whoever wrote it.
        .where("token", "=", token)
        .executeTakeFirst();
      changed += numUpdatedRows;
    }
    return Number(changed);
  });
}
