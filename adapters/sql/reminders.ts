import { sql } from "kysely";
import type { Moment, Reminder, Tenant } from "#core";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

const readReminder = (row: Tables["reminders"]): Reminder => ({
  id: row.id,
  tenant: { platform: row.platform, id: row.tenant },
  owner: row.owner,
  dueAt: row.due_at,
  about: JSON.parse(row.about),
});

/** What the people of one tenant want to be reminded of. */
export function remindersOf({ db }: Engine, { platform, id: tenant }: Tenant) {
  return {
    async remind({ id, owner, dueAt, about }: Omit<Reminder, "tenant">): Promise<void> {
      const values = { owner, due_at: dueAt, about: JSON.stringify(about), lease_until: null };
      await db
        .insertInto("reminders")
        .values({ platform, tenant, id, ...values })
        .onConflict((conflict) => conflict.columns(["platform", "tenant", "id"]).doUpdateSet(values))
        .execute();
    },
    async reminders(owner: string): Promise<Reminder[]> {
      const rows = await db
        .selectFrom("reminders")
        .selectAll()
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .where("owner", "=", owner)
        .orderBy("due_at")
        .execute();
      return rows.map(readReminder);
    },
    async dropReminder(id: string): Promise<void> {
      await db
        .deleteFrom("reminders")
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .where("id", "=", id)
        .execute();
    },
  };
}

/** Takes due reminders of all tenants; one that is not dropped before its lease ends comes again. */
export async function claimReminders(
  { db, skipLocked }: Engine,
  now: Moment,
  leaseUntil: Moment,
  most: number,
): Promise<Reminder[]> {
  const { rows } = await sql<Tables["reminders"]>`
    with due as materialized (
      select platform, tenant, id from reminders
      where due_at <= ${now} and (lease_until is null or lease_until < ${now})
      order by due_at limit ${most} ${skipLocked}
    )
    update reminders set lease_until = ${leaseUntil} from due
    where reminders.platform = due.platform and reminders.tenant = due.tenant and reminders.id = due.id returning *`.execute(
    db,
  );
  return rows.map(readReminder);
}
