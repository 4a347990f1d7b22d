import type { Advisor } from "../advice/advise.ts";
import { why, whyNot } from "../advice/reasons.ts";
import type { Result, VerifyItem, Wallet } from "../advice/result.ts";
import type { Situation } from "../advice/situation.ts";
import type { Severity } from "../checklist/ids.ts";
import { personName } from "../checklist/person.ts";
import { dayWords } from "../market/days.ts";
import { edgeSource, sourceKey } from "../market/sources.ts";
import type { Recommendation } from "../purchase/recommend.ts";
import { decimal, formatAmount } from "../quantity/money.ts";
import type { Block } from "../screen/screen.ts";
import { severityWords } from "../screen/severity.ts";
import { estimateBlocks } from "./estimate-blocks.ts";
import { findingBlock, titleOf } from "./finding.ts";
import { flipWords } from "./flips.ts";
import { quoteBlocks, readPriceWords, routeTitle, routeWords } from "./labels.ts";
import { personFact } from "./person.ts";
import { consideredBlocks, purchaseBlocks } from "./purchase-blocks.ts";
import { factLabels, fundingWords, headings, messages, statusWords } from "./recommendation-messages.ts";

/** The recommendation as a person reads it: the route, why, what it is paid in, whose it is, when it expires, what is open. */
export function recommendationBlocks(result: Recommendation, situation: Situation, advisor: Advisor): Block[] {
  return [
    ...purchaseBlocks(result.purchases, advisor.market),
    ...result.purchases.flatMap((each) => consideredBlocks(each, advisor.market)),
    ...routeBlocks(result, situation),
    ...quoteBlocks(result.quote, messages.quoted),
    ...result.wallets.flatMap((wallet) => walletBlocks(wallet)),
    ...(result.estimate === null ? [] : estimateBlocks(result.estimate, advisor.market, situation.answers.workload)),
    ...section(severityWords.block, findings(result, "block")),
    ...section(severityWords.refuse, findings(result, "refuse")),
    ...section(severityWords.warn, findings(result, "warn")),
    ...section(severityWords.note, findings(result, "note")),
    ...section(
      headings.products,
      result.notices.map((notice): Block => ({ block: "text", text: notice.text })),
    ),
    ...connectionBlocks(result, situation),
    ...section(headings.verify, verifyBlocks(result.verify)),
    ...section(
      headings.flips,
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
      { block: "heading", text: messages.noRoute },
      { block: "text", text: messages.sayWho },
    ];
  }
  const blocks: Block[] = [
    { block: "heading", text: messages.route(routeTitle(primary.route)) },
    { block: "text", text: messages.buys(routeWords[primary.route].buys) },
    ...reasonFacts(messages.because, why(primary.route, situation)),
  ];
  for (const { route } of others) {
    blocks.push(
      { block: "text", text: messages.also(routeTitle(route), routeWords[route].buys) },
      ...reasonFacts(messages.because, why(route, situation)),
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
  if (primary === undefined) return open.length === 0 ? [] : [{ block: "text", text: messages.possible(open) }];
  return [{ block: "text", text: messages.looksLike([primary, ...others], open) }];
}

/** Why each of the others is not recommended. */
function ruledOutBlocks(result: Result, situation: Situation): Block[] {
  return section(
    headings.others,
    result.ruledOut.map(({ route, how, rules }): Block => {
      const said = whyNot(route, situation);
      const reasons = said.length > 0 ? said : rules.map((rule) => titleOf({ rule }));
      return { block: "text", text: messages.ruledOut(routeWords[route].name, how, reasons.slice(0, 2)) };
    }),
  );
}

function walletBlocks(wallet: Wallet): Block[] {
  const { name, kind } = wallet.owner;
  return [
    { block: "heading", text: wallet.product },
    {
      block: "facts",
      facts: [
        {
          label: factLabels.unit,
          value: `${wallet.unitName}${wallet.currency === null ? "" : ` (${wallet.currency})`}`,
        },
        {
          label: factLabels.price,
          value: readPriceWords(wallet),
        },
        ...(wallet.included.length === 0
          ? []
          : [{ label: factLabels.included, value: wallet.included.map(includedWords).join("; ") }]),
        name === null
          ? { label: factLabels.owner, value: kind ?? messages.nobody }
          : personFact(factLabels.owner, name, kind === null ? "" : `, ${kind}`),
        {
          label: factLabels.expiry,
          value:
            wallet.expiry.date === null
              ? wallet.expiry.text
              : messages.on(wallet.expiry.text, dayWords(wallet.expiry.date)),
        },
        { label: factLabels.rollover, value: wallet.rollover },
        { label: factLabels.whenEmpty, value: wallet.atZeroText },
        {
          label: factLabels.funding,
          value: wallet.funding === null ? messages.notSettled : fundingWords[wallet.funding],
        },
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
    headings.connections,
    edges.flatMap((edge): Block[] => {
      const names = [edge.from, edge.to].map((id) => situation.market.row(id)?.product ?? id);
      const stale = situation.market.isStale(edge);
      const status = edge.status === "connected" && stale ? "check again" : edge.status;
      return [
        {
          block: "text",
          text: messages.pair(names, status, edge.says, edge.only),
        },
        { block: "source", source: edgeSource(edge, situation.market) },
      ];
    }),
  );
}

/** Seven items, then the pages they were read on, each once. */
function verifyBlocks(items: readonly VerifyItem[]): Block[] {
  const facts = items.map(({ item, status, value, who }) => ({
    label: item,
    value: [value, who === null ? null : `(${who.split(", ").map(personName).join(", ")})`, `[${statusWords[status]}]`]
      .filter((each) => each !== null)
      .join(" "),
  }));
  const sources = new Map(items.flatMap((item) => item.sources).map((source) => [sourceKey(source), source]));
  return [{ block: "facts", facts }, ...[...sources.values()].map((source): Block => ({ block: "source", source }))];
}

function openBlocks(result: Result, { checklist }: Advisor): Block[] {
  if (result.complete) return [{ block: "text", text: messages.complete }];
  const missing = checklist.questions
    .filter((question) => result.missing.includes(question.id))
    .map((question): Block => ({ block: "text", text: question.text }));
  return [...section(headings.open, missing), { block: "text", text: messages.incomplete }];
}

function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ block: "heading", text: title }, ...blocks];
}
