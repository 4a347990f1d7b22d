import { all, any, derived, eq, fact, gte, has, known, listed, not, routed, words, workload } from "../condition.ts";
import { customersUse } from "../derived.ts";
import { edgesInPlay, type Rule, rows, rule, walletsInPlay } from "../rule.ts";

const code = derived("code");
const person = derived("person");

/** Which way of paying fits, and what follows from having chosen it. */
export const routeRules: Rule[] = [
  rule("RT-01", "block", all(words("asks_price"), not(fact("route_known"))), {
    text: "Name the route first: who uses it, and through what. Until then the lowest price on a page answers nothing.",
    why: "One vendor sells the same model on several routes, each with its own price, unit and owner.",
    seeds: ["003:20", "003:24", "003:80-82"],
  }),
  rule("RT-02", "route", routed("RT-02"), {
    text: "An app subscription: it buys a person access to the vendor's product.",
    why: "A person works on the vendor's own screen, and no team, trial or top-up changes that.",
    seeds: ["000:13-14", "000:69-73", "001:18", "001:37", "003:28"],
    cites: [walletsInPlay],
  }),
  rule("RT-03", "route", routed("RT-03"), {
    text: "The API meter: a cost centre of its own, sized from the work it does.",
    why: "Code calls the model, so each call is measured and billed.",
    seeds: ["000:37-38", "000:75-79", "001:9", "001:19", "003:36"],
    cites: [walletsInPlay],
  }),
  rule("RT-04", "warn", all(code, person), {
    text: "Two routes, two budgets, two owners: one for the people on the screen, one for the code. Never add them up.",
    why: "Seats and calls are billed by different systems and drain for different reasons.",
    seeds: ["003:56", "003:70"],
  }),
  rule("RT-05", "route", routed("RT-05"), {
    text: "A team workspace: what is bought is shared ownership.",
    why: "The team needs things that only an account of the team can have.",
    seeds: ["003:54", "003:94"],
    cites: [walletsInPlay],
  }),
  rule("RT-06", "note", all(listed("team_workspace"), workload("seat_dearer_per_output")), {
    text: "Per output the workspace looks dearer. It can still be right: ownership and control are bought, not output.",
    why: "A seat price divided by outputs compares two different goods.",
    seeds: ["003:74"],
  }),
  rule("RT-07", "warn", all(listed("team_workspace"), code), {
    text: "Seats do not govern API keys: what the program spends happens outside the workspace's balance and limits.",
    why: "Workspace roles and caps apply to people who sign in.",
    seeds: ["003:56"],
  }),
  rule("RT-08", "route", routed("RT-08"), {
    text: "An enterprise contract: public prices no longer answer the risk that has to be covered.",
    why: "The organisation requires something that only a contract gives.",
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
      text: "No enterprise price without a written quote. Ask the vendor: seat fee and what it covers, how usage is billed and at which rates, minimum commitment and term, renewal and notice dates, what happens over the commitment, support and data terms. A public seat fee is shown only as a fact of the wallet, with its source.",
      why: "A guessed contract price would be taken for an offer.",
      seeds: ["003:64"],
    },
  ),
  rule("RT-10", "note", listed("enterprise_contract"), {
    text: "Seat fee and usage are two lines of the contract; usage may be billed at the public API rates on top of the seats.",
    why: "A contract that is read as one number hides the part that grows.",
    seeds: ["003:54", "003:60-62"],
    cites: [rows("anthropic-enterprise")],
    corrects: ["S-23"],
  }),
  rule("RT-11", "route", routed("RT-11"), {
    text: "A usage package: prepaid units that go down by model, resolution and length.",
    why: "The volume is steady and past the trial, and a chosen vendor sells such packages.",
    seeds: ["003:38", "003:46"],
    cites: [walletsInPlay],
  }),
  rule("RT-12", "route", routed("RT-12"), {
    text: "Prepaid credits: a bounded balance, and the balance is the ceiling.",
    why: "Either a trial is topped up by hand, or a person has used up the plan and buys more.",
    seeds: ["002:33", "003:44", "004:3"],
    cites: [walletsInPlay],
  }),
  rule("RT-13", "route", routed("RT-13"), {
    text: "Stay free: nothing has to be bought yet. What would change it: daily work, or a limit that keeps being hit.",
    why: "A trial that fits into the free allowance needs no plan.",
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
      text: "An app offers only the settings its maker ships; the API is where the program controls them. Which of them a model accepts differs by model: check the ones you need.",
      why: "The controls you named belong to the API.",
      seeds: ["001:11-12", "001:22", "001:28", "000:28-29"],
      corrects: ["S-14", "S-15"],
    },
  ),
  rule("RT-15", "warn", all(code, eq("builder", "no")), {
    text: "Somebody must build this and watch what it costs. Name one, or start with the app.",
    why: "An integration without a keeper breaks or bills unnoticed.",
    seeds: ["000:51"],
  }),
  rule("RT-16", "note", workload("high_volume"), {
    text: "High volume belongs on the API, which has limits of its own. It is never a way around the caps of a consumer plan.",
    why: "API limits differ from app limits; they do not vanish.",
    seeds: ["001:46"],
    corrects: ["S-13"],
  }),
  rule("RT-17", "block", customersUse, {
    text: "A person's plan is the wrong purchase for what customers get. Treat the work as code: the questions for code are open now.",
    why: "Consumer terms cover one person's own use, not a service to others.",
    seeds: ["003:32", "000:28-29", "000:62"],
    corrects: ["S-07", "S-11"],
  }),
  rule("RT-18", "note", workload("under_a_dollar"), {
    text: "This costs less than a dollar a month on the meter: no plan is needed for it.",
    why: "Light programmatic use is billed in cents.",
    seeds: ["001:16", "001:38"],
    corrects: ["S-10"],
  }),
  rule("RT-19", "note", any(gte("output", 2), derived("media")), {
    text: "Each kind of output has a meter of its own: plan a line for each.",
    why: "Text, images, video, voice and music are priced in different units.",
    seeds: ["002:4", "002:42", "003:24"],
    corrects: ["S-06", "S-16"],
  }),
  rule("RT-20", "note", fact("pair_connected"), {
    text: "An official page connects these balances: {connected}",
    why: "Only for this pair, and only while the reading is fresh, the two are not kept apart.",
    seeds: ["003:32", "003:48", "003:74", "003:86"],
    cites: [edgesInPlay],
  }),
];
