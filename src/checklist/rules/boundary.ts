import { all, any, derived, eq, fact, vendor, words } from "../condition.ts";
import { edges, edgesInPlay, type Rule, rows, rule } from "../rule.ts";

const code = derived("code");
const person = derived("person");

/** Which balances look alike and are not. */
export const boundaryRules: Rule[] = [
  rule("BD-01", "warn", all(code, fact("plan_without_api")), {
    text: "{plans} gives the program no API access and no API credit: calls are billed separately.",
    why: "An app plan pays for a person's use of the product.",
    seeds: ["000:28", "001:41-42", "002:5", "002:45", "003:84-86", "004:1", "004:5", "004:19-20"],
    cites: [edgesInPlay],
    corrects: ["S-07"],
  }),
  rule("BD-02", "warn", all(person, fact("balance_chosen")), {
    text: "{balances} does not include the app: a person on the vendor's screen needs a plan, or the free tier.",
    why: "An API balance pays for calls.",
    seeds: ["000:50", "002:5", "002:7"],
    cites: [edgesInPlay],
  }),
  rule("BD-03", "warn", fact("rows_apart"), {
    text: "Keep these apart in every sum, until a fresh official page connects them: {pairs}.",
    why: "The same vendor's name on two balances does not make them one.",
    seeds: ["003:48", "003:70", "003:74"],
    cites: [edgesInPlay],
  }),
  rule("BD-04", "note", vendor("openai"), {
    text: "ChatGPT access and OpenAI API spend are two things: never merge them in one budget line.",
    why: "They are separate products with separate billing.",
    seeds: ["003:28", "003:70"],
    cites: [edges(["openai-chatgpt-plus", "openai-api-prepaid"])],
  }),
  rule("BD-05", "note", vendor("anthropic"), {
    text: "Claude plan use, Claude API credits and Claude Enterprise usage are three things.",
    why: "Each has its own unit, its own owner and its own end.",
    seeds: ["003:30", "003:70"],
    cites: [edges(["anthropic-claude-pro", "anthropic-api-prepaid"])],
  }),
  rule("BD-06", "note", vendor("google"), {
    text: "Gemini app plans and the Gemini API are two things, billed in two places.",
    why: "Plans belong to a Google account, the API to a billing account.",
    seeds: ["003:30"],
    cites: [edges(["google-ai-pro", "google-gemini-api-prepay"])],
  }),
  rule("BD-07", "warn", vendor("krea"), {
    text: "Krea's app compute units and its API dollars are two balances. An older copy of the vendor's page said otherwise; the newer one says separate.",
    why: "Units bought for the app leave API calls unpaid.",
    seeds: ["003:38", "003:70"],
    cites: [edges(["krea-app-basic", "krea-api"])],
    corrects: ["S-25"],
  }),
  rule("BD-08", "warn", any(vendor("minimax"), vendor("hailuo")), {
    text: "MiniMax's meter, quota plans, token plan and video packages, and Hailuo's membership credits, are all separate balances with separate keys.",
    why: "One company stands behind them; no page connects them.",
    seeds: ["003:38", "003:46", "003:70"],
    cites: [rows("minimax-api-payg", "minimax-mplan-go", "minimax-video-package-standard", "hailuo-app-standard")],
    corrects: ["S-27"],
  }),
  rule("BD-09", "note", vendor("hailuo"), {
    text: "Hailuo keeps three kinds of credits: membership, purchased and bonus. Each has its own validity, so count them as three lots.",
    why: "What lapses first is not always what was bought first.",
    seeds: ["003:44"],
    cites: [rows("hailuo-app-standard", "hailuo-app-topup")],
    corrects: ["S-27"],
  }),
  rule("BD-10", "note", vendor("leonardo"), {
    text: "Leonardo has fast tokens, team tokens, a rollover bank and top-ups in the app; its API is a dollar balance. Older credit plans of the API remain for those who have them.",
    why: "The word token means four wallets here, and none of them is the API's.",
    seeds: ["003:38", "003:44", "003:54"],
    cites: [rows("leonardo-app-essential", "leonardo-api-payg")],
    corrects: ["S-26"],
  }),
  rule("BD-11", "note", vendor("kling"), {
    text: "Kling's credits per second change with resolution and native audio: fix both before you count.",
    why: "The same clip can cost several times as many credits.",
    seeds: ["003:44"],
    cites: [rows("kling-app-standard")],
    corrects: ["S-27"],
  }),
  rule("BD-12", "note", all(vendor("google"), eq("audience", "team")), {
    text: "For a team, who owns the account matters more than a personal plan: work in a personal account leaves with the person. A person may pay for an add-on on a company account, and the organisation still owns the account and its data.",
    why: "Ownership follows the account, not the card.",
    seeds: ["003:54"],
    cites: [rows("google-workspace")],
    corrects: ["S-21"],
  }),
  rule("BD-13", "refuse", words("bare_unit_word"), {
    text: "Which wallet? The same word names different balances: {wallets}.",
    why: "A credit, a token or a usage credit is only a number until its wallet is named.",
    seeds: ["003:44"],
    corrects: ["S-24"],
  }),
  rule("BD-14", "note", all(vendor("openai"), code), {
    text: "The platform account is not the ChatGPT account, even with the same sign-in: it has its own organisation, members and billing.",
    why: "Whoever pays for ChatGPT has not yet paid for a single call.",
    seeds: ["002:7"],
    cites: [rows("openai-api-prepaid")],
  }),
];
