import { modelName } from "../market/model-name.ts";
import { type Decimal, formatAmount } from "../quantity/money.ts";
import { dollars } from "./messages.ts";

/** Whose name an account stands in. */
export const ownerWords = {
  unnamed: "the budget owner's name",
  named: (name: string) => `${name}'s name`,
} as const;

/** What to do next, each as one sentence. `owner`: whose name the account stands in, in words. */
export const stepMessages = {
  subscribe: (product: string, count: Decimal) =>
    count.eq("1")
      ? `Subscribe to ${product} by the month.`
      : `Subscribe ${formatAmount(count)} people to ${product} by the month, each with a company e-mail address.`,
  payByCard: (owner: string) => `Pay with a card in ${owner}, and note the day it renews.`,
  yearlyAfterUse: (saves: Decimal) => yearly("After two months of regular use", saves),
  yearlyForTeam: (saves: Decimal) => yearly("Once the number of people is stable", saves),
  workspace: (owner: string) => `Create the workspace with a company e-mail address, in ${owner}.`,
  buySeats: (count: Decimal) => `Buy ${formatAmount(count)} ${count.eq("1") ? "seat" : "seats"}, paid by the month.`,
  allowOverage: (usd: Decimal) => `Allow use beyond what the seats include, with a budget of ${dollars(usd)} a month.`,
  seatsForRest: (rest: Decimal) => `Add seats for the other ${formatAmount(rest)} when they ask.`,
  keep: (product: string) => `Keep ${product}, and set a monthly budget for extra units.`,
  countBought: "Note how many you buy in a month: it shows when the next plan is cheaper.",
  changePlan: (from: string, to: string) => `Change the plan from ${from} to ${to} in the account settings.`,
  buyShort: "Buy the extra units that the plan is short of, when they run out.",
  lookAtUsage: "Look at the usage after a month. If less than half is used, change back.",
  apiAccount: (owner: string) => `Create the API account in ${owner}.`,
  companyApiAccount: (owner: string) => `Create the API account with a company e-mail address, in ${owner}.`,
  addByHand: (first: Decimal | null) =>
    `Add ${first === null ? "the smallest amount" : dollars(first)} by hand, and leave auto top-up off.`,
  lookBeforeMore: "When it runs out, look at the usage page before you add more.",
  firstTopUp: (first: Decimal) => `Add ${dollars(first)} as the first top-up.`,
  limitAndAlert: "Set a monthly spending limit, and an alert at 80% of it.",
  askExpiry: "Ask the vendor in writing on which day the units expire.",
  buyPackages: (product: string, count: Decimal) =>
    `Buy ${product}${count.eq("1") ? "" : `, ${formatAmount(count)} a month`}.`,
  alertAtRest: "Set an alert when 20% of the units are left.",
  signUp: (product: string) => `Sign up for ${product}.`,
  orTry: (product: string) => `Or try ${product}.`,
  payAtLimit: "Pay when you meet the limit twice in a week.",
  writeToSales: "Write to the vendor's sales team: Details has the message.",
  writeAbout: (product: string) => `Write to sales about ${product}: Details has the message.`,
  send: (message: string) => `Send this: ${message}`,
  compareQuote: "Compare the quote with the public price, and ask what the difference buys.",
  checkQuote: "Check in the quote how usage above the fee is billed, and the renewal and notice dates.",
  askBeyond: (floor: string) => `Ask what it gives beyond ${floor}.`,
  signWithLimit: "Sign only with a spending limit for usage.",
  saves: (way: string, saves: Decimal) => `${way}: it saves ${dollars(saves)} a month.`,
} as const;

function yearly(when: string, saves: Decimal): string {
  return `${when}, change to yearly billing: it saves ${dollars(saves)} a year and is paid at once.`;
}

/** A cheaper way to do the same work on the API, by the option of the estimate. */
export function savingText(option: string, model: string | null): string {
  const texts: Record<string, string> = {
    window_3: "Send only the last 3 turns of a conversation",
    caching_5m: "Turn on prompt caching",
    caching_1h: "Turn on prompt caching for an hour",
    cached_tenth: "Read a tenth more of the input from a cache",
    batch: "Send what can wait a day in batches",
    lighter_model: `Try ${model === null ? "a lighter model" : modelName(model)} where it is good enough`,
  };
  return texts[option] ?? "Take the cheaper way";
}

/** The questions that a quote has to answer, as a message that can be sent as it is. `people`: null where nobody said. */
export function quoteMessage(people: Decimal | null, required: readonly string[]): string {
  const who = people === null ? "our organisation" : `${people.toFixed()} people`;
  const needs = required.length === 0 ? "" : ` We require: ${required.join(", ")}.`;
  return `Please quote for ${who}.${needs} 1. What is the fee per seat, and what does it cover? 2. How is usage billed, and at which rates? 3. What are the minimum commitment and the term? 4. When does it renew, and how much notice do we give? 5. What happens, and what does it cost, above the commitment?`;
}
