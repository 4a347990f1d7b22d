import type { Row } from "#pricing";
import type { Situation } from "../advice/situation.ts";
import { dayWords } from "../market/days.ts";
import type { Purchase } from "../purchase/purchase.ts";
import type { Block, Fact } from "../screen/screen.ts";
import { personFact } from "./person.ts";

/**
 * The four facts of a purchase that every team asks for: what it is paid in, who owns it, when it expires, and what happens
 * when it runs out. What the person said goes before what the pages say.
 */
export function boundaryBlocks(purchase: Purchase, situation: Situation, several = false): Block[] {
  const row = situation.market.row(purchase.picks[0]?.row ?? "");
  if (row === undefined) return [];
  return [
    {
      block: "facts",
      facts: [
        { label: isPlan(row) ? "You get" : "You pay in", value: row.unitName },
        ownerFact(purchase, situation, several),
        { label: "Expires", value: expiryWords(row, situation) },
        { label: "If it runs out", value: emptyWords(row, purchase, situation) },
      ],
    },
  ];
}

/** A plan has a fixed price: its unit is what it brings, and not what is paid in. */
function isPlan({ route }: Row): boolean {
  return route === "app_subscription" || route === "team_workspace";
}

function ownerFact({ budget }: Purchase, situation: Situation, several: boolean): Fact {
  const owner = situation.answer("owner");
  const named = typeof owner === "string" ? owner : budget === "people" ? owner?.seats : (owner?.api ?? owner?.seats);
  const kind = situation.answer("owner_kind");
  // Of two budgets each has the same kind of account, and its own owner.
  const account = kind === undefined || several ? "" : ownerKinds[kind as keyof typeof ownerKinds];
  return personFact("Budget owner", named ?? "Nobody named yet", account === "" ? "" : `, ${account}`);
}

const ownerKinds = {
  company: "company account",
  personal: "personal account",
  shared: "shared login",
  reseller: "through a reseller",
} as const;

function expiryWords(row: Row, situation: Situation): string {
  const on = situation.answer("expires_on");
  if (on !== undefined) return `On ${dayWords(on)}`;
  const said = situation.answer("expiry");
  const answer = (said ?? row.expiry.answer) as Row["expiry"]["answer"];
  switch (answer) {
    case "never":
      return "Never";
    case "on_date":
      return lifeWords(row.expiry.life);
    case "each_cycle":
      return said === undefined && row.rollover.answer === "yes"
        ? "Unused allowance rolls over, up to a limit"
        : "Unused allowance ends each cycle";
    case "with_plan":
      return "Together with the plan";
    case null:
      return "Not published: ask before you buy";
  }
}

function lifeWords(life: Row["expiry"]["life"]): string {
  if (life === null) return "On a date the vendor sets";
  if ("days" in life) return `${life.days} days after each purchase`;
  if ("endOfYearAfter" in life) return "At the end of a calendar year";
  const years = life.months / 12;
  if (Number.isInteger(years)) return `${years === 1 ? "1 year" : `${years} years`} after each purchase`;
  return `${life.months === 1 ? "1 month" : `${life.months} months`} after each purchase`;
}

function emptyWords(row: Row, { budget, picks }: Purchase, situation: Situation): string {
  if (picks.some(({ beyond }) => beyond !== undefined)) return "Extra use is bought";
  const answer = (situation.answer("at_zero") ?? row.atZero.answer) as Row["atZero"]["answer"];
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
      return "Not published: ask before you buy";
  }
}
