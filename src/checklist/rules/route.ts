import { all, any, derived, eq, fact, gte, has, known, listed, not, routed, words, workload } from "../condition.ts";
import { customersUse } from "../derived.ts";
import { edgesInPlay, type Rule, rows, rule, walletsInPlay } from "../rule.ts";

const code = derived("code");
const person = derived("person");

/** Which way of paying fits, and what follows from having chosen it. */
export const routeRules: Rule[] = [
  rule("RT-01", "block", all(words("asks_price"), not(fact("route_known"))), {
    title: "Say who will use it",
    text: "The same model has different prices in an app and through an API. Say who or what will use it.",
    why: "The lowest price on a page may be for something else.",
    seeds: ["003:20", "003:24", "003:80-82"],
  }),
  rule("RT-02", "route", routed("RT-02"), {
    title: "Buy an app subscription",
    text: "It gives a person access to the vendor's app, with usage limits that reset.",
    why: "People work in the app, and no team, trial or top-up changes that.",
    seeds: ["000:13-14", "000:69-73", "001:18", "001:37", "003:28"],
    cites: [walletsInPlay],
  }),
  rule("RT-03", "route", routed("RT-03"), {
    title: "Pay for the API per use",
    text: "Each call is measured and billed, so budget it from the work it does.",
    why: "Your software makes the calls.",
    seeds: ["000:37-38", "000:75-79", "001:9", "001:19", "003:36"],
    cites: [walletsInPlay],
  }),
  rule("RT-04", "warn", all(code, person), {
    title: "Keep two budgets",
    text: "Seats and API calls are billed separately. Give each its own owner.",
    why: "They are billed by different systems and grow for different reasons.",
    seeds: ["003:56", "003:70"],
  }),
  rule("RT-05", "route", routed("RT-05"), {
    title: "Buy a team workspace",
    text: "The team then owns the account, the work and the billing together.",
    why: "Personal accounts cannot share ownership.",
    seeds: ["003:54", "003:94"],
    cites: [walletsInPlay],
  }),
  rule("RT-06", "note", all(listed("team_workspace"), workload("seat_dearer_per_output")), {
    title: "Look beyond the price per result",
    text: "The workspace costs more per result because it also buys ownership and control.",
    why: "A seat price divided by results compares two different things.",
    seeds: ["003:74"],
  }),
  rule("RT-07", "warn", all(listed("team_workspace"), code), {
    title: "Limit API spending separately",
    text: "Seat roles and limits do not apply to API keys. Set limits in the API console too.",
    why: "Workspace limits apply only to people who sign in.",
    seeds: ["003:56"],
  }),
  rule("RT-08", "route", routed("RT-08"), {
    title: "Ask for an enterprise contract",
    text: "You need terms that public plans do not include.",
    why: "Only a contract covers these requirements.",
    seeds: ["003:60", "003:64", "003:98"],
    cites: [walletsInPlay],
  }),
  rule(
    "RT-09",
    "refuse",
    all(
      derived("any_enterprise_need"),
      // "No quote" and "don't know" are one: neither is a figure to reckon with.
      any(eq("quote", "none"), not(known("quote"))),
    ),
    {
      title: "Get a written quote first",
      text: "Enterprise prices are not public, so none is shown. Ask for seat fee, usage rates, overage, minimum commitment, term, renewal, support and data terms.",
      why: "A guessed contract price could be mistaken for an offer.",
      seeds: ["003:64"],
    },
  ),
  rule("RT-10", "note", listed("enterprise_contract"), {
    title: "Budget seats and usage separately",
    text: "Enterprise usage may be billed at API rates on top of the seat fee.",
    why: "Usage is the part that grows.",
    seeds: ["003:54", "003:60-62"],
    cites: [rows("anthropic-enterprise")],
    corrects: ["S-23"],
  }),
  rule("RT-11", "route", routed("RT-11"), {
    title: "Buy a usage package",
    text: "You prepay for units, which are used up by model, resolution and length.",
    why: "The volume is steady, and a chosen vendor sells packages.",
    seeds: ["003:38", "003:46"],
    cites: [walletsInPlay],
  }),
  rule("RT-12", "route", routed("RT-12"), {
    title: "Buy prepaid credits",
    text: "The balance you buy is also your spending limit.",
    why: "A fixed balance suits a trial, or extra use beyond a plan.",
    seeds: ["002:33", "003:44", "004:3"],
    cites: [walletsInPlay],
  }),
  rule("RT-13", "route", routed("RT-13"), {
    title: "Stay on a free plan",
    text: "A free plan covers this. Pay when people use it daily or often reach its limit.",
    why: "A trial fits within the free limits.",
    seeds: ["003:7", "002:13"],
    cites: [walletsInPlay],
  }),
  rule(
    "RT-14",
    "note",
    all(
      code,
      has("controls", "system_prompts", "parameters", "structured_output", "fine_tuning", "agents", "embedding"),
    ),
    {
      title: "Use the API for these controls",
      text: "Apps offer only the settings their vendor built in. Check that your model supports each control you need.",
      why: "The controls you chose exist only in the API.",
      seeds: ["001:11-12", "001:22", "001:28", "000:28-29"],
      corrects: ["S-14", "S-15"],
    },
  ),
  rule("RT-15", "warn", all(code, eq("builder", "no")), {
    title: "Find someone to run it",
    text: "An API needs a person to build it and watch its cost. Otherwise start with the app.",
    why: "Without an owner, an integration breaks or overspends unnoticed.",
    seeds: ["000:51"],
  }),
  rule("RT-16", "note", workload("high_volume"), {
    title: "Use the API for high volume",
    text: "App plans limit high volume. The API is built for it and has its own rate limits.",
    why: "API limits differ from app limits; they still exist.",
    seeds: ["001:46"],
    corrects: ["S-13"],
  }),
  rule("RT-17", "block", customersUse, {
    title: "Use the API for customers",
    text: "A personal plan does not cover work for customers. Run it in your own software, through the API.",
    why: "Consumer terms cover your own use, not a service to others.",
    seeds: ["003:32", "000:28-29", "000:62"],
    corrects: ["S-07", "S-11"],
  }),
  rule("RT-18", "note", workload("under_a_dollar"), {
    title: "Skip the plan",
    text: "This work costs less than a dollar a month through the API.",
    why: "Light use through the API costs cents.",
    seeds: ["001:16", "001:38"],
    corrects: ["S-10"],
  }),
  rule("RT-19", "note", any(gte("output", 2), derived("media")), {
    title: "Budget each kind of output",
    text: "Text, images, video, voice and music are billed in different units.",
    why: "One price does not fit all of them.",
    seeds: ["002:4", "002:42", "003:24"],
    corrects: ["S-06", "S-16"],
  }),
  rule("RT-20", "note", fact("pair_connected"), {
    title: "These balances are connected",
    text: "An official page says so: {connected}",
    why: "It holds for this pair only, while the page is recent.",
    seeds: ["003:32", "003:48", "003:74", "003:86"],
    cites: [edgesInPlay],
  }),
];
