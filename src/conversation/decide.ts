import type { Advisor } from "../advice/advise.ts";
import type { Situation } from "../advice/situation.ts";
import type { Chart } from "../chart/chart.ts";
import { approvalMessages, settledMessages } from "../outbox/needs-approval.ts";
import { cardKey, cardUpdates, newPost, type PostBody, pictureOf } from "../outbox/post-body.ts";
import { cardBlocks, cardTitle } from "../present/card.ts";
import { chartsOf } from "../present/charts.ts";
import { summaryOf } from "../present/decision-name.ts";
import { basisOf } from "../purchase/basis.ts";
import { type Recommendation, withPurchases } from "../purchase/recommend.ts";
import { blocksLeft } from "../purchase/to-settle.ts";
import type { Block } from "../screen/screen.ts";
import type { Decision, DraftRow, NewPost } from "../store/rows.ts";
import { teamOf } from "../store/team.ts";
import type { BotPorts, Who } from "./bot.ts";
import { nextPage } from "./pages.ts";
import { type Standing, standingOf } from "./standing.ts";
import { usedBy } from "./used.ts";

/** The recommendation as it is posted. */
export function cardOf(
  { situation, result }: Omit<Standing, "draft">,
  advisor: Advisor,
): { title: string; blocks: Block[] } {
  return cardOfWhole(withPurchases(advisor, situation, result), situation, advisor);
}

function cardOfWhole(whole: Recommendation, situation: Situation, advisor: Advisor) {
  return { title: cardTitle(whole, advisor), blocks: cardBlocks(whole, situation, advisor) };
}

/** What the picture of its card shows; null where nothing can be set side by side. */
export function pictureOfCard({ situation, result }: Omit<Standing, "draft">, advisor: Advisor): Chart | null {
  return chartsOf(withPurchases(advisor, situation, result), situation, advisor)[0] ?? null;
}

/** Whether nothing stands against buying it, and every question that can still change it was put. An empty answer is one. */
function isSettled(result: Recommendation, { situation }: Pick<Standing, "situation">): boolean {
  return blocksLeft(result).length === 0 && nextPage(undefined, situation) === undefined;
}

/** A thread of a channel: what is posted to the channel goes into it. */
export type Thread = { channel: string; thread: string };

/** Makes a draft a decision, with a card for each channel; what it takes the place of says so on its own cards. */
export async function decideOn(
  row: DraftRow,
  who: Who,
  { channels, open, within }: { channels: readonly string[]; open: readonly string[]; within: Thread | null },
  advisor: Advisor,
  { store, now, newId, pictures }: Pick<BotPorts, "store" | "now" | "newId" | "pictures">,
): Promise<{ decision: Decision; fresh: boolean }> {
  const tenant = store.of(who.tenant);
  const standing = standingOf(advisor, row.draft);
  const result = withPurchases(advisor, standing.situation, standing.result);
  const id = newId();
  const places = [...new Set(channels)];
  const body: PostBody = { kind: "card", ...cardOfWhole(result, standing.situation, advisor) };
  const cards = places.map((channel): NewPost => {
    const key = cardKey({ draft: row.id, revision: row.revision }, channel);
    const thread = within?.channel === channel ? within.thread : null;
    return { ...newPost(who.person, key, id, channel, body), thread };
  });
  const made = {
    id,
    summary: summaryOf(result, row.draft.answers, advisor.market),
    answers: row.draft.answers,
    route: result.routes[0]?.route ?? null,
    complete: isSettled(result, standing),
    at: now(),
  };
  // Where it is posted, those who have to approve it are told.
  const told = cards.length === 0 ? [] : approvalMessages(who, made, await teamOf(who.tenant, { store }));
  const chart = pictures ? pictureOfCard(standing, advisor) : null;
  const shown = chart === null ? [] : cards.map((card) => pictureOf(card, chart));
  const before = row.supersedes;
  const old = before === null ? [] : await tenant.posts(before);
  const updates = [...cardUpdates(old, who.person, "superseded"), ...settledMessages(old)];
  return tenant.decide(
    {
      ...made,
      draft: row.id,
      revision: row.revision,
      result,
      catalogue: result.catalogue.version,
      ...usedBy(result, row.draft.answers.workload),
      basis: basisOf(result, row.draft.answers, advisor),
      by: who.person,
      audience: places.map((channel) => ({ channel, open: open.includes(channel) })),
    },
    [...cards, ...told, ...updates, ...shown],
    before ?? undefined,
  );
}
