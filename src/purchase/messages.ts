import type { Row } from "#pricing";
import type { QuestionId } from "../checklist/ids.ts";
import { modelName } from "../market/model-name.ts";
import { type Decimal, decimal, formatAmount, formatMoney } from "../quantity/money.ts";
import type { Offer } from "./offer.ts";
import { currency, priceOfMonth } from "./price.ts";

/** Every sentence of a purchase: what people read of why this one. What to do next stands in `next-step-messages.ts`. */

export const dollars = (amount: Decimal) => formatMoney({ amount: amount.round(2, 1), currency }).replace(/\.00$/, "");

export const list = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

const plural = (count: Decimal, one: string, many = `${one}s`) =>
  `${formatAmount(count)} ${count.eq("1") ? one : many}`;

export const messages = {
  noPrice: "No price is published.",
  noRate: "No page says how much of this work it covers.",
  noRateHere: "Its prices for this work are not in the catalogue yet.",
  noWork: "Give the amount of work to see the cost of a month.",
  asYouBurn: "At the use you gave.",
  asMeasured: "At the use that was measured.",
  capacity: "How much it lets you do in a week is not published.",
  addOnPrice: (month: Decimal) => `Its own price is ${dollars(month)} for a seat and month.`,
  covers: "Its included units cover the work.",
  withTopUps: "The price includes the extra units that the plan is short of.",
  severalAccounts: (count: Decimal) =>
    count.eq("1")
      ? "Its included units cover the work."
      : `One account is not enough: the work takes ${formatAmount(count)}, and no price is published for extra units.`,
  assumed: (what: readonly string[]) => `Not confirmed: ${list(what)}.`,
  fewestSeats: (count: Decimal, wanted: Decimal) =>
    `The smallest team is ${plural(count, "seat")}, so you pay for ${formatAmount(count.minus(wanted))} more than you need.`,
  seatsNotGiven: (count: Decimal) => `Priced for ${plural(count, "seat")}. Give the number of people for the total.`,
  someOfAll: ({ row }: Offer, some: Decimal, all: Decimal): string[] => {
    const seat = priceOfMonth(row);
    return seat === null
      ? []
      : [
          `${formatAmount(some)} of ${formatAmount(all)} people use it every week: ${dollars(seat.times(some))} a month. All ${formatAmount(all)}: ${dollars(seat.times(all))}.`,
        ];
  },
  notSoldByNamed: (row: Row) =>
    `The vendor you named sells nothing that fits. ${row.product} is the nearest that does.`,
  otherUnits: "How much of this use it includes is not published.",
  needsUnread: (needs: readonly string[]) => `Check before you pay that it has ${list(needs)}.`,
  overage: (usd: Decimal) => `The price includes ${dollars(usd)} a month for use above what the seats include.`,
  addOn: (plan: string) => `An add-on: it needs ${plan} for each person, which is not in this price.`,
  stale: (readOn: string | null) =>
    readOn === null
      ? "Its price has no date. Check it before you pay."
      : `Price last checked ${readOn}. Check it before you pay.`,
  thirdParty: "Its price comes from another site, not from the vendor's own page.",
  samePrice: "What each lets you do in a week is not published.",
  nextPrice: "The next in price that fits.",
  cheaperNotPicked: "It costs less, but it is not what you named.",
  notConfirmed: "It is not confirmed to do all of the work.",
  samePriceForWork: "For the same work.",
  fixedPrice: "A fixed price for more room.",
  named: "It is the product you named.",
  cheapestOfVendor: (vendor: string) => `It is the cheapest from ${vendor} that fits.`,
  cheapestOfAll: "It is the cheapest that fits.",
  cheapestMaybe: "It is the cheapest with a known price. How much it lets you do is not published.",
  besideWhy: (current: Row) =>
    `A second product beside ${current.product}, both prices together. What each lets you do in a week is not published.`,
  lighterModel: "A lighter model for the same work.",
  strongerModel: "A stronger model for the same work.",
  cheapest: ({ row, monthly }: Offer) =>
    `Cheapest of all that fit: ${row.product}${monthly === null ? "" : `, ${dollars(monthly.expected)} a month`}.`,
  roomiest: ({ row, monthly }: Offer) =>
    `Most room from this vendor: ${row.product}${monthly === null ? "" : `, ${dollars(monthly.expected)} a month`}.`,
  namePlan: "Name the plan you have now to see what an upgrade adds.",
  upFrom: (current: Row, more: Decimal) => `${dollars(more)} a month more than ${current.product}.`,
  beside: (current: Row) => `Bought beside ${current.product}, whose price is included.`,
  topUpRate: (month: Decimal, { price, gives }: { price: string; gives: string }, unit: string) =>
    `${dollars(month)} a month. Extra ${unit}: ${dollars(decimal(price))} for ${gives}.`,
  topUpUnpriced: (row: Row) => `Buying more on top of ${row.product}: no price is published.`,
  free: "It costs nothing while its limits are enough.",
  freeEnds: (row: Row) => `${row.product}: ${row.atZero.text}`,
  modelRates: (input: Decimal, output: Decimal) =>
    `${dollars(input)} in and ${dollars(output)} out for a million tokens.`,
  priceEnds: (on: string) => `No price is known after ${on}: the months after it are not in this figure.`,
  modelEnds: (model: string, on: string) => `${model} ends on ${on}.`,
  namedModel: "The model is the one you named.",
  cheapestModel: ({ row, model, monthly }: Offer) =>
    `Cheapest for the same work: ${model === null ? row.product : modelName(model)}${monthly === null ? "" : `, ${dollars(monthly.expected)} a month`}.`,
  highNeed: ({ row, monthly }: Offer) =>
    `At the high end of your range ${row.product} is cheaper${monthly === null ? "" : `: ${dollars(monthly.high)} a month`}.`,
  companyOwns: "The company owns the accounts, and the work stays when somebody leaves.",
  noTeamThatSmall: "No workspace is sold for so few people.",
  quotedSeat: (fee: Decimal) => `That is ${dollars(fee)} for each seat and month.`,
  yearlyStale: (readOn: string | null) => `The yearly price was last checked ${readOn ?? "on no known day"}.`,
  evenAtConversations: (plan: Row, at: Decimal, you: Decimal, flatIsCheaper: boolean) =>
    `${plan.product} costs less than the API from ${formatAmount(at)} conversations a month. You have ${formatAmount(you)}: ${flatIsCheaper ? "the plan is cheaper, if its limits allow it" : "the API is cheaper"}.`,
  evenAtRequests: (plan: Row, at: Decimal, model: string | null, you: Decimal | null) => {
    const request = model === null ? "as you described them" : `10,000 tokens in and 1,000 out on ${modelName(model)}`;
    const verdict =
      you === null
        ? "Give your requests a day to see which is cheaper."
        : `You have ${formatAmount(you)}: ${you.gte(at) ? "the plan is cheaper, if its limits allow it" : "the API is cheaper"}.`;
    return `${plan.product} costs less than the API from ${formatAmount(at)} requests a working day (${request}). ${verdict}`;
  },
  lasts: (left: string, days: string) => `The ${left} you have lasts about ${days} days at this use. Use it first.`,
  expires: (much: string, on: string) => `About ${much} of it will expire unused on ${on}.`,
  quoteGiven: "The price is the vendor's written quote, as you gave it.",
  ownPrice: "The price is your own figure.",
  quoteUnread: ({ unit, currency }: { unit: string; currency: string }) =>
    `The quote is not used: "${currency} for ${unit}" is not clearly dollars for a month, a year or a seat.`,
  quoteNeeded: "No price is published for a contract: ask for a quote.",
  floor: (product: string, month: Decimal) =>
    `For comparison, ${product} would cost ${dollars(month)} a month at the public price.`,
  seatFee: (seats: Decimal, total: Decimal) =>
    `The published seat fee for ${plural(seats, "person", "people")} is ${dollars(total)} a month, before usage.`,
} as const;

/** What is counted until one way is cheaper than another, in the singular. */
export const evenCounts = {
  use: "use a month",
  conversation: "conversation a month",
  request: "request a day",
  piece: "finished piece a month",
  bought: (unit: string) => `bought ${unit} a month`,
} as const;

/** Why nothing can be named yet, and the one answer that would settle it. */
export function openText(question: QuestionId): string {
  const texts: Partial<Record<QuestionId, string>> = {
    job: "Say who or what will use the AI: people in an app, or your software.",
    output: "Say what should come out: text, code, images, video, voice or music.",
    workload: "Say how much work it is in a month.",
    vendor: "Name a vendor or product: nothing in the catalogue fits by itself.",
  };
  return texts[question] ?? "One answer is missing.";
}
