import type { PlainDate, Row } from "#pricing";
import { dayWords } from "../market/days.ts";

/** The four facts of a purchase that every team asks for. */
export const boundaryLabels = {
  youGet: "You get",
  youPayIn: "You pay in",
  owner: "Budget owner",
  expires: "Expires",
  runsOut: "If it runs out",
} as const;

export const noOwner = "Nobody named yet";

export const ownerKinds = {
  company: "company account",
  personal: "personal account",
  shared: "shared login",
  reseller: "through a reseller",
} as const;

export const onDay = (day: PlainDate) => `On ${dayWords(day)}`;

/**
 * When what was bought expires. `life`: how long it lives where it expires on a date; null where no page says. `rollsOver`:
 * whether a page says that what a cycle leaves is kept.
 */
export function expiryText(answer: Row["expiry"]["answer"], life: Row["expiry"]["life"], rollsOver: boolean): string {
  switch (answer) {
    case "never":
      return "Never";
    case "on_date":
      return lifeText(life);
    case "each_cycle":
      return rollsOver ? "Unused allowance rolls over, up to a limit" : "Unused allowance ends each cycle";
    case "with_plan":
      return "With the plan";
    case null:
      return "Not published. Ask before you buy";
  }
}

function lifeText(life: Row["expiry"]["life"]): string {
  if (life === null) return "On a date the vendor sets";
  if ("days" in life) return `${life.days} days after each purchase`;
  if ("endOfYearAfter" in life) return "At the end of a calendar year";
  const years = life.months / 12;
  if (Number.isInteger(years)) return `${years === 1 ? "1 year" : `${years} years`} after each purchase`;
  return `${life.months === 1 ? "1 month" : `${life.months} months`} after each purchase`;
}

export const extraIsBought = "Extra use is bought";

/** What happens when it runs out, to a program or to people. */
export function emptyText(answer: Row["atZero"]["answer"], budget: "program" | "people"): string {
  switch (answer) {
    case "stops":
      return budget === "program" ? "Calls fail until someone tops up" : "Work stops until more is bought";
    case "waits":
      return "People wait for the reset, or get less";
    case "auto_recharge":
      return "It tops up by itself";
    case "overage":
      return "It goes on and is billed later";
    case null:
      return "Not published. Ask before you buy";
  }
}
