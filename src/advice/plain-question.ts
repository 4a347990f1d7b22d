import type { Catalogue, Row } from "#pricing";
import type { WordSign } from "../checklist/ids.ts";
import { placeWords } from "./messages.ts";

/** What typed or pasted words ask for, which vendors they name, and which wallets a bare unit word in them may mean. */
export type PlainQuestion = { signs: Set<WordSign>; vendors: string[]; meant: string[] };

const unitWord = /\b(usage credits?|credits?|tokens?|compute units?|units?|points?)\b/;
const money = /[$€£]\s?\d|\b\d[\d.,]*\s?(dollars?|usd|eur|euros?|bucks)\b/;
const exchange =
  /\b(how many|how much is|convert|conversion|exchange|worth|equals?|equivalent|translate|ratio|rate between|swap)\b|=/;
const sum =
  /\b(add|sum|plus|total|together|combined?|average|mean|rank|ranking|best value|cheapest per|cheaper per|per (credit|token|unit|point)|cost per|price per)\b/;
const price = /\b(price|prices|pricing|cost|costs|how much|fee|fees|cheap|cheaper|cheapest|expensive)\b/;
const amount = /\b(how much|how many)\b.*\b(buy|need|top.?up|load|purchase|order|put)\b/;
const perThousand = /(\bper|\/|\ba)\s*(1[.,]?000|1k|thousand|k)\b/;
const cheapestPlan = /\b(cheapest|lowest|least expensive|cheap)\b.*\b(plan|plans|subscription|monthly|month|tier)\b/;
const consumerThing = /\b(plan|subscription|plus|pro|max account|chat account)\b/;
const productionUse = /\b(production|backend|our app|our product|customers?|website|pipeline|integration|automation)\b/;
const pack = /\b(credit pack|pack of credits|credits?)\b.*\b(team|workspace|colleagues)\b/;

/** At most so much is looked at: a question is short, and a long paste must not cost time. */
const mostLetters = 2_000;

/**
 * Looks for the questions that have no honest number: an exchange rate, a sum over unlike wallets, a unit without a
 * wallet. Words decide only which rules speak; no figure is ever taken from them.
 */
export function readPlainQuestion(text: string, catalogue: Catalogue): PlainQuestion {
  const said = ` ${text.slice(0, mostLetters).toLowerCase().replace(/\s+/g, " ")} `;
  const vendors = catalogue.vendors
    .filter((vendor) => vendor.words.some((word) => says(said, word)))
    .map((vendor) => vendor.id);
  const namesUnit = unitWord.test(said);
  const meant = namesUnit ? walletsMeant(said, vendors, catalogue) : [];
  const unlike = vendors.length > 1 || (namesUnit && money.test(said));
  const signs = new Set<WordSign>();
  if (namesUnit && meant.length !== 1) signs.add("bare_unit_word");
  if (namesUnit && unlike && exchange.test(said)) signs.add("asks_exchange_rate");
  if (vendors.length > 1 && sum.test(said)) signs.add("asks_sum_of_unlike");
  if (price.test(said)) signs.add("asks_price");
  if (amount.test(said)) signs.add("asks_how_much");
  if (perThousand.test(said)) signs.add("price_per_thousand");
  if (cheapestPlan.test(said)) signs.add("asks_cheapest_plan");
  if ((consumerThing.test(said) && productionUse.test(said)) || pack.test(said)) signs.add("wrong_tool");
  return { signs, vendors, meant };
}

function says(said: string, word: string): boolean {
  const at = said.indexOf(word);
  if (at < 0) return false;
  return !isLetter(said[at - 1]) && !isLetter(said[at + word.length]);
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** The wallets of the named vendors, or of all vendors, whose unit goes by the word that was used. */
function walletsMeant(said: string, vendors: readonly string[], catalogue: Catalogue): string[] {
  const stem = (unitWord.exec(said)?.[1] ?? "").replace(/s$/, "").split(" ").at(-1) ?? "";
  const inScope = (row: Row) =>
    (vendors.length === 0 || vendors.includes(row.vendor)) && row.kind !== "tier" && row.status === "active";
  const named = catalogue.rows.filter((row) => inScope(row) && goesBy(row, stem));
  const shown = named.length > 0 ? named : vendors.length > 0 ? catalogue.rows.filter(inScope) : [];
  return [...new Set(shown.map((row) => `${row.unitName} (${familyOf(row, catalogue)})`))];
}

function goesBy(row: Row, stem: string): boolean {
  return (
    row.unitName.toLowerCase().includes(stem) ||
    row.product.toLowerCase().includes(stem) ||
    row.unit?.includes(stem) === true
  );
}

/** Where a wallet lives: enough to tell an app's credits from an API's, without one line for each plan. */
function familyOf(row: Row, catalogue: Catalogue): string {
  const vendor = catalogue.vendors.find((each) => each.id === row.vendor)?.name ?? row.vendor;
  return `${vendor} ${placeWords[row.route]}`;
}
