import { all, any, type Condition, derived, eq, fact, has, listed, not, vendor } from "./condition.ts";
import type { Rule } from "./rule.ts";

/** Where an accident can happen again: the rule that it shows at work, and when; null: whenever that rule fires. */
export type Illustration = { accident: string; rule: string; if: Condition | null };

const at = (rule: string, accident: string, condition: Condition | null = null): Illustration => ({
  accident,
  rule,
  if: condition,
});

const code = derived("code");
const person = derived("person");
const atLimit = all(person, eq("intensity", "hits_limit"));

/** Accidents that show rules of the other families at work. */
const ofOtherRules: Illustration[] = [
  at("RT-10", "pilot-taken-for-budget", all(listed("enterprise_contract"), has("output", "code"))),
  at("RT-20", "included-credit-not-claimed", all(code, vendor("anthropic"), fact("plan_chosen"))),
  at("UN-10", "idle-seats-renewed"),
  at("OW-05", "resold-account-banned"),
  at("OW-06", "key-made-public", all(code, eq("audience", "customers"))),
  at("OW-08", "member-limit-was-a-pool", all(eq("audience", "team"), vendor("cursor"))),
  at("OW-09", "music-without-rights", all(has("output", "music"), vendor("suno"))),
  at("EX-04", "credit-ended-unnoticed", all(code, any(vendor("aws"), vendor("azure")))),
  at("EX-04", "one-account-for-all-teams", all(code, eq("stage", "production"), vendor("google"))),
  at("EX-06", "saved-credits-lost", any(vendor("leonardo"), vendor("elevenlabs"), vendor("suno"))),
  at("EX-07", "gateway-credit-expired", any(vendor("openrouter"), vendor("fal"), vendor("vercel"))),
  at("EX-08", "overflow-started-early", all(atLimit, any(vendor("anthropic"), vendor("openai")))),
  at("EX-08", "balance-lost-with-account", all(atLimit, vendor("anthropic"))),
  at("FD-03", "reload-without-ceiling"),
  at("FD-06", "alert-taken-for-stop", eq("cap", "alerts_only")),
  // A limit that stops was set in both: they show how far it holds.
  at("FD-06", "limit-overshot", eq("cap", "stops_requests")),
  at("FD-06", "cloud-alert-too-late", all(eq("cap", "alerts_only"), any(vendor("aws"), vendor("google")))),
  at("FD-06", "builder-without-budget", all(person, any(vendor("lovable"), has("tools", "replit")))),
  at("CT-01", "long-voice-call", all(code, has("output", "voice"))),
  at("CT-02", "cache-ran-out", all(vendor("anthropic"), has("tools", "claude_code"))),
  at("CT-03", "hidden-thinking"),
  at("CT-06", "fallback-to-expensive-model", all(code, any(vendor("openrouter"), vendor("vercel")))),
  at("CT-07", "disliked-clip-paid", any(vendor("runway"), vendor("kling"), vendor("fal"))),
  at("CT-09", "charge-on-wrong-balance", all(eq("owner_kind", "company"), any(vendor("anthropic"), vendor("openai")))),
  at("CT-11", "fast-mode-left-on", has("tools", "claude_code")),
  at("DP-01", "real-data-on-free-tier", all(code, eq("stage", "trying"), not(eq("data", "public")), vendor("google"))),
  at("DP-04", "client-work-public", vendor("midjourney")),
];

/** Every accident with its rule, once: those of the list above, and those that other rules rest on. */
export function illustrations(rules: readonly Rule[]): Illustration[] {
  const placed = new Set(ofOtherRules.map(({ accident }) => accident));
  const cited = rules.flatMap(({ id, cites }) =>
    cites.flatMap((cite) => (cite.from === "accidents" ? cite.ids.map((accident) => at(id, accident)) : [])),
  );
  return [...cited.filter(({ accident }) => !placed.has(accident)), ...ofOtherRules];
}
