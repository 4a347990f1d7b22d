import { sql } from "kysely";
import { addDays, longestWait, type Moment, type Pass } from "#core";
import type { Engine } from "./engine.ts";

/** Takes a pass that is due, in one statement: of two workers one gets it. */
export async function claimPass(
  { db }: Engine,
  name: string,
  { facts, day }: { facts: string; day: string },
  now: Moment,
  leaseUntil: Moment,
): Promise<Pass | null> {
  await db
    .insertInto("passes")
    .values({ name, facts: "", day: "", place: "", done: 1, claim: 0, lease_until: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Facts begin with the day of their newest reading.
  const { rows } = await sql<Pick<Pass, "claim" | "place">>`
    update passes set claim = claim + 1, lease_until = ${leaseUntil},
      place = case when done = 0 and facts = ${facts} and day = ${day} then place else '' end,
      facts = ${facts}, day = ${day}, done = 0
    where name = ${name}
      and (lease_until is null or lease_until < ${now} or lease_until > ${now + longestWait})
      and (done = 0 or facts <> ${facts} or day <> ${day})
      and (substr(facts, 1, 10) <= substr(${facts}, 1, 10) or day < ${addDays(day, -1)})
    returning claim, place`.execute(db);
  const [row] = rows;
  return row === undefined ? null : { name, ...row };
}

export async function keepPass(
  { db }: Engine,
  { name, claim }: Pick<Pass, "name" | "claim">,
  place: string | null,
  leaseUntil: Moment,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("passes")
    .set(place === null ? { place: "", done: 1, lease_until: null } : { place, lease_until: leaseUntil })
    .where("name", "=", name)
    .where("claim", "=", claim)
    .where("done", "=", 0)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
