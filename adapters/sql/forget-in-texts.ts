import { type Kysely, sql } from "kysely";
import { type Decision, findableOf, mayBePicked, type Tenant, withoutPerson } from "#core";
import { keepBought } from "./bought.ts";
import { readResult, readSummary } from "./summary.ts";
import type { Tables } from "./tables.ts";

/**
 * A person out of what others keep: where they were picked in an answer, in a result, or on a card. What is JSON as text can
 * only be looked through; this is asked for seldom.
 */
export async function forgetInTexts(
  within: Kysely<Tables>,
  { platform, id: tenant }: Tenant,
  person: string,
): Promise<void> {
  if (!mayBePicked(person)) return;
  const somewhere = `%${person}%`;
  const left = (text: string) => JSON.stringify(withoutPerson<unknown>(JSON.parse(text), person));
  const decisions = await within
    .selectFrom("decisions")
    .select(["id", "route", "made_at", "answers", "result"])
    .where("platform", "=", platform)
    .where("tenant", "=", tenant)
    .where((each) => each.or([each("answers", "like", somewhere), each("result", "like", somewhere)]))
    .execute();
  for (const row of decisions) {
    const [answers, result] = [left(row.answers), left(row.result)];
    const decision = {
      id: row.id,
      summary: readSummary(result),
      route: row.route as Decision["route"],
      at: row.made_at,
      answers: JSON.parse(answers),
      result: readResult(result),
    };
    await within
      .updateTable("decisions")
      .set({ answers, result, ...findableOf(decision) })
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where("id", "=", row.id)
      .execute();
    await keepBought(within, { platform, id: tenant }, decision);
  }
  const drafts = await within
    .selectFrom("drafts")
    .select(["id", "draft"])
    .where("platform", "=", platform)
    .where("tenant", "=", tenant)
    .where("draft", "like", somewhere)
    .execute();
  for (const { id, draft } of drafts)
    await within
      .updateTable("drafts")
      .set({ draft: left(draft) })
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where("id", "=", id)
      .execute();
  const holdings = await within
    .selectFrom("holdings")
    .select(["id", "holding"])
    .where("platform", "=", platform)
    .where("tenant", "=", tenant)
    .where("holding", "like", somewhere)
    .execute();
  for (const { id, holding } of holdings)
    await within
      .updateTable("holdings")
      .set({ holding: left(holding), claim: sql`claim + 1`, look_at: 0, lease_until: null })
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where("id", "=", id)
      .execute();
  const posts = await within
    .selectFrom("posts")
    .select(["key", "body"])
    .where("platform", "=", platform)
    .where("tenant", "=", tenant)
    .where("body", "like", somewhere)
    .execute();
  for (const { key, body } of posts)
    await within
      .updateTable("posts")
      .set({ body: left(body) })
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where("key", "=", key)
      .execute();
  const settings = await within
    .selectFrom("settings")
    .select(["name", "value"])
    .where("platform", "=", platform)
    .where("tenant", "=", tenant)
    .where("value", "like", somewhere)
    .execute();
  for (const { name, value } of settings)
    await within
      .updateTable("settings")
      .set({ value: left(value) })
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .where("name", "=", name)
      .execute();
}
