import type { RateBook, SellingRoute } from "#pricing";
import type { Problem } from "../checklist/answers.ts";
import type { Context } from "../estimate/context.ts";
import { estimate } from "../estimate/estimate.ts";
import { readWorkload } from "../workload/workload.ts";
import type { PricedWork, Situation } from "./situation.ts";

/**
 * The work among these answers with its price, inside the routes found; null where there is none. `before`: what was priced
 * last, taken over as it is while nothing that it was made of has changed.
 */
export function priceWork(
  { rates }: { rates: RateBook },
  situation: Situation,
  before: PricedWork | null = null,
): PricedWork | null {
  const given = situation.answer("workload");
  if (typeof given !== "object") return null;
  const context = contextOf(rates, situation);
  const { market, vendors, chosen, commercial, routes } = context;
  const key = JSON.stringify([given, market.catalogue.version, context.day, vendors, chosen, commercial, routes]);
  if (before?.key === key && before.rates === rates) return before;
  const read = readWorkload(given);
  return { rates, key, estimated: "problem" in read ? read : estimate(read.workload, context) };
}

/** What only shows when the workload meets the day and the catalogue: a day before a model's first price, no such row. */
export function workloadProblem({ signs }: Situation): Problem | undefined {
  const estimated = signs.priced?.estimated;
  if (estimated === undefined || !("problem" in estimated)) return undefined;
  return { field: `workload.${estimated.field}`, text: `workload: ${estimated.problem}` };
}

export function contextOf(rates: RateBook, situation: Situation): Context {
  const { market } = situation;
  const rights = situation.answer("rights");
  return {
    market,
    rates,
    day: market.asOf,
    vendors: [...situation.vendors],
    chosen: situation.chosenRows.map((row) => row.id),
    commercial: rights === undefined ? undefined : rights === "yes",
    routes: situation.routes.flatMap(({ route, lists }): SellingRoute[] =>
      // A prototype's prepaid balance is the API's own balance; a free stay is within the app.
      route === "stay_free"
        ? ["app_subscription"]
        : route === "prepaid_credits" && lists.includes("code")
          ? [route, "api_meter"]
          : [route],
    ),
  };
}
