import { any, derived, fact, known, words, workload } from "../condition.ts";
import { type Rule, rule, walletsInPlay } from "../rule.ts";

/** What may be counted, added and compared. */
export const unitRules: Rule[] = [
  rule("UN-01", "note", fact("route_known"), {
    title: "Know what you pay in",
    text: "The billing unit is: {units}.",
    why: "A cost estimate needs the unit first.",
    seeds: ["003:68"],
    cites: [walletsInPlay],
  }),
  rule("UN-02", "refuse", any(fact("wallets_apart"), words("asks_sum_of_unlike")), {
    title: "Do not compare units directly",
    text: "Units from different vendors cannot be compared: {wallets}. Compare the price of one finished result instead.",
    why: "Vendors define their units differently.",
    seeds: ["003:74"],
    cites: [walletsInPlay],
  }),
  rule("UN-03", "refuse", words("asks_exchange_rate"), {
    title: "No exchange rate exists",
    text: "Nothing converts between {wallets}. Compare the price of one finished result instead.",
    why: "Each vendor's unit is its own bookkeeping.",
    seeds: ["003:44", "003:88-90"],
  }),
  rule("UN-04", "note", fact("two_vendors"), {
    title: "Compare one finished result",
    text: "Use the same length, resolution, audio and share of rejects for each vendor.",
    why: "It is the only comparison that needs no exchange rate.",
    seeds: ["003:48", "003:90"],
  }),
  rule("UN-05", "note", workload("tokens"), {
    title: "Price input and output separately",
    text: "Input and output tokens have different prices.",
    why: "One price for both hides the more expensive half.",
    seeds: ["001:16", "002:40", "004:3", "004:7", "004:24"],
    corrects: ["S-05", "S-10"],
  }),
  rule("UN-06", "note", workload("only_text_length"), {
    title: "Treat token counts as rough",
    text: "Four characters of English make about one token. Other languages and code vary more.",
    why: "Only a tokenizer counts tokens exactly.",
    seeds: ["001:16"],
  }),
  rule("UN-07", "note", words("price_per_thousand"), {
    title: "Check the price unit",
    text: "Older lists quote per thousand tokens, current ones per million. Both are shown here.",
    why: "Mixing them up is an error by a factor of 1,000.",
    seeds: ["000:43", "001:9"],
    corrects: ["S-04", "S-05"],
  }),
  rule("UN-08", "block", fact("unit_unknown"), {
    title: "Find out the unit",
    text: "No estimate is possible for {unknown_units}. Ask the vendor what one job takes from the balance.",
    why: "Without the unit a price has nothing to multiply.",
    seeds: ["003:68", "003:102"],
  }),
  rule("UN-09", "note", derived("media"), {
    title: "Compare media prices like for like",
    text: "A price holds only for the same model, resolution, length, audio and queue.",
    why: "Each of these changes the rate.",
    seeds: ["003:46-48"],
  }),
  rule("UN-10", "note", known("seats"), {
    title: "Do not convert seats to credits",
    text: "A seat buys access; credits buy usage.",
    why: "Twenty seats say nothing about how much people can make.",
    seeds: ["003:52", "003:94"],
  }),
  rule("UN-11", "warn", words("asks_cheapest_plan"), {
    title: "Look beyond the lowest price",
    text: "It may be for another product, another unit or only the first month.",
    why: "A low price for the wrong product is no saving.",
    seeds: ["003:24", "003:82"],
  }),
  rule("UN-12", "warn", words("wrong_tool"), {
    title: "Choose the right product",
    text: "An app plan cannot run production. A credit pack gives a team no permissions.",
    why: "Each buys something other than what you need.",
    seeds: ["003:74"],
  }),
];
