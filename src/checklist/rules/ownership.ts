import { all, any, derived, eq, fact, has, known, not, vendor } from "../condition.ts";
import { type Rule, rows, rule } from "../rule.ts";

const code = derived("code");
/** Before production, and where there is no production at all, a gap is a warning. An unknown stage is production. */
const beforeProduction = any(eq("stage", "trying", "internal"), not(code));

/** Who owns it, and who is named for what. */
export const ownershipRules: Rule[] = [
  rule("OW-01", "block", not(all(known("owner_kind"), known("owner"))), {
    text: "Say who owns the account, and who is named for the budget.",
    why: "Nobody can approve, top up or cancel what nobody owns.",
    seeds: ["003:102"],
  }),
  rule("OW-02", "block", all(code, fact("duty_missing")), {
    softenedIf: beforeProduction,
    text: "Nobody is named for: {duties}.",
    why: "These are the things that stop or overspend a running system.",
    seeds: ["003:40"],
  }),
  rule("OW-03", "block", all(code, derived("person"), fact("owner_missing_one")), {
    text: "Two budgets, two names: one for the seats, one for the API.",
    why: "A budget that is half of somebody's is nobody's.",
    seeds: ["003:56"],
  }),
  rule("OW-04", "block", eq("owner_kind", "shared"), {
    softenedIf: beforeProduction,
    text: "Shared keys and logins get throttled, abused and closed, and may show your data to others. Use accounts and keys of your own.",
    why: "Nobody can tell who spent what, and the vendor may lock everyone out.",
    seeds: ["004:15", "004:25-26"],
  }),
  rule("OW-05", "warn", eq("owner_kind", "reseller"), {
    text: "Top-ups only into an account that is yours. Give away no password, and keep the key.",
    why: "What is in another's account is not your balance.",
    seeds: ["004:15-16", "004:22"],
    corrects: ["S-29"],
  }),
  rule("OW-06", "note", code, {
    text: "A key is shown once. Store it where secrets belong, and share it with nobody.",
    why: "Whoever has the key spends your balance.",
    seeds: ["004:12"],
  }),
  rule("OW-07", "warn", all(eq("owner_kind", "personal"), not(eq("audience", "me"))), {
    text: "The work is for others, the account is one person's. Move it to a workspace or organisation.",
    why: "When the person leaves, the balance and the work leave too.",
    seeds: ["003:54", "003:94"],
  }),
  rule("OW-08", "note", has("team_needs", "shared_pool", "member_caps"), {
    text: "Settle who may spend the pool: caps per member, and roles.",
    why: "A pool is empty for everyone when one has used it up.",
    seeds: ["003:72", "003:94"],
  }),
  rule("OW-09", "note", all(derived("media"), not(eq("rights", "no"))), {
    text: "Find out who owns what is made, and whether commercial rights are included in the plan you buy.",
    why: "Some plans sell the output without the right to use it in business.",
    seeds: ["003:72"],
  }),
  rule("OW-10", "note", all(vendor("google"), derived("person")), {
    text: "Gemini app plans need a personal Google account.",
    why: "A company account cannot simply buy one.",
    seeds: ["003:30"],
    cites: [rows("google-ai-pro")],
  }),
];
