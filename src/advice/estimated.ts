import type { RateBook, SellingRoute } from "#pricing";
import type { Problem } from "../checklist/answers.ts";
import type { Context } from "../estimate/context.ts";
import { type Estimated, estimate } from "../estimate/estimate.ts";
import { readWorkload } from "../workload/workload.ts";
import type { Situation } from "./situation.ts";

/** The estimate for the workload among these answers, inside the routes found; `undefined` where there is none. */
export function estimateFor({ rates }: { rates: RateBook }, situation: Situation): Estimated | undefined {
  const given = situation.answer("workload");
  if (typeof given !== "object") return undefined;
  const context = contextOf(rates, situation);
  const { market, vendors, chosen, commercial, routes } = context;
  const key = JSON.stringify([given, market.catalogue.version, context.day, vendors, chosen, commercial, routes]);
  const known = made.get(given);
  if (known?.key === key && known.rates === rates) return known.estimated;
  const read = readWorkload(given);
  const estimated = "problem" in read ? read : estimate(read.workload, context);
  made.set(given, { key, rates, estimated });
  return estimated;
}

/**
 * The estimate last made of a workload. One click asks several times for the same one, and with ranges each takes
 * milliseconds that somebody else's click would wait for. It lives as long as the answers it was made of.
 */
const made = new WeakMap<object, { key: string; rates: RateBook; estimated: Estimated }>();

/** What only shows when the workload meets the day and the catalogue: a day before a model's first price, no such row. */
export function workloadProblem(advisor: { rates: RateBook }, situation: Situation): Problem | undefined {
  const estimated = estimateFor(advisor, situation);
  if (estimated === undefined || !("problem" in estimated)) return undefined;
  return { field: `workload.${estimated.field}`, text: `workload: ${estimated.problem}` };
}

function contextOf(rates: RateBook, situation: Situation): Context {
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
