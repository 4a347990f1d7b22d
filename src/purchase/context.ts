import type { RateBook, Row, SellingRoute } from "#pricing";
import type { Result } from "../advice/result.ts";
import type { Situation } from "../advice/situation.ts";
import type { RouteList } from "../checklist/routes.ts";
import type { Workload } from "../workload/workload.ts";
import { readWorkload } from "../workload/workload.ts";
import type { Budget } from "./purchase.ts";

/** What a purchase is chosen from: the answers on the day's market, and what was recommended. */
export type PurchaseContext = { situation: Situation; result: Result; rates: RateBook };

/** A budget that somebody pays for, on the route that was found for it. `contract`: its terms are to be negotiated. */
export type BudgetOnRoute = { budget: Budget; route: Result["routes"][number]["route"]; contract: boolean };

const budgetOf: Record<Exclude<RouteList, "enterprise">, Budget> = { code: "program", person: "people" };

/** The budgets of a recommendation in the order of its routes; none where no route is known yet. */
export function budgetsOf({ situation }: PurchaseContext): BudgetOnRoute[] {
  const contract = situation.routes.some(({ route }) => route === "enterprise_contract");
  return situation.routes.flatMap(({ route, lists }): BudgetOnRoute[] =>
    lists.flatMap((list) => (list === "enterprise" ? [] : [{ budget: budgetOf[list], route, contract }])),
  );
}

/** Every row of a route, those of the named vendors first, in the catalogue's order. */
export function rowsOn(route: SellingRoute, { situation }: PurchaseContext): Row[] {
  const { market, vendors } = situation;
  const all = market.catalogue.vendors.map(({ id }) => id);
  const named = all.filter((vendor) => vendors.has(vendor));
  return [...named, ...all.filter((vendor) => !vendors.has(vendor))].flatMap((vendor) =>
    market.rowsOf(vendor).filter((row) => row.route === route && row.kind !== "tier"),
  );
}

/** Whether a product may be the pick: of a vendor that was named, where one was. */
export function isNamed(row: Row, { situation }: PurchaseContext): boolean {
  return situation.vendors.size === 0 || situation.vendors.has(row.vendor);
}

/** The products that the person named for this route. */
export function chosenOn(route: SellingRoute, { situation }: PurchaseContext): Row[] {
  return situation.chosenRows.filter((row) => row.route === route);
}

/** What has to come out; empty while nobody has said. */
export function outputsOf({ situation }: PurchaseContext): readonly string[] {
  return situation.answer("output") ?? [];
}

/** The work that was told, where it can be read. */
export function workOf({ situation }: PurchaseContext): Workload | undefined {
  const given = situation.answer("workload");
  if (typeof given !== "object") return undefined;
  const read = readWorkload(given);
  return "workload" in read ? read.workload : undefined;
}
