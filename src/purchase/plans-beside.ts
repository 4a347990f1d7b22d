import type { Row } from "#pricing";
import type { Market } from "../market/market.ts";
import type { Decimal } from "../quantity/money.ts";
import { priceOfMonth } from "./price.ts";

/** A person's plan beside a month of use through the API of the same vendor. */
export type PlanBeside = { row: Row; price: Decimal };

/** As many plans as are shown beside one another. */
const most = 4;

/** The plans that a vendor sells to one person by the month and that write text, the cheapest first. */
export function plansOf(vendor: string, market: Market): PlanBeside[] {
  return market
    .sold(vendor, "app_subscription")
    .filter(({ outputs }) => outputs.includes("text"))
    .flatMap((row) => {
      const price = priceOfMonth(row);
      return price === null || price.lte("0") ? [] : [{ row, price }];
    })
    .sort((one, other) => one.price.cmp(other.price))
    .slice(0, most);
}
