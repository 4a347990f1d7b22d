import type { Kysely } from "kysely";
import { type Bought, boughtOf, type Decision, type Tenant } from "#core";
import type { Tables } from "./tables.ts";

/** What a decision buys, beside it: sums read it of many decisions, whose own rows are long. */
export async function keepBought(
  within: Kysely<Tables>,
  { platform, id: tenant }: Tenant,
  { id, result, answers }: Pick<Decision, "id" | "result" | "answers">,
): Promise<void> {
  const bought = boughtOf(result, answers);
  if (bought === null) return;
  const values = { bought: JSON.stringify(bought) };
  await within
    .insertInto("purchases")
    .values({ platform, tenant, decision: id, ...values })
    .onConflict((conflict) => conflict.columns(["platform", "tenant", "decision"]).doUpdateSet(values))
    .execute();
}

/** What these decisions buy, by their ids; nothing is there for one that was kept before purchases were. */
export async function readBought(
  db: Kysely<Tables>,
  { platform, id: tenant }: Tenant,
  decisions: readonly string[],
): Promise<Map<string, Bought[]>> {
  if (decisions.length === 0) return new Map();
  const rows = await db
    .selectFrom("purchases")
    .select(["decision", "bought"])
    .where("platform", "=", platform)
    .where("tenant", "=", tenant)
    .where("decision", "in", [...decisions])
    .execute();
  return new Map(rows.map(({ decision, bought }) => [decision, JSON.parse(bought)]));
}
