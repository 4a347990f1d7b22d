import { one } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import type { PurchaseContext } from "./context.ts";
import { workOf } from "./context.ts";

/**
 * For how many people is bought: `expected` are those who will use it every week, else all; `all` the whole team. Null
 * where nobody said how many.
 */
export type Users = { expected: Decimal; all: Decimal | null; told: boolean };

export function usersOf(context: PurchaseContext): Users {
  const { situation } = context;
  const seats = situation.count("seats");
  const weekly = situation.count("weekly_users");
  const work = workOf(context);
  const working =
    work?.kind === "seats"
      ? work.usage.reduce((sum, { people }) => sum.plus(people.expected), decimal("0"))
      : undefined;
  const all = seats === undefined ? (working ?? null) : decimal(String(seats));
  const some = weekly === undefined || weekly === 0 ? null : decimal(String(weekly));
  const expected = some !== null && (all === null || some.lt(all)) ? some : (all ?? one);
  return { expected, all, told: all !== null || some !== null };
}
