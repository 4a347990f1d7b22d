import { all, any, derived, eq, fact, known, listed, not, onlyExplained, vendor, workload } from "../condition.ts";
import { type Rule, rows, rule, walletsInPlay } from "../rule.ts";

const code = derived("code");
const person = derived("person");

/** When it lapses, and what happens at zero. */
export const expiryRules: Rule[] = [
  rule("EX-01", "block", fact("expiry_unknown"), {
    text: "Buy nothing above the smallest amount until you know when it expires: {unknown_expiry}.",
    why: "Allowance that lapses makes every unit dearer.",
    seeds: ["003:48", "003:102"],
    cites: [walletsInPlay],
  }),
  rule("EX-02", "note", workload("several_lots"), {
    text: "Several lots are drawn in the order of their expiry; the estimate says what is lost and when.",
    why: "The last lot can lapse while an earlier one is still being used.",
    seeds: ["003:44"],
  }),
  rule("EX-03", "note", onlyExplained, {
    text: "Trial credit, where a vendor grants any, ends after a set period. Never count on getting it: the vendors' pages disagree.",
    why: "A trial that is planned as a budget is gone when it is needed.",
    seeds: ["002:13"],
    corrects: ["S-17"],
  }),
  rule(
    "EX-04",
    "warn",
    all(code, eq("stage", "production"), any(eq("at_zero", "stops", "overage"), not(known("at_zero")))),
    {
      text: "At zero, production may pause, or go on unpaid and be billed later. Set auto-recharge with a ceiling, and an alert well before.",
      why: "A balance runs out at the busiest hour.",
      seeds: ["003:40", "002:34"],
      cites: [walletsInPlay],
    },
  ),
  rule("EX-05", "note", person, {
    text: "At the limit a person waits, gets a smaller model, or goes on in the next cycle: nothing breaks. How large the limit is, vendors rarely say.",
    why: "Plans have caps that reset, and they vary.",
    seeds: ["003:40", "001:46"],
    corrects: ["S-02"],
  }),
  rule("EX-06", "note", eq("expiry", "each_cycle"), {
    text: "The allowance ends with each cycle: without rollover, what a quiet month leaves over raises the price of what is used.",
    why: "The effective price counts only what was used.",
    seeds: ["003:44", "003:48"],
    cites: [walletsInPlay],
  }),
  rule("EX-07", "note", all(code, any(vendor("openai"), vendor("anthropic")), not(eq("funding", "invoice"))), {
    text: "API credit expires one year after purchase, cannot be extended, and is as a rule not refundable.",
    why: "A large top-up for slow use is partly lost.",
    seeds: [],
    cites: [rows("openai-api-prepaid", "anthropic-api-prepaid")],
    corrects: ["S-20"],
  }),
  rule("EX-08", "warn", all(person, eq("intensity", "hits_limit")), {
    text: "Credits bought on top of a plan may lapse with the plan: check before you buy ahead.",
    why: "Some vendors keep them only while the plan runs.",
    seeds: [],
    cites: [walletsInPlay],
  }),
  rule("EX-09", "note", listed("enterprise_contract"), {
    text: "Put three dates into the calendar: renewal, the last day to give notice, and when the volume may be changed.",
    why: "Contracts renew by themselves; seats often cannot be removed in mid-term.",
    seeds: ["003:72"],
    corrects: ["S-23"],
  }),
];
