import { all, any, derived, eq, fact, vendor, words } from "../condition.ts";
import { edges, edgesInPlay, type Rule, rows, rule } from "../rule.ts";

const code = derived("code");
const person = derived("person");

/** Which balances look alike and are separate. */
export const boundaryRules: Rule[] = [
  rule("BD-01", "warn", all(code, fact("plan_without_api")), {
    title: "Budget the API separately",
    text: "No API credit is included in {plans}. API calls are billed on top.",
    why: "An app plan pays for people using the app.",
    seeds: ["000:28", "001:41-42", "002:5", "002:45", "003:84-86", "004:1", "004:5", "004:19-20"],
    cites: [edgesInPlay],
    corrects: ["S-07"],
  }),
  rule("BD-02", "warn", all(person, fact("balance_chosen")), {
    title: "Get a plan for people",
    text: "The app is not included in {balances}. People need a plan or the free tier.",
    why: "An API balance pays only for calls.",
    seeds: ["000:50", "002:5", "002:7"],
    cites: [edgesInPlay],
  }),
  rule("BD-03", "warn", fact("rows_apart"), {
    title: "Keep these balances apart",
    text: "No current official page connects these balances: {pairs}.",
    why: "Two balances stay separate, even with the same vendor's name on both.",
    seeds: ["003:48", "003:70", "003:74"],
    cites: [edgesInPlay],
  }),
  rule("BD-04", "note", vendor("openai"), {
    title: "Separate ChatGPT from API spending",
    text: "OpenAI bills ChatGPT and the API as two products. Keep two budget lines.",
    why: "One budget line would hide which of them grows.",
    seeds: ["003:28", "003:70"],
    cites: [edges(["openai-chatgpt-plus", "openai-api-prepaid"])],
  }),
  rule("BD-05", "note", vendor("anthropic"), {
    title: "Keep Claude budgets apart",
    text: "Claude plans, Claude API credit and Claude Enterprise usage are billed separately.",
    why: "Each has its own unit, owner and expiry.",
    seeds: ["003:30", "003:70"],
    cites: [edges(["anthropic-claude-pro", "anthropic-api-prepaid"])],
  }),
  rule("BD-06", "note", vendor("google"), {
    title: "Separate Gemini app and API",
    text: "Google bills Gemini plans and the Gemini API in two places.",
    why: "Plans belong to a Google account, the API to a billing account.",
    seeds: ["003:30"],
    cites: [edges(["google-ai-pro", "google-gemini-api-prepay"])],
  }),
  rule("BD-07", "warn", vendor("krea"), {
    title: "Separate Krea app and API",
    text: "Krea's app units do not pay for API calls, which need their own dollar balance.",
    why: "The current Krea page says so; an older one said the opposite.",
    seeds: ["003:38", "003:70"],
    cites: [edges(["krea-app-basic", "krea-api"])],
    corrects: ["S-25"],
  }),
  rule("BD-08", "warn", any(vendor("minimax"), vendor("hailuo")), {
    title: "Keep MiniMax balances apart",
    text: "MiniMax usage, quota plans, token plan, video packages and Hailuo credits are all separate. Each has its own key.",
    why: "One company sells them all, but no page connects them.",
    seeds: ["003:38", "003:46", "003:70"],
    cites: [rows("minimax-api-payg", "minimax-mplan-go", "minimax-video-package-standard", "hailuo-app-standard")],
    corrects: ["S-27"],
  }),
  rule("BD-09", "note", vendor("hailuo"), {
    title: "Track three kinds of Hailuo credits",
    text: "Membership, purchased and bonus credits expire at different times.",
    why: "The credits you bought first may not expire first.",
    seeds: ["003:44"],
    cites: [rows("hailuo-app-standard", "hailuo-app-topup")],
    corrects: ["S-27"],
  }),
  rule("BD-10", "note", vendor("leonardo"), {
    title: "Know your Leonardo token type",
    text: "Fast tokens, team tokens, rollover and top-ups are for the app. The API uses a dollar balance.",
    why: "Older API credit plans remain for people who have them.",
    seeds: ["003:38", "003:44", "003:54"],
    cites: [rows("leonardo-app-essential", "leonardo-api-payg")],
    corrects: ["S-26"],
  }),
  rule("BD-11", "note", vendor("kling"), {
    title: "Fix resolution and audio first",
    text: "Kling's credits per second depend on both, so one clip can cost several times more.",
    why: "You cannot count credits before both are known.",
    seeds: ["003:44"],
    cites: [rows("kling-app-standard")],
    corrects: ["S-27"],
  }),
  rule("BD-12", "note", all(vendor("google"), eq("audience", "team")), {
    title: "Use company accounts",
    text: "Work in a personal account leaves with the person. In a company account the organisation owns it.",
    why: "Ownership follows the account, even when a person pays.",
    seeds: ["003:54"],
    cites: [rows("google-workspace")],
    corrects: ["S-21"],
  }),
  rule("BD-13", "refuse", words("bare_unit_word"), {
    title: "Say which balance you mean",
    text: "The same word names different balances: {wallets}.",
    why: "A credit is only a number until you know whose it is.",
    seeds: ["003:44"],
    corrects: ["S-24"],
  }),
  rule("BD-14", "note", all(vendor("openai"), code), {
    title: "Set up API billing too",
    text: "An OpenAI API account has its own organisation, members and billing. Your ChatGPT plan does not cover it.",
    why: "Paying for ChatGPT pays for no API calls.",
    seeds: ["002:7"],
    cites: [rows("openai-api-prepaid")],
  }),
];
