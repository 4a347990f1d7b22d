import type { Advisor } from "../advice/advise.ts";
import type { Finding } from "../advice/findings.ts";
import type { Situation } from "../advice/situation.ts";
import { spanWords } from "../market/days.ts";
import type { Market } from "../market/market.ts";
import { plainName } from "../market/plain-name.ts";
import { rowSource, type SourceRead } from "../market/sources.ts";
import type { Purchase } from "../purchase/purchase.ts";
import type { Recommendation } from "../purchase/recommend.ts";
import type { Block } from "../screen/screen.ts";
import { countWords } from "../screen/words.ts";
import { worstAccident } from "./accidents.ts";
import { boundaryBlocks } from "./boundary.ts";
import { cardMessages as words } from "./card-messages.ts";
import { findingBlock, titleOf } from "./finding.ts";
import { quoteBlocks } from "./labels.ts";
import { compareBlocks, nextBlocks } from "./purchase-blocks.ts";
import { costWords, headline, purchaseTitle, shortRunnerUp } from "./purchase-words.ts";
import { shortWorkBlocks, subjectWords } from "./work-words.ts";

/**
 * The recommendation as a team reads it in its channel: what it costs, the four facts of its boundary, what to settle first,
 * and how fresh it is. All that led there is in the details.
 */
export function cardBlocks(result: Recommendation, situation: Situation, { market }: Advisor): Block[] {
  const purchases = unlike(result.purchases, market);
  const several = purchases.length > 1;
  const counted = purchases.some(({ monthly }) => monthly !== null);
  const work = shortWorkBlocks(situation.answers.workload, counted);
  const before: Block[] = [
    ...(several ? work : []),
    ...purchases.flatMap((each) => [
      ...(several ? [{ block: "heading" as const, text: headline(each, market) }] : []),
      ...moneyBlocks(each, situation, several),
      ...(several ? [] : work),
      ...boundaryBlocks(each, situation, several),
    ]),
    ...lostBlocks(purchases, situation),
    ...quoteBlocks(result.quote, words.quoted),
    ...purchases.flatMap((each) => compareBlocks(each, situation)),
  ];
  const after = [
    ...(several ? [] : purchases.flatMap((each) => nextBlocks({ ...each, next: each.next.slice(0, 1) }))),
    ...sourceBlocks(result, situation),
  ];
  const settled = (end: readonly Block[]) =>
    settleBlocks(result, mostWords - countWords([...before, ...end]) + (several ? 0 : forTitles));
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

function moneyBlocks(purchase: Purchase, { answers, market }: Situation, several: boolean): Block[] {
  // With two budgets there is no room for the next best of each: it is in the details.
  const subject = purchase.budget === "people" && several ? null : subjectWords(answers.workload);
  const lines = [costWords(purchase, subject, several), several ? "" : shortRunnerUp(purchase, market)];
  return lines.filter((line) => line !== "").map((text): Block => ({ block: "text", text }));
}

/** Why a product that was named is not what is recommended: whoever named it asks that first. */
function lostBlocks(purchases: readonly Purchase[], { chosenRows }: Situation): Block[] {
  const lost = purchases.flatMap(({ excluded, replaces }) =>
    excluded.filter(({ row }) => row !== replaces && chosenRows.some(({ id }) => id === row)).map(({ why }) => why),
  );
  return [...new Set(lost)].slice(0, mostLost).map((text): Block => ({ block: "text", text }));
}

const mostLost = 2;

const mostToSettle = 3;

/**
 * What stands against buying what is recommended, the worst first: at most three with their consequence, the first always, the
 * others while there is room. The rest by their titles, so that nothing that blocks is hidden.
 */
function settleBlocks({ findings, toSettle }: Recommendation, room: number): Block[] {
  const open = findings.filter(({ rule }) => toSettle.includes(rule));
  if (open.length === 0) return [];
  const shown: Block[] = [];
  for (const finding of open.slice(0, mostToSettle)) {
    const block = { ...findingBlock(finding), sources: [] };
    if (shown.length > 0 && countWords([...shown, block]) > room - forTitles) break;
    shown.push(block);
  }
  return [
    { block: "heading", text: words.settle(open.length) },
    ...shown,
    ...restBlocks(open.slice(shown.length), room - countWords(shown)),
  ];
}

function restBlocks(rest: readonly Finding[], room: number): Block[] {
  if (rest.length === 0) return [];
  const line = (titles: number): Block => ({
    block: "quiet",
    text: [
      ...(titles === 0 ? [] : [words.also(rest.slice(0, titles).map(titleOf))]),
      ...(titles === rest.length ? [] : [words.inDetails(rest.length - titles)]),
    ].join(" "),
  });
  const lines = Array.from({ length: Math.min(rest.length, mostTitles) + 1 }, (_, fewer) => line(fewer)).reverse();
  const least = countWords([line(0)]);
  return [lines.find((each) => countWords([each]) <= Math.max(room, least)) ?? line(0)];
}

const mostTitles = 3;
/** A title is what to do: so many words more are worth it. */
const forTitles = 18;

/** `Sources: OpenAI API and 1 more, last checked 1 Jul to 22 Sep 2026, check 1 again`: opens the first; all are in Details. */
function sourceBlocks(result: Recommendation, { market }: Situation): Block[] {
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
  const span = spanWords(first, last);
  const again = stale === 0 ? [] : [words.again(stale, read.size)];
  const page = rows.find(({ source }) => read.get(source.url)?.own !== true);
  if (page === undefined) return [{ block: "quiet", text: [words.ownSource(span), ...again].join(", ") }];
  const text = [
    words.source(plainName(page, market), read.size - own - 1, span),
    ...(own === 0 ? [] : [words.withOwn]),
    ...again,
  ];
  return [{ block: "link", text: text.join(", "), url: page.source.url }];
}
