import { z } from "zod";
import type { Answers } from "../checklist/answers.ts";

const amount = z.string().regex(/^-?\d+(?:\.\d+)?$/);
const band = z.object({ low: amount, expected: amount, high: amount });
const pick = z.object({
  row: z.string(),
  product: z.string(),
  model: z.string().nullable(),
  quantity: z.object({ count: amount, of: z.enum(["seat", "account", "balance", "package", "contract"]) }),
  monthly: band.nullable(),
  annual: z.object({ amount }).nullable(),
  firstPayment: amount.nullable(),
  currency: z.string(),
});
const purchase = z.object({
  budget: z.enum(["people", "program"]),
  kind: z.enum(["free", "subscribe", "seats", "top_up", "package", "pay_as_you_go", "quote", "none"]),
  picks: z.array(pick),
  monthly: band.nullable(),
  /** Whose budget it is, as the answer names them; null where nobody is named. */
  owner: z.string().nullable(),
});

/** What a decision buys for one budget: of its purchase what totals and exports need, and whose budget it is. */
export type Bought = z.infer<typeof purchase>;

/** What a decision buys; null where it was kept before purchases were. `result`: as it was kept, whenever that was. */
export function boughtOf(result: object, answers: Pick<Answers, "owner">): Bought[] | null {
  if (!("purchases" in result) || !Array.isArray(result.purchases)) return null;
  return result.purchases.flatMap((each: object) => {
    const read = purchase.safeParse({ ...each, owner: ownerOf(each, answers.owner) });
    return read.success ? [read.data] : [];
  });
}

function ownerOf(each: object, owner: Answers["owner"]): string | null {
  const named =
    typeof owner === "object" ? ("budget" in each && each.budget === "program" ? owner.api : owner.seats) : owner;
  return named === undefined || named === "unknown" || named.trim() === "" ? null : named.trim();
}
