import { all, derived, eq, fact, known, not, onlyExplained, words, workload } from "../condition.ts";
import { officialOf, type Rule, rows, rule } from "../rule.ts";

const code = derived("code");

/** How the money gets in, and what stops it going out. */
export const fundingRules: Rule[] = [
  rule("FD-01", "note", eq("stage", "trying"), {
    title: "Start with a small top-up",
    text: "Add credit by hand, so the balance limits your spending.",
    why: "A trial needs little credit.",
    seeds: ["002:33", "004:3", "004:8", "004:24"],
  }),
  rule("FD-02", "note", eq("stage", "production"), {
    title: "Set up capped auto top-up",
    text: "Choose a threshold, an amount and a cap. Send alerts to a named person.",
    why: "Top-ups by hand get missed.",
    seeds: ["002:34"],
  }),
  rule("FD-03", "warn", eq("reload_cap", "none"), {
    title: "Cap auto top-up",
    text: "Without a cap, credit can be bought again and again. A spending limit may not stop that.",
    why: "A bug in your software could spend all that your card allows.",
    seeds: ["002:34"],
  }),
  rule("FD-04", "note", known("shape"), {
    title: "Match top-ups to usage",
    text: "For steady use, buy only what you use before it expires. For spikes, top up earlier.",
    why: "The usage pattern decides how costly an empty balance is.",
    seeds: ["002:35"],
  }),
  rule("FD-05", "note", code, {
    title: "Start small, then measure",
    text: "A week of real calls tells you more than any estimate.",
    why: "Prompts and answers are longer than people expect.",
    seeds: ["004:3", "004:8", "004:24"],
  }),
  rule("FD-06", "warn", eq("cap", "none", "alerts_only"), {
    title: "Set a hard spending limit",
    text: "Alerts do not stop spending. Turn on the hard limit, or use prepaid credit without auto top-up.",
    why: "Hard limits exist, at OpenAI too, and are off until you turn them on.",
    seeds: ["002:47", "004:3", "004:13"],
    cites: [rows("openai-api-prepaid"), officialOf("alert-taken-for-stop")],
    corrects: ["S-18"],
  }),
  rule("FD-07", "note", eq("payment", "invoice_only"), {
    title: "Ask the vendor about invoicing",
    text: "Vendors offer invoices to established accounts or with an enterprise contract.",
    why: "New accounts usually prepay.",
    seeds: ["002:20", "003:64"],
  }),
  rule("FD-08", "warn", eq("payment", "no_foreign_card"), {
    title: "Find another way to pay",
    text: "Ask the vendor about other payment methods, invoices or a cloud marketplace.",
    more: [
      {
        if: eq("country_supported", "no"),
        text: "The vendor does not support your country, so we cannot recommend its products.",
      },
      {
        if: eq("country_supported", "yes"),
        text: "Some sellers claim to top up your own account in local currency, with refunds. The vendor does not back this.",
      },
    ],
    why: "A product you cannot pay for is no option. We recommend no seller of top-ups.",
    seeds: ["004:2", "004:12", "004:21-22"],
    corrects: ["S-29"],
    conflictOfInterest: "The claim about top-ups comes from people who sell them.",
  }),
  rule("FD-09", "warn", eq("owner_kind", "reseller"), {
    title: "Get the reseller's terms in writing",
    text: "Keep the account, password and key yourself. Get the exchange rate and refunds for failed top-ups in writing.",
    why: "The vendor does not stand behind a reseller's promise.",
    seeds: ["004:14-17", "004:22"],
    corrects: ["S-29"],
    conflictOfInterest: "These conditions were first listed by a seller of top-ups.",
  }),
  rule("FD-10", "note", onlyExplained, {
    title: "Check the top-up limits",
    text: "Top-ups have a minimum and a maximum, and you can use them at once.",
    why: "The minimum is what a trial costs.",
    seeds: ["002:18", "002:21"],
    cites: [rows("openai-api-prepaid")],
  }),
  rule("FD-11", "note", all(code, fact("plan_chosen")), {
    title: "Add a card for the API",
    text: "The API bills separately from the plan and needs its own payment method.",
    why: "They are two billing systems.",
    seeds: ["001:42"],
  }),
  rule("FD-12", "note", onlyExplained, {
    title: "Expect low limits at first",
    text: "Rate limits rise with how much you have paid and for how long. You cannot choose them.",
    why: "A new account is limited even if it would pay more.",
    seeds: ["002:22-30"],
    cites: [rows("openai-api-tiers", "anthropic-api-tiers")],
    corrects: ["S-19"],
  }),
  rule("FD-13", "block", all(words("asks_how_much"), not(workload("given"))), {
    title: "Describe the work first",
    text: "How much to buy depends on how much work there is.",
    why: "A prototype and a nightly batch can differ by a factor of 1,000.",
    seeds: ["002:49-50"],
  }),
];
