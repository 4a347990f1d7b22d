import { sql } from "kysely";
import type { Moment, Tenant } from "#core";
import { forgetOrphans } from "./asked.ts";
import type { Engine } from "./engine.ts";

/** Lets go of decisions that ended before a moment: something newer took their place, or they were declined. */
export function endedDecisionsOf({ db }: Engine, { platform, id: tenant }: Tenant) {
  return {
    expireDecisions(before: Moment): Promise<number> {
      return db.transaction().execute(async (within) => {
        const { rows } = await sql<{ id: string }>`
          select d.id from decisions d
          where d.platform = ${platform} and d.tenant = ${tenant} and d.made_at < ${before}
            and (d.superseded_by is not null or d.verdict = 'declined')
            and not exists (select 1 from decisions newer where newer.platform = d.platform and newer.tenant = d.tenant
              and newer.id = d.superseded_by and newer.made_at >= ${before})
            and not exists (select 1 from audit a where a.platform = d.platform and a.tenant = d.tenant
              and a.subject = d.id and a.action = 'declined' and a.at >= ${before})
            and not exists (select 1 from posts p where p.platform = d.platform and p.tenant = d.tenant
              and p.decision = d.id and p.state in ('waiting', 'sending'))`.execute(within);
        const ids = rows.map(({ id }) => id);
        if (ids.length === 0) return 0;
        for (const table of ["posts", "audiences", "ticks", "purchases", "checks"] as const)
          await within
            .deleteFrom(table)
            .where("platform", "=", platform)
            .where("tenant", "=", tenant)
            .where("decision", "in", ids)
            .execute();
        await within
          .deleteFrom("decisions")
          .where("platform", "=", platform)
          .where("tenant", "=", tenant)
          .where("id", "in", ids)
          .execute();
        await forgetOrphans(within);
        return ids.length;
      });
    },
  };
}
