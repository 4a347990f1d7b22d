import { nobody, type Tenant } from "#core";
import type { Engine } from "./engine.ts";

/** Everything of one person: their own rows go, and in what belongs to the team their name goes. All or nothing. */
export function forgetPerson({ db }: Engine, { platform, id: tenant }: Tenant, person: string): Promise<void> {
  return db.transaction().execute(async (within) => {
    for (const table of ["drafts", "readings", "reminders"] as const) {
      await within
        .deleteFrom(table)
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .where("owner", "=", person)
        .execute();
    }
    for (const table of ["posts", "wallets"] as const) {
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
  });
}

/** Everything of a tenant, from every table. */
export function forgetTenant({ db }: Engine, { platform, id: tenant }: Tenant): Promise<void> {
  const tables = [
    "drafts",
    "decisions",
    "posts",
    "wallets",
    "readings",
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
