import type { KeptReading, Tenant } from "#core";
import type { Engine } from "./engine.ts";

/** What is looked at over several pages, where a button cannot carry what that is. */
export function readingsOf({ db }: Engine, { platform, id: tenant }: Tenant) {
  const here = { platform, tenant };
  return {
    async keepReading({ id, owner, reading, at }: KeptReading): Promise<void> {
      await db
        .insertInto("readings")
        .values({ ...here, id, owner, reading, at })
        .execute();
    },
    async keptReading(id: string, owner: string): Promise<string | null> {
      const row = await db
        .selectFrom("readings")
        .select("reading")
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .where("id", "=", id)
        .where("owner", "=", owner)
        .executeTakeFirst();
      return row?.reading ?? null;
    },
  };
}
