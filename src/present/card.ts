import type { Advisor } from "../advice/advise.ts";
import type { Result } from "../advice/result.ts";
import type { Situation } from "../advice/situation.ts";
import type { SourceRead } from "../market/sources.ts";
import type { Purchase } from "../purchase/purchase.ts";
import type { Recommendation } from "../purchase/recommend.ts";
import type { Block } from "../screen/screen.ts";
import { boundaryBlocks } from "./boundary.ts";
import { spanWords } from "./dates.ts";
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
  const { purchases } = result;
  const several = purchases.length > 1;
  return [
    ...purchases.flatMap((each) => [
      ...(several ? [{ block: "heading" as const, text: headline(each, market) }] : []),
      ...moneyBlocks(each, situation),
      ...boundaryBlocks(each, situation),
    ]),
    ...quoteBlocks(result.quote, "as stated by whoever asked for this"),
    ...purchases.flatMap((each) => compareBlocks(each, situation)),
    ...settleBlocks(result),
    ...purchases.flatMap((each) => nextBlocks({ ...each, next: each.next.slice(0, several ? 1 : 2) })),
    ...freshnessBlocks(result, situation),
  ];
}

/** The name of a card: what to do. Also what a notification shows. */
export function cardTitle({ purchases }: Recommendation, { market }: Advisor): string {
  return purchaseTitle(purchases, market);
}

function moneyBlocks(purchase: Purchase, { answers }: Situation): Block[] {
  const lines = [costWords(purchase, subjectWords(answers.workload)), shortRunnerUp(purchase)];
  return lines.filter((line) => line !== "").map((text): Block => ({ block: "text", text }));
}

const mostToSettle = 3;

/** What stands against buying now, the worst first. */
function settleBlocks({ findings }: Result): Block[] {
  const open = findings.filter(({ severity }) => severity === "block" || severity === "warn");
  if (open.length === 0) return [];
  const rest = open.length - mostToSettle;
  return [
    { block: "heading", text: `Settle first (${open.length})` },
    ...open.slice(0, mostToSettle).map((finding) => ({ ...findingBlock(finding), sources: [] })),
    ...(rest > 0 ? [{ block: "quiet" as const, text: `${rest} more in Details.` }] : []),
  ];
}

/** `3 official pages, last checked 1 Jul to 22 Sep 2026. 1 to re-check.` */
function freshnessBlocks(result: Recommendation, { market }: Situation): Block[] {
  const rows = result.purchases.flatMap(({ picks }) => picks.flatMap(({ row }) => market.row(row) ?? []));
  const models = result.purchases.flatMap(({ picks }) => picks.map(({ model }) => model));
  const lines = (result.estimate?.lines ?? []).filter(({ model, usd }) => usd !== null && models.includes(model));
  const read = new Map<string, SourceRead>();
  for (const row of rows)
    read.set(row.source.url, { url: row.source.url, readOn: row.source.readOn, stale: market.isStale(row) });
  for (const source of lines.flatMap(({ sources }) => sources)) read.set(source.url, source);
  const days = [...read.values()].flatMap(({ readOn }) => readOn ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const stale = [...read.values()].filter((source) => source.stale).length;
  const pages = read.size === 1 ? "1 page" : `${read.size} pages`;
  const again = stale === 0 ? "" : ` ${stale} to re-check.`;
  return [{ block: "quiet", text: `${pages}, last checked ${spanWords(first, last)}.${again}` }];
}
