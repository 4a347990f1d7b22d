import { sql } from "kysely";
import type { KeptSetting, Tenant } from "#core";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** The settings of these names that these tenants keep, in one question. */
export async function settingsOf(
  { db }: Engine,
  tenants: readonly Tenant[],
  names: readonly string[],
): Promise<KeptSetting[]> {
  const keys = tenants.flatMap(({ platform, id }) => names.map((name) => sql`(${platform}, ${id}, ${name})`));
  if (keys.length === 0) return [];
  const { rows } = await sql<Tables["settings"]>`
    select * from settings where (platform, tenant, name) in (values ${sql.join(keys)})`.execute(db);
  return rows.map(({ platform, tenant, name, value }) => ({
    tenant: { platform, id: tenant },
    name,
    value: JSON.parse(value),
  }));
}

/** Every tenant that keeps a setting of this name. */
export async function tenantsWith({ db }: Engine, setting: string): Promise<Tenant[]> {
  const rows = await db.selectFrom("settings").select(["platform", "tenant"]).where("name", "=", setting).execute();
  return rows.map(({ platform, tenant }) => ({ platform, id: tenant }));
}
