import type { Route } from "./ids.ts";

/** A route in plain language: its name, the same in three words, and what is bought on it. */
export type RouteWords = { name: string; gloss: string; buys: string };

/** The names are those of the checklist; the gloss stands beside a name where it is first shown. */
export const routeWords: Record<Route, RouteWords> = {
  app_subscription: {
    name: "App subscription",
    gloss: "a plan for people",
    buys: "access to the vendor's app, with usage limits that reset",
  },
  api_meter: { name: "API meter", gloss: "pay per use", buys: "API calls, each one measured and billed" },
  team_workspace: {
    name: "Team workspace",
    gloss: "seats for a team",
    buys: "seats, shared ownership and admin controls",
  },
  prepaid_credits: { name: "Prepaid credits", gloss: "a fixed balance", buys: "a balance that you use up" },
  usage_package: { name: "Usage package", gloss: "prepaid volume", buys: "a block of images or video in advance" },
  enterprise_contract: {
    name: "Enterprise contract",
    gloss: "a negotiated deal",
    buys: "negotiated terms, controls, support and volume",
  },
  stay_free: { name: "Stay free", gloss: "no purchase yet", buys: "nothing yet: the free plan is enough" },
};

/** A route with its gloss: `API meter (pay per use)`. */
export function routeTitle(route: Route): string {
  const { name, gloss } = routeWords[route];
  return `${name} (${gloss})`;
}
