import type { Market } from "../market/market.ts";
import type { PlanBeside } from "../purchase/plans-beside.ts";
import type { Decimal } from "../quantity/money.ts";
import type { Block } from "../screen/screen.ts";
import { usageMessages as words } from "./usage-messages.ts";
import { moneyOf } from "./usage-tables.ts";

/** A month of measured use through the API of a vendor, and the vendor's plans for one person. */
export type VendorMonth = { vendor: string; month: Decimal; plans: PlanBeside[] };

/** Plans beside the API of the same vendor: only prices are compared, for nobody says how much fits into a plan. */
export function vendorMonthBlocks(months: readonly VendorMonth[], market: Market): Block[] {
  const some = months.filter(({ plans }) => plans.length > 0);
  if (some.length === 0) return [];
  return [
    { block: "heading", text: words.plans },
    ...some.flatMap((each) => linesOf(each, market)).map((text): Block => ({ block: "text", text })),
    { block: "quiet", text: words.planLimits },
  ];
}

function linesOf({ vendor, month, plans }: VendorMonth, market: Market): string[] {
  const name = market.vendorName(vendor);
  const [cheapest] = plans;
  if (cheapest === undefined) return [];
  if (month.lte(cheapest.price))
    return [words.apiCheaper(name, moneyOf(month), cheapest.row.product, moneyOf(cheapest.price))];
  return [
    words.planBeside(name, moneyOf(month)),
    ...plans.map(({ row, price }) => {
      const less = month.minus(price);
      return words.plan(row.product, moneyOf(price), moneyOf(less.abs()), less.gte("0"));
    }),
  ];
}
