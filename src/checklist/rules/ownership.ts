import { all, any, derived, eq, fact, has, known, not, vendor } from "../condition.ts";
import { type Rule, rows, rule } from "../rule.ts";

const code = derived("code");
/** Before production, and where there is no production at all, a gap is a warning. An unknown stage is production. */
const beforeProduction = any(eq("stage", "trying", "internal"), not(code));

/** Who owns it, and who is named for what. */
export const ownershipRules: Rule[] = [
  rule("OW-01", "block", not(all(known("owner_kind"), known("owner"))), {
    title: "Name account and budget owners",
    text: "Without an owner, nobody can approve, top up or cancel.",
    why: "Both are needed before you buy.",
    seeds: ["003:102"],
  }),
  rule("OW-02", "block", all(code, fact("duty_missing")), {
    softenedIf: beforeProduction,
    title: "Name an owner for the API",
    text: "No owner yet for {duties}.",
    why: "These are what stop a running system or overspend.",
    seeds: ["003:40"],
  }),
  rule("OW-03", "block", all(code, derived("person"), fact("owner_missing_one")), {
    title: "Name two budget owners",
    text: "Seats and the API each need their own owner.",
    why: "Two budgets under one name hide which one grows.",
    seeds: ["003:56"],
  }),
  rule("OW-04", "block", eq("owner_kind", "shared"), {
    softenedIf: beforeProduction,
    title: "Stop sharing keys and logins",
    text: "Shared access gets blocked, overspent and may expose your data. Give each person or service its own.",
    why: "You cannot tell who spent what.",
    seeds: ["004:15", "004:25-26"],
  }),
  rule("OW-05", "warn", eq("owner_kind", "reseller"), {
    title: "Keep control of the account",
    text: "Top up only an account that you own. Never hand over its password or API key.",
    why: "Credit in another person's account is not yours.",
    seeds: ["004:15-16", "004:22"],
    corrects: ["S-29"],
  }),
  rule("OW-06", "note", code, {
    title: "Store the API key safely",
    text: "It is shown once, and anyone who has it can spend your credit.",
    why: "A lost key has to be replaced everywhere.",
    seeds: ["004:12"],
  }),
  rule("OW-07", "warn", all(eq("owner_kind", "personal"), not(eq("audience", "me"))), {
    title: "Move it to a company account",
    text: "The account and its work leave with the person who owns it.",
    why: "Other people depend on this work.",
    seeds: ["003:54", "003:94"],
  }),
  rule("OW-08", "note", has("team_needs", "shared_pool", "member_caps"), {
    title: "Decide who may spend",
    text: "One member can use up the shared credits. Set limits and roles for each member.",
    why: "When shared credits run out, they run out for everyone.",
    seeds: ["003:72", "003:94"],
  }),
  rule("OW-09", "note", all(derived("media"), not(eq("rights", "no"))), {
    title: "Check commercial rights",
    text: "Some plans do not let you use the results in business. Check yours before you buy.",
    why: "Rights differ by plan, even at one vendor.",
    seeds: ["003:72"],
  }),
  rule("OW-10", "note", all(vendor("google"), derived("person")), {
    title: "Use a personal Google account",
    text: "Gemini app plans need one. A company account usually cannot buy them.",
    why: "Company accounts get Gemini in other ways.",
    seeds: ["003:30"],
    cites: [rows("google-ai-pro")],
  }),
];
