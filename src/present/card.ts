import type { Advisor } from "../advice/advise.ts";
import type { Result } from "../advice/result.ts";
import type { Situation } from "../advice/situation.ts";
import { spanWords } from "../market/days.ts";
import type { Market } from "../market/market.ts";
import { rowSource, type SourceRead } from "../market/sources.ts";
import type { Purchase } from "../purchase/purchase.ts";
import type { Recommendation } from "../purchase/recommend.ts";
import type { Block } from "../screen/screen.ts";
import { ownFigure } from "../screen/source.ts";
import { countWords } from "../screen/words.ts";
import { worstAccident } from "./accidents.ts";
import { boundaryBlocks } from "./boundary.ts";
import { findingBlock } from "./finding.ts";
import { quoteBlocks } from "./labels.ts";
import { compareBlocks, nextBlocks } from "./purchase-blocks.ts";
import { costWords, headline, purchaseTitle, shortRunnerUp } from "./purchase-words.ts";
import { subjectWords } from "./work-words.ts";

/**
 * The recommendation as a team reads it in its channel: what it costs, the four facts of its boundary, what to settle first,
 * and how fresh it is. All that led there is in the details.
 */
export function cardBlocks(result: Recommendation, situation: Situation, { market }: Advisor): Block[] {
  const purchases = unlike(result.purchases, market);
  const several = purchases.length > 1;
  const before: Block[] = [
    ...purchases.flatMap((each) => [
      ...(several ? [{ block: "heading" as const, text: headline(each, market) }] : []),
      ...moneyBlocks(each, situation, several),
      ...boundaryBlocks(each, situation, several),
    ]),
    ...quoteBlocks(result.quote, "from the vendor's written quote"),
    ...purchases.flatMap((each) => compareBlocks(each, situation)),
  ];
  const after = [
    ...(several ? [] : purchases.flatMap((each) => nextBlocks({ ...each, next: each.next.slice(0, 1) }))),
    ...freshnessBlocks(result, situation),
  ];
  const settled = (end: readonly Block[]) => settleBlocks(result, mostWords - countWords([...before, ...end]));
  const worst = several ? null : worstAccident(situation);
  const withWorst = [...before, ...settled([...(worst?.blocks ?? []), ...after]), ...(worst?.blocks ?? []), ...after];
  // What stands against buying now goes first: one line more only where it has room.
  const hasRoom =
    withWorst.length <= mostBlocks && countWords(withWorst) <= (worst?.inDollars ? mostWithDollars : mostWords);
  return hasRoom ? withWorst : [...before, ...settled(after), ...after];
}

/** So many words are read in ten seconds: what does not fit is in the details. */
const mostWords = 105;
/** A mistake that is known to have cost dollars is worth a little more; a title comes on top. */
const mostWithDollars = 118;
const mostBlocks = 12;

/** Two budgets that come to the same, such as one contract for both, are told once. */
function unlike(purchases: readonly Purchase[], market: Market): Purchase[] {
  const headlines = purchases.map((each) => headline(each, market));
  return purchases.filter((_, at) => headlines.indexOf(headlines[at] ?? "") === at);
}

/** The name of a card: what to do. Also what a notification shows. */
export function cardTitle({ purchases }: Recommendation, { market }: Advisor): string {
  return purchaseTitle(unlike(purchases, market), market);
}

function moneyBlocks(purchase: Purchase, { answers }: Situation, several: boolean): Block[] {
  // With two budgets there is no room for the next best of each: it is in the details.
  const subject = purchase.budget === "people" && several ? null : subjectWords(answers.workload);
  const lines = [costWords(purchase, subject, several), several ? "" : shortRunnerUp(purchase)];
  return lines.filter((line) => line !== "").map((text): Block => ({ block: "text", text }));
}

const mostToSettle = 3;

/** What stands against buying now, the worst first: at most three, the first always, the others while there is room. */
function settleBlocks({ findings }: Result, room: number): Block[] {
  const open = findings.filter(({ severity }) => severity === "block" || severity === "warn");
  if (open.length === 0) return [];
  const shown: Block[] = [];
  for (const finding of open.slice(0, mostToSettle)) {
    const block = { ...findingBlock(finding), sources: [] };
    if (shown.length > 0 && countWords([...shown, block]) > room) break;
    shown.push(block);
  }
  const rest = open.length - shown.length;
  return [
    { block: "heading", text: `Settle first (${open.length})` },
    ...shown,
    ...(rest > 0 ? [{ block: "quiet" as const, text: `${rest} more in Details.` }] : []),
  ];
}

/** `3 source pages, last checked 1 Jul to 22 Sep 2026. 1 to re-check.`, and what is no page but a figure of one's own. */
function freshnessBlocks(result: Recommendation, { market }: Situation): Block[] {
  const rows = result.purchases.flatMap(({ picks }) => picks.flatMap(({ row }) => market.row(row) ?? []));
  const models = result.purchases.flatMap(({ picks }) => picks.map(({ model }) => model));
  const lines = (result.estimate?.lines ?? []).filter(({ model, usd }) => usd !== null && models.includes(model));
  const read = new Map<string, SourceRead>();
  for (const row of rows) read.set(row.source.url, rowSource(row, market));
  for (const source of lines.flatMap(({ sources }) => sources)) read.set(source.url, source);
  const days = [...read.values()].flatMap(({ readOn, confirmed }) => confirmed?.on ?? readOn ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const stale = [...read.values()].filter((source) => source.stale).length;
  const own = [...read.values()].filter((source) => source.own === true).length;
  const others = read.size - own;
  const pages = others === 1 ? "1 source page" : `${others} source pages`;
  const what = own === 0 ? pages : others === 0 ? ownFigure : `${pages} and ${ownFigure}`;
  const again = stale === 0 ? "" : ` ${stale} to re-check.`;
  return [
    {
      block: "quiet",
      text: `${what.slice(0, 1).toUpperCase()}${what.slice(1)}, last checked ${spanWords(first, last)}.${again}`,
    },
  ];
}
