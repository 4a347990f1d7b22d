import type { Measure, Refusal } from "./quantity.ts";

/** A refusal in words. There is no way to get a figure out of it. */
export function formatRefusal({ left, right, reason, wayOut }: Refusal): string {
  return `${left} and ${right} cannot be added: ${reason} ${wayOut}`;
}

export const unitOfWallet = ({ wallet }: Measure) => `${wallet.unitName} of ${wallet.name}`;

/** Why two measures have no sum. */
export const reasons = {
  seatAndUsage: "one buys access, the other usage.",
  balances: "they belong to different balances, and nothing converts between them.",
  units: "their units differ or are not known.",
  owners: "the two budgets have different owners.",
  currencies: "they are in different currencies.",
  periods: "they cover different periods.",
} as const;

/** What to do instead. */
export const waysOut = {
  sameWork: "Compare the price of one finished result instead.",
  twoLines: "Keep seats and usage on two lines, each with its own owner.",
  budgets: "Keep each budget on its own line.",
  exchangeRate: "Enter an exchange rate with its source and date.",
  onePeriod: "Convert both to one period first.",
} as const;

/** The valid choices: all of them, or those nearest to what was typed. */
export const choiceWords = {
  all: (choices: readonly string[]) => `Choose from: ${choices.join(", ")}.`,
  nearest: (choices: readonly string[]) => `Nearest: ${choices.join(", ")}.`,
} as const;

/** An amount with its ends. */
export const rangeWords = (from: string, to: string, expected: string) => `${from} to ${to}, expected ${expected}`;
