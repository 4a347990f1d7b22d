import { all, any, derived, eq, has, listed, onlyExplained, workload } from "../condition.ts";
import { type Rule, rule, walletsInPlay } from "../rule.ts";

/** What makes the bill larger than it looks. */
export const costRules: Rule[] = [
  rule("CT-01", "warn", workload("history_resent"), {
    text: "The conversation so far is sent, and paid, again with every turn.",
    why: "The input grows with the square of the number of turns.",
    seeds: ["001:19", "001:33", "002:46"],
  }),
  rule("CT-02", "note", workload("prefix_reused"), {
    text: "A fixed beginning can be cached: writing it costs a little more once, reading it much less.",
    why: "It pays off from the first or second reuse on.",
    seeds: ["001:19", "001:34"],
  }),
  rule("CT-03", "note", workload("tokens"), {
    text: "Look at the share of the system prompt, and at that of the answers.",
    why: "Both are paid with every call.",
    seeds: ["002:40", "002:46"],
  }),
  rule("CT-04", "note", workload("heavy_model"), {
    text: "Price a lighter model beside it: many tasks do not need the heavy one.",
    why: "Models of one vendor differ by a factor of ten and more.",
    seeds: ["002:39", "002:48", "001:35", "004:7"],
    corrects: ["S-01", "S-09"],
  }),
  rule("CT-05", "note", workload("low_frequency"), {
    text: "At this frequency a small balance lasts for weeks.",
    why: "Nothing large needs to be bought ahead.",
    seeds: ["002:41"],
  }),
  rule("CT-06", "note", workload("retries"), {
    text: "Retries multiply the bill: limit them, and handle failure.",
    why: "Every attempt that was answered is paid.",
    seeds: ["003:22", "003:40", "003:48", "003:72"],
  }),
  rule("CT-07", "note", derived("media"), {
    text: "Count the cost of an accepted output, not of an attempt, and make the refund rule explicit.",
    why: "Rejected and failed attempts may be paid too.",
    seeds: ["003:48"],
    cites: [walletsInPlay],
  }),
  rule("CT-08", "note", derived("media"), {
    text: "Keep images, video, voice and music on lines of their own.",
    why: "They are not measured in tokens of text.",
    seeds: ["002:42"],
  }),
  rule("CT-09", "note", onlyExplained, {
    text: "The vendor's usage page shows the spending per model: spikes are seen there first.",
    why: "A bill is a month late.",
    seeds: ["002:43"],
  }),
  rule("CT-10", "warn", onlyExplained, {
    text: "Moving a large workload over as it is brings a billing surprise. Move it in stages, and measure each.",
    why: "What a plan hid, a meter shows.",
    seeds: ["001:16"],
  }),
  rule("CT-11", "note", workload("priority_speed"), {
    text: "Speed and queue priority are price factors.",
    why: "The same work can cost twice as much when it may not wait.",
    seeds: ["003:48"],
  }),
  rule("CT-12", "note", all(eq("job", "person"), eq("audience", "customers")), {
    text: "Copying between customers and a chat window does not scale: automate it.",
    why: "The person's time is the largest part of that bill.",
    seeds: ["001:6", "001:32"],
  }),
  rule("CT-13", "note", eq("can_wait", "yes"), {
    text: "Work that can wait up to a day can go in batches, at about half the price where the vendor offers them.",
    why: "Nobody is waiting for it.",
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
      text: "Chats on a consumer plan may be used for training unless you opt out; the API and business workspaces are not used by default. Read the setting of the plan you take.",
      why: "The default differs by vendor and by tier, and changes.",
      seeds: ["001:39", "001:43-44"],
      cites: [walletsInPlay],
      corrects: ["S-12"],
    },
  ),
  rule("DP-02", "warn", eq("data", "regulated"), {
    text: "Have the legal side look at it first. This is no legal verdict, and the route was not chosen by it.",
    why: "Rules on data bind you, not the price list.",
    seeds: ["001:39", "003:60-64"],
  }),
  rule("DP-03", "note", eq("owner_kind", "shared"), {
    text: "Whoever shares the login or key can see what you send.",
    why: "A shared account has no inner walls.",
    seeds: ["004:26"],
  }),
  rule("DP-04", "note", has("team_needs", "private_generations"), {
    text: "Private generations are a reason for a team plan: on some personal plans everything made is public.",
    why: "Privacy is sold as a feature of the workspace.",
    seeds: ["003:54"],
  }),
];
