import { shortened } from "../screen/fit.ts";
import type { Block } from "../screen/screen.ts";
import { nameOf } from "../store/named.ts";
import type { Decision, Post } from "../store/rows.ts";
import type { TenantStore } from "../store/store.ts";
import { cardWords as words } from "./card-words.ts";
import { cardsLeft } from "./post-body.ts";

/** Where a posted message can be opened; null where that cannot be said. */
export type LinkTo = (post: Post) => Promise<string | null>;

/** How long the name in a link may be. */
const longestLink = 120;

/**
 * What took the place of a decision, in words for its card: a link where that has a card. Its name is told only where the
 * people of the channel may see it.
 */
export async function successorOf(
  decision: Decision | null,
  channel: string,
  tenant: TenantStore,
  linkTo: LinkTo,
): Promise<{ words: Block[]; onItsWay: boolean }> {
  const id = decision?.supersededBy ?? null;
  if (id === null) return { words: [], onItsWay: false };
  const cards = cardsLeft(await tenant.posts(id));
  const standing = cards.filter(({ reference }) => reference !== null);
  const card = standing.find((each) => each.channel === channel) ?? standing[0];
  const url = card === undefined ? null : await linkTo(card);
  const successor = await tenant.decision(id);
  const seen = successor?.audience.some((each) => each.open || each.channel === channel) ?? false;
  const text = words.supersededBy(
    successor !== null && seen ? shortened(nameOf(successor), longestLink) : words.newerDecision,
  );
  return {
    words: [url === null ? { block: "text", text: words.sentence(text) } : { block: "link", text, url }],
    onItsWay: standing.length === 0 && cards.some(({ state }) => state === "waiting" || state === "sending"),
  };
}
