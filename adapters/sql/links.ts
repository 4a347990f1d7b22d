import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Link, LinkTaken, Moment, Tenant } from "#core";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** So many codes that are none may be typed in a tenant, in this time. */
const mostTries = 5;
const triesWithin = 15 * 60_000;

/** A code opens what a team decided: only what it comes to is kept. */
const kept = (code: string) => createHash("sha256").update(code).digest("hex");

/** Between which two tenants decisions are shown, and the codes by which two become linked. */
export function linksOf({ db }: Engine, here: Tenant) {
  const { platform, id: tenant } = here;
  return {
    async offerLink(code: string, by: string, until: Moment): Promise<void> {
      const values = { code: kept(code), made_by: by, until };
      await db
        .insertInto("link_codes")
        .values({ platform, tenant, ...values })
        .onConflict((conflict) => conflict.columns(["platform", "tenant"]).doUpdateSet(values))
        .execute();
    },

    takeLink(code: string, by: string, now: Moment): Promise<LinkTaken> {
      return db.transaction().execute((within) => take(within, here, kept(code), by, now));
    },

    link: () => linkOf(db, here),

    unlink(): Promise<Tenant | null> {
      return db.transaction().execute(async (within) => {
        const link = await linkOf(within, here);
        await forgetLinks(within, here);
        return link?.tenant ?? null;
      });
    },
  };
}

async function linkOf(db: Kysely<Tables>, { platform, id: tenant }: Tenant): Promise<Link | null> {
  const row = await db
    .selectFrom("links")
    .selectAll()
    .where("platform", "=", platform)
    .where("tenant", "=", tenant)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { tenant: { platform: row.other_platform, id: row.other_tenant }, by: row.made_by, at: row.made_at };
}

/** The link of a tenant, from both sides, and what could become one. */
export async function forgetLinks(within: Kysely<Tables>, { platform, id: tenant }: Tenant): Promise<void> {
  await within
    .deleteFrom("links")
    .where((each) =>
      each.or([each.and({ platform, tenant }), each.and({ other_platform: platform, other_tenant: tenant })]),
    )
    .execute();
  await within.deleteFrom("link_codes").where("platform", "=", platform).where("tenant", "=", tenant).execute();
}

async function take(within: Kysely<Tables>, here: Tenant, code: string, by: string, now: Moment): Promise<LinkTaken> {
  const { platform, id: tenant } = here;
  const mine = within.selectFrom("link_codes").where("platform", "=", platform).where("tenant", "=", tenant);
  if ((await mine.select("code").where("code", "=", code).executeTakeFirst()) !== undefined) return { refused: "own" };
  if ((await triesOf(within, here, now)) >= mostTries) return { refused: "tries" };
  // Whoever deletes it has it: of two who type it at once, one.
  const offer = await within
    .deleteFrom("link_codes")
    .where("code", "=", code)
    .where("platform", "<>", platform)
    .returning(["platform", "tenant", "until"])
    .executeTakeFirst();
  if (offer === undefined || offer.until <= now) {
    await within.insertInto("link_tries").values({ platform, tenant, at: now }).execute();
    return { refused: "unknown" };
  }
  const there: Tenant = { platform: offer.platform, id: offer.tenant };
  if ((await linkOf(within, here)) !== null || (await linkOf(within, there)) !== null) return { refused: "linked" };
  const row = (one: Tenant, other: Tenant, made_by: string) => ({
    platform: one.platform,
    tenant: one.id,
    other_platform: other.platform,
    other_tenant: other.id,
    made_by,
    made_at: now,
  });
  // A person's id means something only on their own side.
  await within
    .insertInto("links")
    .values([row(here, there, by), row(there, here, "")])
    .execute();
  await within.deleteFrom("link_tries").where("platform", "=", platform).where("tenant", "=", tenant).execute();
  return { linked: there };
}

/** How many wrong codes were typed here lately; older ones are let go. */
async function triesOf(within: Kysely<Tables>, { platform, id: tenant }: Tenant, now: Moment): Promise<number> {
  await within
    .deleteFrom("link_tries")
    .where("platform", "=", platform)
    .where("tenant", "=", tenant)
    .where("at", "<=", now - triesWithin)
    .execute();
  const rows = await within
    .selectFrom("link_tries")
    .select("at")
    .where("platform", "=", platform)
    .where("tenant", "=", tenant)
    .execute();
  return rows.length;
}
