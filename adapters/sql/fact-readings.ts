import type { FactReading, Tenant } from "#core";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

const read = ({ fact, owner, day, says, evidence, value, at }: Tables["fact_readings"]): FactReading => ({
  fact,
  on: day,
  says: says as FactReading["says"],
  evidence: evidence as FactReading["evidence"],
  value,
  owner,
  at,
});

/** What was read again of the catalogue's facts for one tenant, or for the whole installation. */
export function factReadingsOf({ db }: Engine, { platform, id: tenant }: Tenant) {
  return {
    async keepFactReading({ fact, on, says, evidence, value, owner, at }: FactReading): Promise<void> {
      const values = { owner, day: on, says, evidence, value, at };
      await db
        .insertInto("fact_readings")
        .values({ platform, tenant, fact, ...values })
        .onConflict((conflict) =>
          conflict
            .columns(["platform", "tenant", "fact"])
            .doUpdateSet(values)
            // Of two that look at once the later one counts, in whatever order they are written.
            .where("fact_readings.at", "<=", at),
        )
        .execute();
    },
    async factReadings(): Promise<FactReading[]> {
      const rows = await db
        .selectFrom("fact_readings")
        .selectAll()
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .orderBy("at")
        .orderBy("fact")
        .execute();
      return rows.map(read);
    },
  };
}

/** The same of every tenant. */
export async function allFactReadings({ db }: Engine): Promise<(FactReading & { tenant: Tenant })[]> {
  const rows = await db.selectFrom("fact_readings").selectAll().orderBy("at").orderBy("fact").execute();
  return rows.map((row) => ({ ...read(row), tenant: { platform: row.platform, id: row.tenant } }));
}

/** How often the newest decisions used what the catalogue knows. */
export async function usedFacts({ db }: Engine, most: number): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("decisions")
    .select(["used_rows", "used_connections"])
    .orderBy("made_at", "desc")
    .limit(most)
    .execute();
  const ids = rows.flatMap((row) => [...JSON.parse(row.used_rows), ...JSON.parse(row.used_connections)] as string[]);
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
