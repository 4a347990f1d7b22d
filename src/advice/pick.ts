import type { Row, SellingRoute } from "#pricing";
import type { Route } from "../checklist/ids.ts";
import type { RouteList } from "../checklist/routes.ts";
import type { Situation } from "./situation.ts";

/** A row that is in question for a listed route, and the list that put the route there. */
export type PickedWallet = { row: Row; route: Route; list: RouteList };

/**
 * The wallets in question: for each chosen vendor and listed route the chosen rows; else the cheapest paid one that is
 * sold to so many people; else the balance. A vendor that sells nothing on a route has no wallet there.
 */
export function pickWallets(situation: Situation): PickedWallet[] {
  const picked: PickedWallet[] = [];
  for (const { route, lists } of situation.routes) {
    for (const list of lists) {
      for (const vendor of situation.vendors) {
        for (const row of rowsFor(situation, vendor, route, list)) {
          if (!picked.some((each) => each.row === row)) picked.push({ row, route, list });
        }
      }
    }
  }
  return picked;
}

function rowsFor(situation: Situation, vendor: string, route: Route, list: RouteList): Row[] {
  if (route === "stay_free") return freeRows(situation, vendor);
  const sellingRoute = walletRoute(route, list);
  const chosen = situation.chosenRows.filter(
    (row) => row.vendor === vendor && row.route === sellingRoute && situation.market.isSold(row),
  );
  if (chosen.length > 0) return chosen;
  const sold = forSeats(situation.market.sold(vendor, sellingRoute), situation.answer("seats"));
  const row =
    cheapestPaid(sold) ??
    sold.find((each) => each.kind === "balance") ??
    sold.find((each) => each.price.kind !== "free");
  return row === undefined ? [] : [row];
}

/** Those that are sold to so many people; all of them where none is, for then a rule speaks of it. */
function forSeats(rows: readonly Row[], seats: number | undefined): readonly Row[] {
  if (seats === undefined) return rows;
  const fit = rows.filter((row) => seats <= (row.seats?.max ?? seats));
  return fit.length > 0 ? fit : rows;
}

/** A prototype's prepaid balance is the API's own balance; a person's prepaid credits are top-ups of the app. */
function walletRoute(route: SellingRoute, list: RouteList): SellingRoute {
  return route === "prepaid_credits" && list === "code" ? "api_meter" : route;
}

function freeRows(situation: Situation, vendor: string): Row[] {
  const free = situation.market.sold(vendor, "app_subscription").find((row) => row.price.kind === "free");
  return free === undefined ? [] : [free];
}

function cheapestPaid(rows: readonly Row[]): Row | undefined {
  let best: Row | undefined;
  for (const row of rows) {
    const price = priceOf(row);
    if (price > 0 && (best === undefined || price < priceOf(best))) best = row;
  }
  return best;
}

/** For ordering only: no sum is made of it, so a float is exact enough. */
function priceOf(row: Row): number {
  return row.price.amount === null ? 0 : Number(row.price.amount);
}
