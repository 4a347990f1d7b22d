import { sql } from "kysely";
import { type Aged, type AgingLine, type Basis, type Moment, type NewPost, nobody, type Tenant } from "#core";
import type { Engine } from "./engine.ts";
import { insertPosts } from "./posts.ts";

type Row = { tenant: string; id: string; used: string | null; state: string | null };

const readLine = (platform: string, { tenant, id, used, state }: Row): AgingLine => ({
  tenant: { platform, id: tenant },
  id,
  basis: used === null ? null : JSON.parse(used),
  aged: state === null ? null : JSON.parse(state),
});

/** How the decisions of one tenant age. */
export function agingOf(engine: Engine, { platform, id: tenant }: Tenant) {
  const { db } = engine;
  return {
    async aging(decision: string): Promise<AgingLine | null> {
      const row = await db
        .selectFrom("decisions")
        .leftJoin("checks", (join) =>
          join
            .onRef("checks.platform", "=", "decisions.platform")
            .onRef("checks.tenant", "=", "decisions.tenant")
            .onRef("checks.decision", "=", "decisions.id"),
        )
        .select(["decisions.tenant", "decisions.id", "decisions.used", "checks.state"])
        .where("decisions.platform", "=", platform)
        .where("decisions.tenant", "=", tenant)
        .where("decisions.id", "=", decision)
        .executeTakeFirst();
      return row === undefined ? null : readLine(platform, row);
    },

    async keepBasis(decision: string, basis: Basis): Promise<void> {
      await db
        .updateTable("decisions")
        .set({ used: JSON.stringify(basis) })
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .where("id", "=", decision)
        .where("used", "is", null)
        .execute();
    },

    keepAged(decision: string, aged: Aged, posts: readonly NewPost[], now: Moment): Promise<boolean> {
      return db.transaction().execute(async (within) => {
        // Held until the end: nobody is forgotten and nothing superseded meanwhile. SQLite lets nobody else write anyway.
        const current = await within
          .selectFrom("decisions")
          .select("id")
          .where("platform", "=", platform)
          .where("tenant", "=", tenant)
          .where("id", "=", decision)
          .where("superseded_by", "is", null)
          .where("made_by", "<>", nobody)
          .where((each) => each.or([each("verdict", "is", null), each("verdict", "<>", "declined")]))
          .$if(engine.name === "postgres", (query) => query.forUpdate())
          .executeTakeFirst();
        if (current === undefined) return false;
        await insertPosts(within, { platform, id: tenant }, posts, now);
        const state = JSON.stringify(aged);
        await within
          .insertInto("checks")
          .values({ platform, tenant, decision, state })
          .onConflict((conflict) => conflict.columns(["platform", "tenant", "decision"]).doUpdateSet({ state }))
          .execute();
        return true;
      });
    },
  };
}

/** A page of the decisions that age, of all tenants of a platform; read in the order of the key, from a place on. */
export async function agingDecisions(
  { db }: Engine,
  platform: string,
  after: string,
  most: number,
): Promise<{ lines: AgingLine[]; next: string | null }> {
  const [tenant, id] = after === "" ? ["", ""] : (JSON.parse(after) as [string, string]);
  const { rows } = await sql<Row>`
    select d.tenant, d.id, d.used, c.state from decisions d
    left join checks c on c.platform = d.platform and c.tenant = d.tenant and c.decision = d.id
    where d.platform = ${platform} and (d.tenant, d.id) > (${tenant}, ${id})
      and d.superseded_by is null and d.made_by <> ${nobody} and (d.verdict is null or d.verdict <> 'declined')
    order by d.platform, d.tenant, d.id limit ${most}`.execute(db);
  const last = rows.at(-1);
  return {
    lines: rows.map((row) => readLine(platform, row)),
    next: rows.length < most || last === undefined ? null : JSON.stringify([last.tenant, last.id]),
  };
}
