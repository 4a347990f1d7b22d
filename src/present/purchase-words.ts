import type { Market } from "../market/market.ts";
import { modelName } from "../market/model-name.ts";
import { apiName, plainName } from "../market/plain-name.ts";
import type { Annual, Purchase } from "../purchase/purchase.ts";
import { dollars, moneyColumns } from "../quantity/amounts.ts";
import { type BandText, bandText } from "../quantity/band.ts";
import { decimal, formatAmount } from "../quantity/money.ts";
import { markedOwn, ownFigure } from "../screen/source-words.ts";
import { cardMessages as words } from "./card-messages.ts";

/** What each budget pays for. */
export const budgetWords: Record<Purchase["budget"], string> = { people: "People", program: "Program" };

/** What to do, as an instruction: the name of a card and the first line of an answer. */
export function purchaseTitle(purchases: readonly Purchase[], market: Market): string {
  const [first, ...others] = purchases;
  if (first === undefined) return "Nothing to buy yet";
  if (others.length === 0) return headline(first, market);
  return `Two budgets: ${purchases.map((each) => subjectOf(each, market)).join(" and ")}`;
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
      return `Buy ${products}${count === "1" ? "" : `, ${count} a month`}`;
    case "pay_as_you_go":
      return `Use the ${apiName(pick.row, market)}${isPrepaid(pick.row, market) ? " with prepaid credit" : ", pay per use"}`;
    case "quote":
      return pick.monthly === null ? `Ask for a quote: ${products}` : `Check the quote for ${products}`;
    case "none":
      return "Nothing to buy yet";
  }
}

/** What a budget is for, in a few words: the headline of each says the rest. */
function subjectOf({ kind, picks }: Purchase, market: Market): string {
  const [pick] = picks;
  if (pick === undefined) return "nothing to buy yet";
  if (kind === "seats") return `${formatAmount(decimal(pick.quantity.count))} seats`;
  return kind === "pay_as_you_go" || pick.quantity.of === "balance" ? apiName(pick.row, market) : pick.product;
}

/** An API that is paid from a balance which somebody fills beforehand, and not by a bill afterwards. */
function isPrepaid(row: string, market: Market): boolean {
  const found = market.row(row);
  return found !== undefined && found.topUp.ways.length > 0 && found.atZero.answer !== "overage";
}

function firstPayment(amount: string | null): string {
  return amount === null ? "a small top-up" : short(amount);
}

/** What it costs: a month, a year where there is one budget, and the first payment where the month is not known. */
export function costWords(purchase: Purchase, subject: string | null = null, several = false): string {
  const { kind, picks, monthly } = purchase;
  const [pick] = picks;
  if (pick === undefined) return "";
  if (kind === "free") return "It costs nothing.";
  const model = pick.model === null ? "" : ` on ${modelName(pick.model)}`;
  if (monthly === null) {
    const paid = kind === "top_up" && pick.quantity.of === "balance";
    const first = pick.firstPayment === null || paid ? "" : ` First payment: ${short(pick.firstPayment)}.`;
    if (kind === "quote") return "No price is published.";
    const why =
      pick.quantity.of === "balance" || kind === "pay_as_you_go" ? byWork : "The cost of a month is not known yet.";
    return `${why}${first}`;
  }
  const stale = picks.some((each) => each.stale) ? " Check the price before you pay." : "";
  const own = picks.some((each) => each.own) ? ` (${ownFigure})` : "";
  const covered = subject !== null && kind !== "seats" && !isUncertain(purchase);
  const what = `${covered ? `${model} for ${subject}` : model}${own}`;
  const parts = [
    monthAndYear(monthly, picks.length > 1 ? null : pick.annual, what, several),
    ...(pick.beyond === undefined ? [] : [words.beyond(short(pick.beyond))]),
    ...(subject !== null && isUncertain(purchase) ? [words.uncertain(subject)] : []),
  ];
  return `${parts.join(" ")}${stale}`;
}

/** Whether no page says how much of the work a plan with a flat price covers: then its price is not the price of the work. */
function isUncertain({ picks, candidates }: Purchase): boolean {
  const [pick] = picks;
  const found = candidates.find(({ row, model }) => row === pick?.row && model === pick.model);
  return found?.covers === "unknown" && found.perAccepted === null && found.model === null;
}

const byWork = "The monthly cost depends on the amount of work.";

/** `$1,500 a month, or $14,400 a year paid at once (saves $3,600).`: a range says what is likely. */
function monthAndYear(monthly: BandText, annual: Annual | null, model: string, monthOnly: boolean): string {
  const year = short(decimal(monthly.expected).times("12").toFixed(2));
  if (monthly.low !== monthly.high) {
    const [low, expected, high] = moneyColumns(monthly);
    const [, aYear] = moneyColumns(timesTwelve(monthly));
    const month = `About ${expected} a month${model}, from ${low} to ${high}.`;
    return monthOnly ? month : `${month} About ${aYear} a year.`;
  }
  const month = `${short(monthly.expected)} a month${model}`;
  if (monthOnly) return `${month}.`;
  if (annual === null) return `${month}, ${year} a year.`;
  return decimal(annual.saves).gt("0")
    ? `${month}, or ${short(annual.amount)} a year paid at once (saves ${short(annual.saves)}).`
    : `${month}, ${short(annual.amount)} a year.`;
}

function timesTwelve({ low, expected, high }: BandText): BandText {
  const year = (amount: string) => decimal(amount).times("12");
  return bandText({ low: year(low), expected: year(expected), high: year(high) });
}

/** The next best with its gap; the reason, where it costs more, is in the details. */
export function shortRunnerUp({ runnerUp, picks, monthly }: Purchase, market: Market): string {
  if (runnerUp === null) return "";
  const year = picks[0]?.annual?.amount ?? (monthly === null ? null : decimal(monthly.expected).times("12"));
  const cheaperYear = runnerUp.year !== undefined && year !== null && decimal(runnerUp.year).lt(year);
  const row = market.row(runnerUp.row);
  const product = row === undefined ? runnerUp.product : plainName(row, market);
  // What costs less and was not picked needs its reason.
  const cheaper = runnerUp.gap !== null && decimal(runnerUp.gap).lt("0");
  return runnerUpWords({ runnerUp: { ...runnerUp, product, why: cheaper ? runnerUp.why : "" } }, cheaperYear).trim();
}

/** The next best, and what it costs more or less; with `tellsYear` what it costs when a year is paid. Empty where there is none. */
export function runnerUpWords({ runnerUp }: Pick<Purchase, "runnerUp">, tellsYear = false): string {
  if (runnerUp === null) return "";
  const { gap, monthly, why } = runnerUp;
  const named = `${runnerUp.product}${runnerUp.model === null ? "" : `, ${modelName(runnerUp.model)}`}`;
  const product = markedOwn(named, runnerUp.own === true);
  if (gap === null) {
    const price = monthly === null ? "" : `, ${short(monthly.expected)} a month`;
    return `Runner-up: ${product}${price}. ${why}`;
  }
  const difference = decimal(gap);
  const far = difference.eq("0")
    ? "same price"
    : `${short(difference.abs().toFixed(2))} a month ${difference.gt("0") ? "more" : "less"}`;
  const year = tellsYear && runnerUp.year !== undefined ? words.yearly(short(runnerUp.year)) : "";
  return `Runner-up: ${product}, ${far}${year}. ${why}`;
}

function short(amount: string): string {
  const exact = decimal(amount);
  const words = exact.eq("0") ? "$0" : dollars((exact.gte("1000") ? exact.round(0) : exact).toFixed());
  return exact.gte("1000") || exact.eq(exact.round(0)) ? words.replace(/\.00$/, "") : words;
}

/** One amount of dollars as it stands in a table of prices. */
export function monthWords(monthly: BandText | null): string {
  if (monthly === null) return "not published";
  return monthly.low === monthly.high ? short(monthly.expected) : `about ${moneyColumns(monthly)[1]}`;
}

/** What stands over the tables of a purchase. */
export const tableWords = {
  sameWork: ["Same work", "A month"],
  each: "Each",
  compared: "What was compared",
  comparedColumns: ["Product", "A month", "Does the work"],
  recommended: " (recommended)",
  notPossible: "Not possible here",
} as const;

export const coversWords: Record<Purchase["candidates"][number]["covers"], string> = {
  yes: "yes",
  no: "no",
  unknown: "not published",
};
