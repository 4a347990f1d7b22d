import type { Advisor } from "../advice/advise.ts";
import { why } from "../advice/reasons.ts";
import type { Result, Wallet } from "../advice/result.ts";
import type { Situation } from "../advice/situation.ts";
import type { Severity } from "../checklist/ids.ts";
import type { Estimate, EstimateLine } from "../estimate/result.ts";
import { type SourceRead, sourceKey } from "../market/sources.ts";
import type { Recommendation } from "../purchase/recommend.ts";
import type { BandText } from "../quantity/band.ts";
import type { Block } from "../screen/screen.ts";
import { moneyColumns } from "./amounts.ts";
import { findingBlock } from "./finding.ts";
import { quoteBlocks, readPriceWords, routeWords } from "./labels.ts";
import { lineNames } from "./line-names.ts";
import { moneyBlocks, nextBlocks, purchaseBlocks } from "./purchase-blocks.ts";
import { purchaseTitle } from "./purchase-words.ts";

/**
 * The recommendation as a team reads it in its channel: what to buy and why, what drains, whose it is, when it ends, what
 * it costs, and what stands against it. All that led there is behind "Why".
 */
export function cardBlocks(result: Recommendation, situation: Situation, advisor: Advisor): Block[] {
  const { purchases } = result;
  return [
    ...(purchases.length === 1
      ? purchases.flatMap((each) => [...moneyBlocks(each), ...nextBlocks(each)])
      : purchaseBlocks(purchases, advisor.market)),
    ...routeBlocks(result, situation),
    ...quoteBlocks(result.quote, "as stated by whoever asked for this"),
    ...result.wallets.flatMap(walletBlocks),
    ...(result.estimate === null ? [] : estimateBlocks(result.estimate, advisor)),
    ...findings("Before anything is bought", result, "block"),
    ...findings("Warnings", result, "warn"),
    ...findings("Not compared, on purpose", result, "refuse"),
    // What it rests on stands before what is still to be done: a card that is cut is cut at its end.
    ...sourceBlocks(result),
    ...verifyBlocks(result),
    ...openBlocks(result, advisor),
    ...assumptions(result),
    {
      block: "quiet",
      text: `Prices and rules of catalogue ${result.catalogue.version}, as of ${result.catalogue.asOf}.`,
    },
  ];
}

/** The name of a card: what to do. Also what a notification shows. */
export function cardTitle({ purchases, complete }: Recommendation, { market }: Advisor): string {
  return `${purchaseTitle(purchases, market)}${complete ? "" : " (incomplete)"}`;
}

const mostReasons = 3;

function routeBlocks(result: Result, situation: Situation): Block[] {
  const chosen = result.routes.flatMap(({ route }): Block[] => [
    { block: "text", text: `${routeWords[route].name}: you buy ${routeWords[route].buys}.` },
    ...reasons(why(route, situation)),
  ]);
  // Why each is ruled out is behind "Why": here it would take more room than the choice itself.
  const out = result.ruledOut.map(({ route }) => routeWords[route].name);
  return [
    ...(chosen.length > 0
      ? chosen
      : [{ block: "text" as const, text: "Say first how the work reaches the model: then there is a route." }]),
    ...(out.length === 0 ? [] : [{ block: "facts" as const, facts: [{ label: "Ruled out", value: out.join(", ") }] }]),
  ];
}

function reasons(all: readonly string[]): Block[] {
  const shown = all.slice(0, mostReasons);
  return shown.length === 0 ? [] : [{ block: "facts", facts: [{ label: "Because", value: shown.join("; ") }] }];
}

function walletBlocks(wallet: Wallet): Block[] {
  const owner = [wallet.owner.name, wallet.owner.kind].filter((each) => each !== null);
  return [
    { block: "heading", text: wallet.product },
    {
      block: "facts",
      facts: [
        { label: "Drains", value: wallet.unitName },
        {
          label: "Price",
          value: readPriceWords(wallet),
        },
        { label: "Owner", value: owner.join(", ") || "not named yet" },
        {
          label: "Expiry",
          value: wallet.expiry.date === null ? wallet.expiry.text : `${wallet.expiry.text} On ${wallet.expiry.date}.`,
        },
        { label: "At zero", value: wallet.atZeroText },
      ],
    },
  ];
}

const mostLines = 10;
const mostDrivers = 3;

/** One line for each budget; what has no price says so, and is never left out. */
function estimateBlocks({ lines, total, drivers, per }: Estimate, { market }: Advisor): Block[] {
  const able = lines.filter((line) => line.eligible);
  const names = lineNames(lines, market);
  const nameOf = (line: EstimateLine) => names[lines.indexOf(line)] ?? line.option;
  const aMonth = per === "month" ? " a month" : "";
  const row = (name: string, money: BandText) => [name, ...moneyColumns(money)];
  const priced = able.flatMap((line) => (line.usd === null ? [] : [row(nameOf(line), line.usd)]));
  const silent = able.filter((line) => line.usd === null);
  const shown = priced.slice(0, mostLines);
  const rest = priced.length - shown.length + Math.max(0, silent.length - mostLines);
  return [
    { block: "heading", text: `Estimate, in dollars${total === null ? aMonth : ""}` },
    ...(shown.length === 0 && total === null
      ? []
      : [
          {
            block: "table" as const,
            columns: ["Budget", "Low", "Expected", "High"],
            rows: [...shown, ...(total === null ? [] : [row(`Total${aMonth}`, total)])],
          },
        ]),
    ...silent
      .slice(0, mostLines)
      .map((line): Block => ({ block: "text", text: `${nameOf(line)}: ${line.notPriceable ?? "no price known"}` })),
    ...(rest === 0 ? [] : [{ block: "quiet" as const, text: `and ${rest} more lines: Why shows them.` }]),
    ...(drivers.length === 0
      ? []
      : [
          {
            block: "facts" as const,
            facts: [{ label: "Moves it most", value: drivers.slice(0, mostDrivers).join("; ") }],
          },
        ]),
  ];
}

function findings(title: string, result: Result, severity: Severity): Block[] {
  const found = result.findings.filter((finding) => finding.severity === severity);
  if (found.length === 0) return [];
  // Their pages stand together at the end, each once.
  return [{ block: "heading", text: title }, ...found.map((finding) => ({ ...findingBlock(finding), sources: [] }))];
}

function verifyBlocks({ verify }: Result): Block[] {
  const open = verify.filter((item) => item.status === "open" || item.status === "stale");
  if (open.length === 0) return [];
  return [
    { block: "heading", text: "Verify before you pay" },
    ...open.map(
      (item): Block => ({
        block: "text",
        text: `${item.id} ${item.item}: ${item.status === "stale" ? "read, but too long ago: check again" : "nobody has said yet"}.`,
      }),
    ),
  ];
}

function openBlocks({ complete, missing }: Result, { checklist }: Advisor): Block[] {
  if (complete) return [];
  const questions = checklist.questions.filter((question) => missing.includes(question.id));
  return [
    ...(questions.length === 0 ? [] : [{ block: "heading" as const, text: "Still to be answered" }]),
    ...questions.map((question): Block => ({ block: "text", text: question.text })),
    { block: "text", text: "Incomplete: it may be shown, and says so wherever it is shown." },
  ];
}

const mostAssumptions = 4;

function assumptions({ estimate }: Result): Block[] {
  const all = estimate?.assumptions ?? [];
  if (all.length === 0) return [];
  const rest = all.length - mostAssumptions;
  return [
    { block: "heading", text: "Taken for granted" },
    ...all.slice(0, mostAssumptions).map((text): Block => ({ block: "quiet", text })),
    ...(rest > 0 ? [{ block: "quiet" as const, text: `and ${rest} more: Why shows them.` }] : []),
  ];
}

/** Every page that a figure or a sentence of the card rests on, once, with the day it was read. */
function sourceBlocks(result: Result): Block[] {
  const shown = result.findings.filter(({ severity }) => severity !== "note" && severity !== "route");
  const all = [
    ...result.wallets.map((wallet) => wallet.source),
    ...(result.estimate?.lines ?? [])
      .filter((line) => line.eligible && line.usd !== null)
      .flatMap((line) => line.sources),
    ...shown.flatMap((finding) => finding.sources),
  ];
  const once = new Map<string, SourceRead>(all.map((source) => [sourceKey(source), source]));
  if (once.size === 0) return [];
  return [
    { block: "heading", text: "Read on these pages" },
    ...[...once.values()].map((source): Block => ({ block: "source", source })),
  ];
}
