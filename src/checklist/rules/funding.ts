import { all, derived, eq, fact, known, not, onlyExplained, words, workload } from "../condition.ts";
import { type Rule, rows, rule } from "../rule.ts";

const code = derived("code");

/** How the money gets in, and what stops it going out. */
export const fundingRules: Rule[] = [
  rule("FD-01", "note", eq("stage", "trying"), {
    text: "For a trial: one small top-up by hand.",
    why: "The balance itself is then the limit.",
    seeds: ["002:33", "004:3", "004:8", "004:24"],
  }),
  rule("FD-02", "note", eq("stage", "production"), {
    text: "For production: auto-recharge with a threshold, an amount and a ceiling, and somebody who gets the alert.",
    why: "By hand, a holiday empties the balance.",
    seeds: ["002:34"],
  }),
  rule("FD-03", "warn", eq("funding", "auto_uncapped"), {
    text: "Recharging without a ceiling removes the only hard stop there is.",
    why: "A loop in the program then spends what the card holds.",
    seeds: ["002:34"],
  }),
  rule("FD-04", "note", known("shape"), {
    text: "Steady use: a larger top-up, as long as it is used up before it expires. Spiky use: recharge earlier, and keep the ceiling.",
    why: "The shape decides what an empty balance costs.",
    seeds: ["002:35"],
  }),
  rule("FD-05", "note", code, {
    text: "Start small, then measure: a week of real calls is worth more than any estimate.",
    why: "Prompts, histories and answers are longer than people think.",
    seeds: ["004:3", "004:8", "004:24"],
  }),
  rule("FD-06", "warn", eq("cap", "none", "alerts_only"), {
    text: "Set a limit and alerts, and find out what the limit does: does it stop, or only tell? A monthly budget at OpenAI was last reported as an alert. The sure stop is a prepaid balance with recharging off, or a ceiling on recharging.",
    why: "An alert spends on until somebody reads it.",
    seeds: ["002:47", "004:3", "004:13"],
    cites: [rows("openai-api-prepaid")],
    corrects: ["S-18"],
  }),
  rule("FD-07", "note", eq("payment", "invoice_only"), {
    text: "Invoices come with a usage tier that the vendor grants, or with an enterprise contract.",
    why: "New self-serve accounts are prepaid.",
    seeds: ["002:20", "003:64"],
  }),
  rule("FD-08", "warn", eq("payment", "no_foreign_card"), {
    text: "Without a card that works abroad, look at the vendor's other ways to pay, an invoice, or the marketplace of a cloud you already pay.",
    more: [
      {
        if: eq("country_supported", "no"),
        text: "Your country is not on the vendor's list: there is no route to recommend.",
      },
      {
        if: eq("country_supported", "yes"),
        text: "A seller of top-ups claims to add credit to your own account in local currency, at the exchange rate and refundable; the vendor's own credit is not refundable. If you consider it, all conditions of FD-09 must hold.",
      },
    ],
    why: "A route that cannot be paid is no route; and no seller is recommended here.",
    seeds: ["004:2", "004:12", "004:21-22"],
    corrects: ["S-29"],
    conflictOfInterest: "The claim about top-up agents comes from one who sells them.",
  }),
  rule("FD-09", "warn", eq("owner_kind", "reseller"), {
    text: "All of these must hold, in writing: the account is your own, no password is given, the key stays with you, the exchange rate is shown, and a failed top-up is refunded.",
    why: "A refund promised by an agent is the agent's promise, not the vendor's.",
    seeds: ["004:14-17", "004:22"],
    corrects: ["S-29"],
    conflictOfInterest: "These conditions were first listed by a seller of top-ups.",
  }),
  rule("FD-10", "note", onlyExplained, {
    text: "Top-ups have a smallest and a largest amount, and can be used at once.",
    why: "The smallest purchase is what a trial costs.",
    seeds: ["002:18", "002:21"],
    cites: [rows("openai-api-prepaid")],
  }),
  rule("FD-11", "note", all(code, fact("plan_chosen")), {
    text: "The API wants a card of its own on file, whatever the plan is paid with.",
    why: "Two billing systems, two payment methods.",
    seeds: ["001:42"],
  }),
  rule("FD-12", "note", onlyExplained, {
    text: "Usage tiers rise with what was paid and how long ago. They cannot be chosen, and their numbers move.",
    why: "A new account may be limited however much it is willing to pay.",
    seeds: ["002:22-30"],
    cites: [rows("openai-api-tiers", "anthropic-api-tiers")],
    corrects: ["S-19"],
  }),
  rule("FD-13", "block", all(words("asks_how_much"), not(workload("given"))), {
    text: "How much to buy depends on what is built: describe the work, then there is a figure.",
    why: "A prototype and a nightly batch differ by a thousand.",
    seeds: ["002:49-50"],
  }),
];
