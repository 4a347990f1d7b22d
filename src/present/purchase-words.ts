import type { Market } from "../market/market.ts";
import type { Annual, Purchase } from "../purchase/purchase.ts";
import { type BandText, bandText } from "../quantity/band.ts";
import { decimal, formatAmount } from "../quantity/money.ts";
import { dollars, moneyColumns } from "./amounts.ts";

/** What each budget pays for. */
export const budgetWords: Record<Purchase["budget"], string> = { people: "People", program: "Program" };

/** What to do, as an instruction: the name of a card and the first line of an answer. */
export function purchaseTitle(purchases: readonly Purchase[], market: Market): string {
  const [first, ...others] = purchases;
  if (first === undefined) return "Nothing to buy yet";
  if (others.length === 0) return headline(first, market);
  return `Two budgets: ${purchases.map((each) => shortHeadline(each, market)).join(", and ")}`;
}

/** `Buy ChatGPT Business for 60 people`: product and tier, and how many. */
export function headline({ kind, picks, replaces }: Purchase, market: Market): string {
  const [pick] = picks;
  if (pick === undefined) return "Nothing to buy yet";
  const products = picks.map(({ product }) => product).join(" and ");
  const count = formatAmount(decimal(pick.quantity.count));
  const people = decimal(pick.quantity.count).gt("1") ? ` for ${count} people` : "";
  switch (kind) {
    case "free":
      return `Stay on a free plan: ${products}`;
    case "subscribe":
      return replaces !== null ? `Upgrade to ${products}` : `Buy ${products}${people}`;
    case "seats":
      return `Buy ${count} ${pick.quantity.count === "1" ? "seat" : "seats"} of ${products}`;
    case "top_up":
      return pick.quantity.of === "balance"
        ? `Start with ${firstPayment(pick.firstPayment)} on the ${apiName(pick.row, market)}`
        : `Keep ${products} and buy extra units`;
    case "package":
      return `Buy ${count === "1" ? "" : `${count} `}${products}`;
    case "pay_as_you_go":
      return `Use the ${apiName(pick.row, market)}, pay per use`;
    case "quote":
      return pick.monthly === null ? `Ask for a quote: ${products}` : `Check the quote for ${products}`;
    case "none":
      return "Nothing to buy yet";
  }
}

function shortHeadline(purchase: Purchase, market: Market): string {
  const text = headline(purchase, market);
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

/** What the API of a row is called, by its vendor. */
export function apiName(row: string, market: Market): string {
  const found = market.row(row);
  return found === undefined ? row : `${market.vendorName(found.vendor)} API`;
}

function firstPayment(amount: string | null): string {
  return amount === null ? "a small top-up" : short(amount);
}

/** What it costs: a month, a year where that is sold, and the first payment where the month is not known. */
export function costWords({ kind, picks, monthly }: Purchase, subject: string | null = null): string {
  const [pick] = picks;
  if (pick === undefined) return "";
  if (kind === "free") return "It costs nothing.";
  const model = pick.model === null ? "" : ` on ${pick.model.split(":").at(-1)}`;
  if (monthly === null) {
    const first = pick.firstPayment === null ? "" : ` First payment: ${short(pick.firstPayment)}.`;
    const why = kind === "quote" ? "No price is published." : "The cost of a month is not known yet.";
    return `${why}${first}`;
  }
  const stale = picks.some((each) => each.stale) ? " Check the price before you pay." : "";
  const what = subject === null || kind === "seats" ? model : `${model} for ${subject}`;
  return `${monthAndYear(monthly, picks.length > 1 ? null : pick.annual, what)}${stale}`;
}

/** `$1,500 a month, or $14,400 a year paid at once (saves $3,600).`: a range says what is likely. */
function monthAndYear(monthly: BandText, annual: Annual | null, model: string): string {
  const year = short(decimal(monthly.expected).times("12").toFixed(2));
  if (monthly.low !== monthly.high) {
    const [low, expected, high] = moneyColumns(monthly);
    const [, aYear] = moneyColumns(timesTwelve(monthly));
    return `About ${expected} a month${model}, from ${low} to ${high}. About ${aYear} a year.`;
  }
  const month = `${short(monthly.expected)} a month${model}`;
  if (annual === null) return `${month}, ${year} a year.`;
  return decimal(annual.saves).gt("0")
    ? `${month}, or ${short(annual.amount)} a year paid at once (saves ${short(annual.saves)}).`
    : `${month}, ${short(annual.amount)} a year.`;
}

function timesTwelve({ low, expected, high }: BandText): BandText {
  const year = (amount: string) => decimal(amount).times("12");
  return bandText({ low: year(low), expected: year(expected), high: year(high) });
}

/** The next best with its gap, without the reason: that is in the details. */
export function shortRunnerUp({ runnerUp }: Purchase): string {
  return runnerUp === null ? "" : runnerUpWords({ runnerUp: { ...runnerUp, why: "" } }).trim();
}

/** The next best, and what it costs more or less. Empty where there is none. */
export function runnerUpWords({ runnerUp }: Pick<Purchase, "runnerUp">): string {
  if (runnerUp === null) return "";
  const { gap, monthly, why } = runnerUp;
  const product = `${runnerUp.product}${runnerUp.model === null ? "" : `, ${runnerUp.model.split(":").at(-1)}`}`;
  if (gap === null) {
    const price = monthly === null ? "" : `, ${short(monthly.expected)} a month`;
    return `Runner-up: ${product}${price}. ${why}`;
  }
  const difference = decimal(gap);
  const words = difference.eq("0")
    ? "same price"
    : `${short(difference.abs().toFixed(2))} a month ${difference.gt("0") ? "more" : "less"}`;
  return `Runner-up: ${product}, ${words}. ${why}`;
}

function short(amount: string): string {
  const exact = decimal(amount);
  const words = exact.eq("0") ? "$0" : dollars(amount);
  return exact.eq(exact.round(0)) ? words.replace(/\.00$/, "") : words;
}

/** One amount of dollars as it stands in a table of prices. */
export function monthWords(monthly: BandText | null): string {
  if (monthly === null) return "not published";
  return monthly.low === monthly.high ? short(monthly.expected) : `about ${moneyColumns(monthly)[1]}`;
}
