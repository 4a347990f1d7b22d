import type { PlainDate } from "#pricing";
import type { Answers } from "../checklist/answers.ts";
import { withNames } from "../checklist/person.ts";
import { dayWords } from "../market/days.ts";
import type { Market } from "../market/market.ts";
import { apiName } from "../market/plain-name.ts";
import type { Purchase } from "../purchase/purchase.ts";
import type { Recommendation } from "../purchase/recommend.ts";
import { decimal, formatAmount } from "../quantity/money.ts";
import { shortened } from "../screen/fit.ts";
import { decisionMessages as words } from "./decision-messages.ts";
import { routeWords } from "./labels.ts";
import { monthWords } from "./purchase-words.ts";
import { subjectWords } from "./work-words.ts";

/**
 * What a decision is called and what a list says of it. All of it is words for people; empty where nothing is known. `name`
 * can be changed by its author, the rest is as it was decided.
 */
export type Summary = { name: string; money: string; owner: string; vendor: string };

/** What a name of a decision may have, in characters. */
export const longestName = 80;

/** What a decision is called, from its recommendation and the answers behind it. Pure. */
export function summaryOf({ routes, purchases }: Recommendation, answers: Answers, market: Market): Summary {
  const bought = purchases.filter(({ picks }) => picks.length > 0);
  const subject = subjectWords(answers.workload);
  const [first = "", ...others] = bought.map((each, at) => {
    // Of two budgets, the work is what the program does.
    const works = bought.length === 1 || each.budget === "program";
    const bare = thing(each, market, at > 0);
    return subject === null || !works || each.kind === "seats" ? bare : words.thingFor(bare, subject);
  });
  const name = first === "" ? nameOfRoutes(routes) : [first, ...others].join(words.and);
  const vendors = bought.flatMap(({ picks }) => picks.flatMap(({ row }) => market.row(row)?.vendor ?? []));
  return {
    name: shortened(name, longestName),
    money: moneyOf(bought),
    // As it was answered: whoever is forgotten is taken out by their id.
    owner: ownerOf(answers.owner),
    vendor: shortened([...new Set(vendors)].map((id) => market.vendorName(id)).join(words.and), longestName),
  };
}

/** `OpenAI API for 5,500 conversations, about $13 a month, Ben, 21 Nov 2026`. */
export function nameWithFacts({ name, money, owner }: Summary, day: PlainDate): string {
  return [name, money, ownerName(owner), dayWords(day)].filter((part) => part !== "").join(", ");
}

/** What a decision is called of which only its routes are known. */
export function nameOfRoutes(routes: readonly Pick<Recommendation["routes"][number], "route">[]): string {
  const [first, ...others] = routes;
  if (first === undefined) return words.noRoute;
  return [first, ...others].map(({ route }) => routeWords[route].name).join(words.and);
}

/** What is bought, without the verb. `behind`: something else stands before it. */
function thing({ kind, picks }: Purchase, market: Market, behind: boolean): string {
  const [pick] = picks;
  if (pick === undefined) return "";
  const products = picks.map(({ product }) => product).join(words.and);
  const count = formatAmount(decimal(pick.quantity.count));
  const several = decimal(pick.quantity.count).gt("1");
  switch (kind) {
    case "free":
    case "none":
      return products;
    case "subscribe":
      return several ? words.forPeople(products, count) : products;
    case "seats":
      return words.seats(products, count);
    case "top_up":
      return pick.quantity.of === "balance" ? words.credit(apiName(pick.row, market)) : words.extra(products);
    case "package":
      return several ? `${count} ${products}` : products;
    case "pay_as_you_go":
      return apiName(pick.row, market);
    case "quote":
      return behind ? words.andQuote(products) : words.quote(products);
  }
}

/** The money a month. Two budgets are never one sum; what nobody published is left out. */
function moneyOf(purchases: readonly Purchase[]): string {
  const amounts = purchases.flatMap(({ budget, kind, monthly }) => {
    if (monthly === null && kind !== "free") return [];
    const money = kind === "free" ? words.free : words.aMonth(monthWords(monthly));
    return [purchases.length > 1 ? words.ofBudget[budget](money) : money];
  });
  return amounts.join(words.and);
}

function ownerOf(owner: Answers["owner"]): string {
  if (owner === undefined || owner === "unknown") return "";
  if (typeof owner === "string") return owner.trim();
  const names = [owner.seats, owner.api].filter((each) => each !== undefined && each !== "unknown");
  return [...new Set(names)].join(words.and);
}

/** The owner by name, at a length that a list holds. */
export function ownerName(owner: string): string {
  return shortened(withNames(owner), longestName);
}
