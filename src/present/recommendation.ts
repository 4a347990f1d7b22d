import type { Advisor } from "../advice/advise.ts";
import { why, whyNot } from "../advice/reasons.ts";
import type { Result, VerifyItem, Wallet } from "../advice/result.ts";
import type { Situation } from "../advice/situation.ts";
import type { Severity } from "../checklist/ids.ts";
import { personName } from "../checklist/person.ts";
import type { Recommendation } from "../purchase/recommend.ts";
import { decimal, formatAmount } from "../quantity/money.ts";
import type { Block } from "../screen/screen.ts";
import { estimateBlocks } from "./estimate-blocks.ts";
import { findingBlock } from "./finding.ts";
import { flipWords } from "./flips.ts";
import { priceWords, quoteBlocks, routeWords } from "./labels.ts";
import { personFact } from "./person.ts";
import { consideredBlocks, purchaseBlocks } from "./purchase-blocks.ts";

/** The recommendation as a person reads it: the route, why, what drains, whose it is, when it ends, what is open. */
export function recommendationBlocks(result: Recommendation, situation: Situation, advisor: Advisor): Block[] {
  return [
    ...purchaseBlocks(result.purchases, advisor.market),
    ...result.purchases.flatMap((each) => consideredBlocks(each, advisor.market)),
    ...routeBlocks(result, situation),
    ...quoteBlocks(result.quote, "as you state it"),
    ...result.wallets.flatMap((wallet) => walletBlocks(wallet)),
    ...(result.estimate === null ? [] : estimateBlocks(result.estimate, advisor.market, situation.answers.workload)),
    ...section("Before anything is bought", findings(result, "block")),
    ...section("Not compared, on purpose", findings(result, "refuse")),
    ...section("Warnings", findings(result, "warn")),
    ...section("Notes", findings(result, "note")),
    ...section(
      "About the products",
      result.notices.map((notice): Block => ({ block: "text", text: notice.text })),
    ),
    ...connectionBlocks(result, situation),
    ...section("Verify before you pay", verifyBlocks(result.verify)),
    ...section(
      "What would change the route",
      flipWords(result.flips, advisor.checklist).map((text): Block => ({ block: "text", text })),
    ),
    ...openBlocks(result, advisor),
    { block: "quiet", text: `Catalogue ${result.catalogue.version}, as of ${result.catalogue.asOf}.` },
  ];
}

function routeBlocks(result: Result, situation: Situation): Block[] {
  const [primary, ...others] = result.routes;
  if (primary === undefined) {
    return [
      { block: "heading", text: "No route yet" },
      { block: "text", text: "Say first how the work reaches the model: then there is a route." },
    ];
  }
  const blocks: Block[] = [
    { block: "heading", text: `Route: ${routeWords[primary.route].name}` },
    { block: "text", text: `You buy ${routeWords[primary.route].buys}.` },
    ...reasonFacts("Because", why(primary.route, situation)),
  ];
  for (const { route } of others) {
    blocks.push(
      { block: "text", text: `Also: ${routeWords[route].name}. You buy ${routeWords[route].buys}.` },
      ...reasonFacts("Because", why(route, situation)),
    );
  }
  return [...blocks, ...ruledOutBlocks(result, situation)];
}

function reasonFacts(label: string, reasons: readonly string[]): Block[] {
  return reasons.length === 0 ? [] : [{ block: "facts", facts: [{ label, value: reasons.join("; ") }] }];
}

/** One line above every page: what it looks like so far, and what is still possible. */
export function stripBlocks(result: Result): Block[] {
  const [primary, ...others] = result.routes.map(({ route }) => routeWords[route].name);
  const open = result.stillOpen.map((route) => routeWords[route].name);
  const possible = open.length === 0 ? "" : ` Still possible: ${open.join(", ")}.`;
  if (primary === undefined) return open.length === 0 ? [] : [{ block: "text", text: possible.trim() }];
  return [{ block: "text", text: `Looks like: ${[primary, ...others].join(" and ")}.${possible}` }];
}

/** Why each of the others is not recommended. */
function ruledOutBlocks(result: Result, situation: Situation): Block[] {
  return section(
    "Why not the others",
    result.ruledOut.map(({ route, how, rules }): Block => {
      const reasons = [...rules, ...whyNot(route, situation)].slice(0, 2).join("; ");
      return {
        block: "text",
        text: `${routeWords[route].name}: ${how === "cannot" ? "not possible" : "not now"}${reasons === "" ? "" : ` (${reasons})`}.`,
      };
    }),
  );
}

function walletBlocks(wallet: Wallet): Block[] {
  const { name, kind } = wallet.owner;
  return [
    { block: "heading", text: `Wallet: ${wallet.product}` },
    {
      block: "facts",
      facts: [
        { label: "Drains", value: `${wallet.unitName}${wallet.currency === null ? "" : ` (${wallet.currency})`}` },
        {
          label: "Price",
          value: wallet.price === null ? "no price known" : priceWords(wallet.price),
        },
        ...(wallet.included.length === 0
          ? []
          : [{ label: "Included", value: wallet.included.map(includedWords).join("; ") }]),
        name === null
          ? { label: "Owner", value: kind ?? "not named yet" }
          : personFact("Owner", name, kind === null ? "" : `, ${kind}`),
        {
          label: "Expiry",
          value: wallet.expiry.date === null ? wallet.expiry.text : `${wallet.expiry.text} On ${wallet.expiry.date}.`,
        },
        { label: "Rollover", value: wallet.rollover },
        { label: "At zero", value: wallet.atZeroText },
        { label: "Funding", value: wallet.funding?.replaceAll("_", " ") ?? "not settled" },
      ],
    },
    { block: "source", source: wallet.source },
  ];
}

/** `660 Kling credits a month`: what the price brings, never a rate. */
function includedWords({ amount, name, period, per, pooled }: Wallet["included"][number]): string {
  const much = amount === null ? name : `${formatAmount(decimal(amount))} ${name}`;
  const time = period === "standing" ? " at most" : period === "once" ? " once" : ` a ${period}`;
  return `${much}${per === "seat" ? " per seat" : ""}${time}${pooled ? ", shared by the team" : ""}`;
}

function findings(result: Result, severity: Severity): Block[] {
  return result.findings.filter((finding) => finding.severity === severity).map(findingBlock);
}

/** Only the edges between wallets in play: the rest is for scripts. */
function connectionBlocks(result: Result, situation: Situation): Block[] {
  const inPlay = new Set([...situation.chosenRows.map((row) => row.id), ...result.wallets.map((wallet) => wallet.id)]);
  const edges = result.connections.filter((edge) => inPlay.has(edge.from) && inPlay.has(edge.to));
  return section(
    "Which balance pays for what",
    edges.flatMap((edge): Block[] => {
      const names = [edge.from, edge.to].map((id) => situation.market.row(id)?.product ?? id);
      const stale = situation.market.isStale(edge);
      const status = edge.status === "connected" && stale ? "check again" : edge.status;
      return [
        {
          block: "text",
          text: `${names.join(" and ")}: ${status}. ${edge.says}${edge.only === null ? "" : ` Only: ${edge.only}.`}`,
        },
        { block: "source", source: { url: edge.url, readOn: edge.readOn, stale } },
      ];
    }),
  );
}

/** Seven items, then the pages they were read on, each once. */
function verifyBlocks(items: readonly VerifyItem[]): Block[] {
  const state = { read: "read", stale: "read, but check again", said: "you said", open: "open" };
  const facts = items.map(({ id, item, status, value, who }) => ({
    label: id,
    value: `${item}: ${value === null ? "" : `${value} `}${who === null ? "" : `(${who.split(", ").map(personName).join(", ")}) `}[${state[status]}]`,
  }));
  const sources = new Map(
    items.flatMap((item) => item.sources).map((source) => [`${source.url} ${source.readOn}`, source]),
  );
  return [{ block: "facts", facts }, ...[...sources.values()].map((source): Block => ({ block: "source", source }))];
}

function openBlocks(result: Result, { checklist }: Advisor): Block[] {
  if (result.complete) return [{ block: "text", text: "Complete: nothing is missing, and nothing blocks it." }];
  const missing = checklist.questions
    .filter((question) => result.missing.includes(question.id))
    .map((question): Block => ({ block: "text", text: question.text }));
  return [
    ...section("Still to be answered", missing),
    { block: "text", text: "Incomplete: it may be shown, and says so wherever it is shown." },
  ];
}

function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ block: "heading", text: title }, ...blocks];
}
