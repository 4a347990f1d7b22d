import { daysBetween, type PlainDate } from "#pricing";
import type { Money } from "../quantity/money.ts";
import { noTokens, sumOfTokens, withCost } from "./gathering.ts";
import type { Usage, UsageRow, UsedTokens } from "./usage.ts";

/** Sums over rows. Currencies stand beside each other and are never added. */
export type Totals = { tokens: UsedTokens; requests: bigint | null; cost: Money[] };

/** Days that a file covers, those without any use included. */
export function daysOf({ from, to }: Pick<Usage, "from" | "to">): number {
  return daysBetween(from, to) + 1;
}

export function totalOf(rows: readonly UsageRow[]): Totals {
  return rows.reduce<Totals>(
    (sum, { tokens, requests, cost }) => ({
      tokens: tokens === null ? sum.tokens : sumOfTokens(sum.tokens, tokens),
      requests: requests === null ? sum.requests : (sum.requests ?? 0n) + requests,
      cost: cost.reduce(withCost, sum.cost),
    }),
    { tokens: noTokens, requests: null, cost: [] },
  );
}

/** What a vendor and model go by in a group: a model that is null has what belongs to none. */
export const modelOf = ({ vendor, model }: Pick<UsageRow, "vendor" | "model">) => `${vendor} ${model ?? "~"}`;

/** The sums of each vendor and model, in the order of their names. */
export function byModel(rows: readonly UsageRow[]): ({ vendor: string; model: string | null } & Totals)[] {
  return [...groups(rows, modelOf)].map(([, own]) => ({
    vendor: own[0]?.vendor ?? "",
    model: own[0]?.model ?? null,
    ...totalOf(own),
  }));
}

/** The sums of each day on which anything was used or paid. */
export function byDay(rows: readonly UsageRow[]): ({ day: PlainDate } & Totals)[] {
  return [...groups(rows, ({ day }) => day)].map(([day, own]) => ({ day, ...totalOf(own) }));
}

/** Rows by a key, in the order of the keys. */
export function groups(rows: readonly UsageRow[], key: (row: UsageRow) => string): [string, UsageRow[]][] {
  const found = new Map<string, UsageRow[]>();
  for (const row of rows) {
    const own = found.get(key(row));
    if (own === undefined) found.set(key(row), [row]);
    else own.push(row);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}
