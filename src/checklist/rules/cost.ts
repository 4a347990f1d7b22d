import { all, any, derived, eq, has, listed, onlyExplained, workload } from "../condition.ts";
import { type Rule, rule, walletsInPlay } from "../rule.ts";

/** What makes the bill larger than it looks. */
export const costRules: Rule[] = [
  rule("CT-01", "warn", workload("history_resent"), {
    title: "Limit chat history",
    text: "Every message sends earlier messages again, so long chats cost much more.",
    why: "The cost grows with the square of the number of turns.",
    seeds: ["001:19", "001:33", "002:46"],
  }),
  rule("CT-02", "note", workload("prefix_reused"), {
    title: "Cache the fixed prompt",
    text: "Writing the cache costs a little more once. Reading it costs far less.",
    why: "It pays off after one or two reuses.",
    seeds: ["001:19", "001:34"],
  }),
  rule("CT-03", "note", workload("tokens"), {
    title: "Shorten prompts and answers",
    text: "You pay for the system prompt and the answer in every call.",
    why: "Both add up with every call.",
    seeds: ["002:40", "002:46"],
  }),
  rule("CT-04", "note", workload("heavy_model"), {
    title: "Try a lighter model",
    text: "Many tasks do not need the most expensive model. Prices can differ tenfold.",
    why: "Models from one vendor differ widely in price.",
    seeds: ["002:39", "002:48", "001:35", "004:7"],
    corrects: ["S-01", "S-09"],
  }),
  rule("CT-05", "note", workload("low_frequency"), {
    title: "Buy a small balance",
    text: "At this rate it lasts for weeks.",
    why: "You need not buy much in advance.",
    seeds: ["002:41"],
  }),
  rule("CT-06", "note", workload("retries"), {
    title: "Limit retries",
    text: "Every retry that gets an answer is billed.",
    why: "Retries multiply the bill.",
    seeds: ["003:22", "003:40", "003:48", "003:72"],
  }),
  rule("CT-07", "note", derived("media"), {
    title: "Count cost per accepted result",
    text: "You may also pay for rejected and failed attempts. Check the refund policy.",
    why: "A price per attempt looks lower than it is.",
    seeds: ["003:48"],
    cites: [walletsInPlay],
  }),
  rule("CT-08", "note", derived("media"), {
    title: "Keep media off the token budget",
    text: "Images, video, voice and music are not billed in text tokens.",
    why: "Each needs its own line.",
    seeds: ["002:42"],
  }),
  rule("CT-09", "note", onlyExplained, {
    title: "Check the usage dashboard",
    text: "It shows spikes for each model before they reach the bill.",
    why: "A bill arrives up to a month late.",
    seeds: ["002:43"],
  }),
  rule("CT-10", "warn", onlyExplained, {
    title: "Move large workloads in stages",
    text: "Moving everything at once can bring a surprise bill. Measure each stage.",
    why: "Pay per use shows what a flat plan hid.",
    seeds: ["001:16"],
  }),
  rule("CT-11", "note", workload("priority_speed"), {
    title: "Pay for speed only where needed",
    text: "Priority processing can cost twice as much.",
    why: "Most work can wait a little.",
    seeds: ["003:48"],
  }),
  rule("CT-12", "note", all(eq("job", "person"), eq("audience", "customers")), {
    title: "Automate replies to customers",
    text: "Copying text between customers and a chat app does not scale.",
    why: "People's time is the largest cost.",
    seeds: ["001:6", "001:32"],
  }),
  rule("CT-13", "note", eq("can_wait", "yes"), {
    title: "Use batch processing",
    text: "Work that can wait a day costs about half where the vendor offers batches.",
    why: "Nobody is waiting for the result.",
    seeds: ["002:50"],
  }),
];

/** What happens to the data. */
export const dataRules: Rule[] = [
  rule(
    "DP-01",
    "warn",
    all(eq("data", "confidential", "regulated"), any(listed("app_subscription"), listed("stay_free"))),
    {
      title: "Turn off training on your data",
      text: "Consumer plans may train on chats unless you opt out. API and business plans usually do not.",
      why: "Defaults differ by vendor and plan, and they change.",
      seeds: ["001:39", "001:43-44"],
      cites: [walletsInPlay],
      corrects: ["S-12"],
    },
  ),
  rule("DP-02", "warn", eq("data", "regulated"), {
    title: "Ask your legal team first",
    text: "Rules for regulated data apply to every product. This advice is not a legal opinion.",
    why: "The recommendation does not depend on these rules.",
    seeds: ["001:39", "003:60-64"],
  }),
  rule("DP-03", "note", eq("owner_kind", "shared"), {
    title: "Others can see your data",
    text: "Anyone who shares the login or key can read what you send.",
    why: "Nothing separates people inside a shared account.",
    seeds: ["004:26"],
  }),
  rule("DP-04", "note", has("team_needs", "private_generations"), {
    title: "Choose a plan with private results",
    text: "On some personal plans, everything you make is public.",
    why: "Vendors sell privacy as a team feature.",
    seeds: ["003:54"],
  }),
];
