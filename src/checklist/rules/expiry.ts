import { all, any, derived, eq, fact, known, listed, not, onlyExplained, vendor, workload } from "../condition.ts";
import { type Rule, rows, rule, walletsInPlay } from "../rule.ts";

const code = derived("code");
const person = derived("person");

/** When credit expires, and what happens when it runs out. */
export const expiryRules: Rule[] = [
  rule("EX-01", "block", fact("expiry_unknown"), {
    title: "Check expiry before buying",
    text: "Ask when it expires. Until you know, buy only the smallest amount: {unknown_expiry}.",
    why: "Expired credit raises the price of what you use.",
    seeds: ["003:48", "003:102"],
    cites: [walletsInPlay],
  }),
  rule("EX-02", "note", workload("several_lots"), {
    title: "Watch each expiry date",
    text: "Credits are used in order of expiry. The estimate shows what expires unused.",
    why: "The last purchase can expire before you reach it.",
    seeds: ["003:44"],
  }),
  rule("EX-03", "note", onlyExplained, {
    title: "Do not count on trial credit",
    text: "It expires after a set period, and vendors' pages disagree on who gets it.",
    why: "Trial credit is often gone when you need it.",
    seeds: ["002:13"],
    corrects: ["S-17"],
  }),
  rule(
    "EX-04",
    "warn",
    all(code, eq("stage", "production"), any(eq("at_zero", "stops", "overage"), not(known("at_zero")))),
    {
      title: "Plan for running out",
      text: "Calls then fail, or are billed later. Set an early alert, and cap any auto top-up.",
      why: "A balance often runs out at the busiest hour.",
      seeds: ["003:40", "002:34"],
      cites: [walletsInPlay],
    },
  ),
  rule("EX-05", "note", person, {
    title: "Expect usage limits",
    text: "At the limit, people wait or get a smaller model. Vendors rarely publish the exact limit.",
    why: "Limits reset, and they vary.",
    seeds: ["003:40", "001:46"],
    corrects: ["S-02"],
  }),
  rule("EX-06", "note", eq("expiry", "each_cycle"), {
    title: "Use the allowance each cycle",
    text: "What is left expires unless it rolls over, so quiet months cost more per use.",
    why: "The real price counts only what you used.",
    seeds: ["003:44", "003:48"],
    cites: [walletsInPlay],
  }),
  rule("EX-07", "note", all(code, any(vendor("openai"), vendor("anthropic")), not(eq("funding", "invoice"))), {
    title: "Buy API credit for one year",
    text: "It expires a year after purchase. You usually cannot extend or refund it.",
    why: "A large top-up for slow use is partly lost.",
    seeds: [],
    cites: [rows("openai-api-prepaid", "anthropic-api-prepaid")],
    corrects: ["S-20"],
  }),
  rule("EX-08", "warn", all(person, eq("intensity", "hits_limit")), {
    title: "Check when extra credits expire",
    text: "Some vendors cancel extra credits when the plan ends.",
    why: "You would lose what you bought in advance.",
    seeds: [],
    cites: [walletsInPlay],
  }),
  rule("EX-09", "note", listed("enterprise_contract"), {
    title: "Note three contract dates",
    text: "Record the renewal date, the notice deadline and when you can change the volume.",
    why: "Contracts renew automatically, and seats often cannot be removed mid-term.",
    seeds: ["003:72"],
    corrects: ["S-23"],
  }),
];
