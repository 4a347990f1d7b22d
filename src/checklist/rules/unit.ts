import { any, derived, fact, known, words, workload } from "../condition.ts";
import { type Rule, rule, walletsInPlay } from "../rule.ts";

/** What may be counted, added and compared. */
export const unitRules: Rule[] = [
  rule("UN-01", "note", fact("route_known"), {
    text: "What drains here: {units}.",
    why: "The unit comes before any estimate.",
    seeds: ["003:68"],
    cites: [walletsInPlay],
  }),
  rule("UN-02", "refuse", any(fact("wallets_apart"), words("asks_sum_of_unlike")), {
    text: "No sum, mean or ranking over these wallets: {wallets}. Way out: price the same piece of work on each of them, inside its own route (UN-04).",
    why: "Unlike units have no common measure; a cost per credit across vendors says nothing.",
    seeds: ["003:74"],
    cites: [walletsInPlay],
  }),
  rule("UN-03", "refuse", words("asks_exchange_rate"), {
    text: "There is no exchange rate between {wallets}. Way out: take one piece of work, and price it on each route (UN-04).",
    why: "Vendors' units are bookkeeping of their own; nobody changes one into the other.",
    seeds: ["003:44", "003:88-90"],
  }),
  rule("UN-04", "note", fact("two_vendors"), {
    text: "Compare only one and the same piece of work, on the exact route of each vendor: same length, resolution, audio and share of rejects.",
    why: "That is the one comparison that needs no exchange rate.",
    seeds: ["003:48", "003:90"],
  }),
  rule("UN-05", "note", workload("tokens"), {
    text: "Input and output tokens are two lines with two prices.",
    why: "One price for both hides the dearer half.",
    seeds: ["001:16", "002:40", "004:3", "004:7", "004:24"],
    corrects: ["S-05", "S-10"],
  }),
  rule("UN-06", "note", workload("only_text_length"), {
    text: "About four characters of English make a token: a rough start. Other languages and program code need a wider band.",
    why: "Only a tokenizer counts tokens.",
    seeds: ["001:16"],
  }),
  rule("UN-07", "note", words("price_per_thousand"), {
    text: "A price per thousand tokens is a thousandth of the price per million: both are shown, so that nobody is off by a thousand.",
    why: "Old lists quote per thousand, present ones per million.",
    seeds: ["000:43", "001:9"],
    corrects: ["S-04", "S-05"],
  }),
  rule("UN-08", "block", fact("unit_unknown"), {
    text: "No estimate until the unit is known: {unknown_units}. Ask the vendor what exactly is taken from the balance, and how much of it for one job.",
    why: "Without the unit a price has nothing to multiply.",
    seeds: ["003:68", "003:102"],
  }),
  rule("UN-09", "note", derived("media"), {
    text: "A unit price of images, video or sound holds only for one model, resolution, length, audio setting and queue.",
    why: "Each of them changes the rate.",
    seeds: ["003:46-48"],
  }),
  rule("UN-10", "note", known("seats"), {
    text: "A seat is access and billing, a credit is consumption: one is never converted into the other.",
    why: "Twenty seats say nothing about how much can be made.",
    seeds: ["003:52", "003:94"],
  }),
  rule("UN-11", "warn", words("asks_cheapest_plan"), {
    text: "The lowest visible monthly price is no comparison: it may be another route, another unit, or a first month.",
    why: "What is cheap on the wrong route is dear.",
    seeds: ["003:24", "003:82"],
  }),
  rule("UN-12", "warn", words("wrong_tool"), {
    text: "Wrong tool for the job: a cheap app plan is no production budget, and a pack of credits without permissions is no team workspace.",
    why: "Each buys something else than what is needed.",
    seeds: ["003:74"],
  }),
];
