import type { Who } from "../conversation/bot.ts";
import { startOver } from "../conversation/notices.ts";
import { dayWords } from "../market/days.ts";
import { countFreshness } from "../market/freshness.ts";
import { isCard, isUndo, takenBack } from "../outbox/post-body.ts";
import { freshnessLine } from "../present/freshness.ts";
import type { Action, Block, Screen } from "../screen/screen.ts";
import { nameOf, summaryOfLine } from "../store/named.ts";
import type { DecisionLine, Post } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { decisionTable, openActions } from "./decision-list.ts";
import { viewerOf } from "./decision-lookup.ts";
import { retries } from "./decision-screens.ts";
import { troubleMessages, waitingMessages, homeMessages as words } from "./home-messages.ts";
import { type AppPorts, infoScreen, textBlock, whyText } from "./ports.ts";
import { forget, keptWords } from "./settings.ts";

/** For whoever comes back to a conversation that waits. */
export function resumeScreen(step: string): Screen {
  return infoScreen("resume", waitingMessages.back.title, [textBlock(waitingMessages.back.words)], resumeActions(step));
}

function resumeActions(step: string): Action[] {
  return [{ action: "resume", label: words.resume(step), weight: "main" }, startOver];
}

const mostTroubles = 5;
const mostListed = 5;
/** So many of the newest decisions are looked through for what their author has to settle. */
const mostLookedThrough = 10;

/** What a person finds first: their conversation, what needs them, and what was decided last. */
export async function homeScreen(who: Who, ports: AppPorts): Promise<Screen> {
  const { bot, store, advisor, typed } = ports;
  const { market } = advisor(who.tenant);
  const [waiting, troubles, recent] = await Promise.all([
    bot.waiting(who),
    troublesOf(who, store),
    store.of(who.tenant).decisions(viewerOf(who, { channel: null }), mostLookedThrough),
  ]);
  const shown = await withDecisions(troubles.slice(0, mostTroubles), who, store);
  const listed = recent.items.slice(0, mostListed);
  const open = recent.items.filter((line) => line.by === who.person && !line.complete && line.supersededBy === null);
  const opened = [...listed, ...open.filter((line) => !listed.includes(line))];
  const missed = shown.filter(({ line }) => opened.every(({ id }) => id !== line.id)).map(({ line }) => line);
  const needs: Block[] = [
    ...shown.flatMap((each) => troubleBlocks(each, ports)),
    ...(troubles.length <= mostTroubles ? [] : [textBlock(words.more(troubles.length - mostTroubles))]),
    ...open.map((line) => textBlock(words.settle(nameOf(line)))),
  ];
  return infoScreen(
    "home",
    words.title,
    [
      textBlock(waiting === null ? words.new : words.stopped(waiting)),
      ...(needs.length === 0 ? [] : [{ block: "heading" as const, text: words.needsYou }, ...needs]),
      ...(listed.length === 0 ? [] : [{ block: "heading" as const, text: words.decisions }, decisionTable(listed)]),
      { block: "heading", text: words.yourData },
      { block: "quiet", text: keptWords },
      {
        block: "quiet",
        text: words.asOf(dayWords(market.asOf), freshnessLine(countFreshness(market))),
      },
      { block: "quiet", text: words.byVendor(typed("catalogue", "")) },
    ],
    [
      ...(waiting === null
        ? [{ action: "begin" as const, label: words.start, weight: "main" as const }]
        : resumeActions(waiting)),
      ...shown.flatMap(({ post, beside, line }) =>
        retries(beside, ` ${summaryOfLine(line).name}`).filter(({ about }) => about === post.key),
      ),
      ...openActions(distinct([...missed, ...opened])),
      ...(recent.items.length <= mostListed ? [] : [{ action: "decisions" as const, label: words.allDecisions }]),
      { action: "settings", label: words.settings },
      forget,
    ],
  );
}

function distinct(lines: readonly DecisionLine[]): DecisionLine[] {
  return [...new Map(lines.map((line) => [line.id, line])).values()];
}

/** A post that somebody has to look at, with the others of its decision. */
type Trouble = { post: Post; beside: Post[] };

/** Cards of a person of which nobody knows, or which did not arrive, and what could not be taken back. */
async function troublesOf({ tenant, person }: Who, store: Store): Promise<Trouble[]> {
  const here = store.of(tenant);
  const posts = (await here.troubled(person)).filter((post) => isCard(post) || isUndo(post));
  const all = await Promise.all(posts.map(async (post) => ({ post, beside: await here.posts(post.decision) })));
  // What its author took back is not missed by anybody.
  return all.filter(({ post, beside }) => isUndo(post) || !takenBack(beside).has(post.channel));
}

/** The same with the decisions that they are about. */
async function withDecisions(troubles: readonly Trouble[], { tenant }: Who, store: Store) {
  const found = await Promise.all(
    troubles.map(async (each) => ({ ...each, line: await store.of(tenant).decision(each.post.decision) })),
  );
  return found.flatMap(({ line, ...each }) => (line === null ? [] : [{ ...each, line }]));
}

/** What is known of it: a channel's name stands in no text. */
function troubleBlocks({ post, line }: Pick<Trouble, "post"> & { line: DecisionLine }, ports: AppPorts): Block[] {
  const { channel, state } = post;
  const why = whyText(post, ports);
  const name = nameOf(line);
  const text = isUndo(post)
    ? troubleMessages.notTakenBack(name)
    : state === "unknown"
      ? troubleMessages.lost(name)
      : troubleMessages.notPosted(name);
  return [textBlock(troubleMessages.withReason(text, why)), { block: "channel", label: words.channel, channel }];
}
