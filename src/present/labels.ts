import type { Price } from "#pricing";
import type { Route, Step } from "../checklist/ids.ts";

/** A route in plain language: its name, and what is bought on it. */
export const routeWords: Record<Route, { name: string; buys: string }> = {
  app_subscription: {
    name: "App subscription",
    buys: "a person's access to the vendor's product, with limits that reset",
  },
  api_meter: { name: "API meter", buys: "programmatic calls, each one measured and billed" },
  team_workspace: { name: "Team workspace", buys: "seats, shared ownership and administration" },
  prepaid_credits: { name: "Prepaid credits", buys: "a bounded balance that is drawn down" },
  usage_package: { name: "Usage package", buys: "prepaid units for steady production of images or video" },
  enterprise_contract: { name: "Enterprise contract", buys: "negotiated terms, controls, support and volume" },
  stay_free: { name: "Stay free", buys: "nothing yet: the free allowance is enough" },
};

export const stepWords: Record<Step, string> = {
  route: "Route",
  unit: "Unit",
  ownership: "Ownership",
  expiry: "Expiry",
  workload: "Workload",
  review: "Review",
};

/** A price as its page states it, with its kind; a sentence where no figure is known. */
export function priceWords(price: Pick<Price, "amount" | "currency" | "period" | "kind" | "per">): string {
  if (price.amount === null) return "no price known";
  if (price.kind === "free") return "free";
  const amount = price.currency === "USD" ? `$${price.amount}` : `${price.amount} ${price.currency}`;
  return `${amount}${price.per === "seat" ? " per seat" : ""}${periodWords[price.period]}${kindWords[price.kind]}`;
}

const periodWords: Record<Price["period"], string> = {
  day: " a day",
  month: " a month",
  month_billed_yearly: " a month, billed yearly",
  year: " a year",
  once: " once",
  package: " a package",
  usage: " by use",
  minimum_purchase: "",
  contract: " by contract",
};

const kindWords: Record<Price["kind"], string> = {
  list: "",
  renewal: " (renewal price)",
  first_month: " (first month only)",
  struck_through: " (list price, struck through)",
  free: "",
  minimum: " smallest purchase",
  none: "",
};
