import { all, any, type Condition, derived, eq, has, not, vendor } from "../condition.ts";
import { type Cite, officialOf, type Rule, reportsOf, rule } from "../rule.ts";

const code = derived("code");
const person = derived("person");
const team = all(person, eq("audience", "team"));
const ofTexts = all(code, has("output", "text", "code"));
const copilot = any(vendor("github"), has("tools", "copilot"));
const cursor = any(vendor("cursor"), has("tools", "cursor"));
const ownClaude = all(person, vendor("anthropic"), eq("owner_kind", "personal"));

/** What no page of the vendor says: always a note, and always in these words. `that` goes on after "People reported". */
function reported(
  id: string,
  condition: Condition,
  ids: string[],
  words: { title: string; that: string; why: string },
) {
  const { that, ...rest } = words;
  return rule(id, "note", condition, {
    ...rest,
    text: `People reported ${that}`,
    seeds: [],
    cites: [reportsOf(...ids)],
  });
}

type Told = Pick<Rule, "title" | "text" | "why"> & Partial<Pick<Rule, "more" | "until">> & { cites: Cite; also?: Cite };

/** What a page of the vendor says. `also`: what people reported beside it. */
function told(id: string, severity: "warn" | "note", condition: Condition, { cites, also, ...words }: Told): Rule {
  return rule(id, severity, condition, { ...words, seeds: [], cites: also === undefined ? [cites] : [cites, also] });
}

/** Expensive mistakes that people made, where they can be made again. Each rests on accidents of the catalogue. */
export const accidentRules: Rule[] = [
  told("AC-01", "warn", all(person, has("tools", "claude_code")), {
    title: "Unset your API key first",
    text: "Claude Code uses an API key from the environment before your plan. Every call is then billed per use.",
    why: "The plan stays unused while the API account pays.",
    cites: officialOf("claude-code-key-first"),
  }),
  reported(
    "AC-02",
    all(person, has("tools", "codex", "cursor", "gemini_cli")),
    ["codex-changed-to-key", "editor-with-own-key", "gemini-cli-paid-by-key"],
    {
      title: "Delete stored API keys",
      that: "that coding tools used a stored key instead of the plan. The API account was billed.",
      why: "A key that does not exist cannot be charged.",
    },
  ),
  reported("AC-03", has("tools", "claude_code", "gemini_cli"), ["tool-asked-how-it-bills"], {
    title: "Never ask tools about billing",
    that: "wrong answers from coding tools about their own billing. Read the vendor's page instead.",
    why: "A tool does not see which balance pays for it.",
  }),
  reported("AC-04", all(person, has("tools", "claude_code", "opencode")), ["usage-figure-read-as-bill"], {
    title: "Do not read usage as bills",
    that: "that dollars shown by usage tools were taken for a bill. On a plan they are a comparison.",
    why: "Only the billing page says what you owe.",
  }),
  told("AC-05", "warn", all(person, has("tools", "opencode"), any(vendor("anthropic"), has("tools", "claude_code"))), {
    title: "Keep plans in their apps",
    text: "A Claude plan's sign-in is only for Anthropic's own apps. Give other tools an API key.",
    why: "People reported lost accounts after using a plan elsewhere.",
    cites: officialOf("plan-in-another-tool"),
  }),
  told("AC-06", "note", all(ofTexts, vendor("openai")), {
    title: "Keep inputs below the threshold",
    text: "Above a published length of input, OpenAI charges the whole request more.",
    why: "One long file can move every token to the higher price.",
    cites: officialOf("long-input-price"),
  }),
  reported("AC-07", has("tools", "claude_code"), ["long-context-model-kept", "helpers-without-limit"], {
    title: "Limit models and helper agents",
    that: "that long-context models and helper agents in Claude Code used far more than expected.",
    why: "Both go on unseen until the limit or the bill shows them.",
  }),
  reported("AC-08", has("tools", "replit"), ["agent-with-production-key"], {
    title: "Give agents test keys only",
    that: "that a building agent changed to another vendor's production API. Its failing calls were charged.",
    why: "An agent repeats what fails.",
  }),
  told("AC-09", "warn", all(code, any(vendor("aws"), vendor("azure"))), {
    title: "Delete capacity you stop using",
    text: "Reserved capacity is billed by the hour until you delete it, used or not.",
    more: [
      { if: vendor("aws"), text: "People reported search stores that stayed after their knowledge base was deleted." },
    ],
    why: "Pausing does not stop the bill.",
    cites: officialOf("capacity-left-running"),
    also: reportsOf("search-store-left"),
  }),
  told("AC-10", "note", all(team, copilot), {
    title: "Assign each Copilot licence once",
    text: "With licences from several organisations, GitHub bills one of them at random each cycle.",
    why: "A budget does not hold when another organisation pays.",
    cites: officialOf("two-copilot-licences"),
  }),
  told("AC-11", "note", all(team, copilot, has("output", "code")), {
    title: "Limit automatic code reviews",
    text: "Each Copilot review uses AI credits and build minutes. Reviews for people without a licence are extra.",
    why: "A review on every change runs without being asked for.",
    cites: officialOf("review-on-every-change"),
  }),
  told("AC-12", "warn", all(team, any(copilot, cursor)), {
    title: "Cap paid overage",
    text: "Use beyond the allowance is billed unless you cap or stop it.",
    why: "It is on by default, and a budget alone may only warn.",
    cites: officialOf("copilot-paid-use-on", "on-demand-taken-for-included"),
  }),
  told("AC-13", "note", all(code, vendor("google")), {
    title: "Budget with the standard price",
    text: "Google doubles the prices of three Gemini Flash models on 1 January 2027.",
    why: "The same work then costs twice as much.",
    cites: officialOf("promotion-taken-for-price"),
    until: "2026-12-31",
  }),
  told("AC-14", "note", all(team, cursor), {
    title: "Control who adds seats",
    text: "An older Cursor page says that each member is a paid seat. Single sign-on adds members.",
    why: "Seats appear on the bill without a purchase.",
    cites: officialOf("members-added-seats"),
  }),
  told("AC-15", "note", all(ofTexts, any(vendor("google"), vendor("azure"))), {
    title: "Budget built-in tools separately",
    text: "Searches and code sessions that the model starts have fees beside tokens.",
    why: "One question can start several searches.",
    cites: officialOf("search-on-every-answer", "sessions-and-storage"),
  }),
  told("AC-16", "note", all(team, any(vendor("anthropic"), vendor("microsoft"))), {
    title: "Start with few seats",
    text: "A seat you remove is paid until renewal. You can add one at any time.",
    why: "Too many seats cost more than too few.",
    cites: officialOf("seats-bought-too-early"),
  }),
  told("AC-17", "note", all(person, eq("audience", "me"), vendor("openai"), not(eq("intensity", "trying"))), {
    title: "Subscribe in one place",
    text: "One ChatGPT account can be billed on the web and in an app store. Cancel each where you bought it.",
    why: "The second subscription brings nothing.",
    cites: officialOf("two-subscriptions"),
  }),
  told("AC-18", "note", all(vendor("anthropic"), eq("owner_kind", "company")), {
    title: "Enter your tax number first",
    text: "Anthropic does not change finished invoices. Enter company and tax number when you sign up.",
    why: "Tax that need not be paid is hard to get back.",
    cites: officialOf("tax-number-too-late"),
  }),
  reported("AC-19", ownClaude, ["gifts-on-stored-card"], {
    title: "Pay with a limited card",
    that: "that strangers bought gift plans with a stored card. Refunds were partial.",
    why: "A low card limit holds where support is slow.",
  }),
  reported("AC-20", ownClaude, ["gift-plan-ended"], {
    title: "Do not rely on gift codes",
    that: "that plans from gift codes ended after days. Support found no payment to restore.",
    why: "Without a payment of your own there is nothing to refund.",
  }),
  told("AC-21", "warn", all(code, has("tools", "claude_code", "codex")), {
    title: "Give unattended runs their key",
    text: "In 2026 it changed what pays for runs without a person. Use an API key with a hard limit.",
    why: "The vendor's page may have changed again.",
    cites: officialOf("headless-run-other-balance"),
  }),
  told("AC-22", "warn", all(code, any(vendor("aws"), vendor("azure"), vendor("google"))), {
    title: "Check what cloud credit covers",
    text: "Cloud credit pays only for listed products. Marketplace models or an API may be charged to your card.",
    why: "In a model list, covered and uncovered models look the same.",
    cites: officialOf("azure-credit-and-claude", "trial-credit-and-gemini", "aws-credit-products"),
  }),
  reported("AC-23", all(code, has("controls", "agents")), ["agents-in-a-loop"], {
    title: "Stop agents after a limit",
    that: "agents that called each other for days. Limit turns, time and money inside your program.",
    why: "An alert ends no run.",
  }),
  told("AC-24", "warn", all(code, vendor("google")), {
    title: "Restrict old Google keys",
    text: "Google refuses unrestricted keys since June 2026, to prevent misuse. Give Gemini its own project.",
    why: "Keys made for maps or web pages are often public.",
    cites: officialOf("old-google-key-open"),
  }),
  told("AC-25", "warn", all(code, vendor("openai"), eq("funding", "manual")), {
    title: "Switch off auto top-up",
    text: "OpenAI's purchase form has it on by default. Look again after each purchase.",
    why: "A balance is a limit only while nothing refills it.",
    cites: officialOf("auto-reload-preselected"),
  }),
  reported("AC-26", has("tools", "litellm"), ["gateway-budget-passed"], {
    title: "Test your gateway's budget",
    that: "budgets in a gateway that stopped no calls. Try one cent, and keep the vendor's own limit.",
    why: "The main key of a gateway may skip every check.",
  }),
];
