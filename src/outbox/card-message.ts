import { withTitles } from "../present/finding.ts";
import { judgingMessages as words } from "../present/judging-messages.ts";
import { fitPages, type Limits } from "../screen/fit.ts";
import type { Block } from "../screen/screen.ts";
import type { Decision, Post } from "../store/rows.ts";
import { cardActions } from "./card-actions.ts";
import { cardWords } from "./card-words.ts";
import type { CardMessage, Picture } from "./composed.ts";
import { declined, longestReason } from "./declines.ts";
import { bodyOf } from "./post-body.ts";
import { stampBlocks } from "./stamp.ts";

/** Room for what becomes of a card: who asked, who approved, what took its place. */
const reserve = 350;

/** Room for a link to what took its place, which few cards need. */
const reserveForLink = 300;

/** What a card may take up, so that there is room for what becomes of it. */
export function cardRoom(limits: Limits, reserved = reserve): Limits {
  return { ...limits, characters: limits.characters - reserved, blocks: limits.blocks - 5 };
}

/** The card with what became of it: approvals in the order they were given, and what took its place. */
export function cardMessage(
  card: Pick<Post, "body" | "decision" | "channel">,
  beside: readonly Post[],
  decision: Decision | null,
  successor: Block[],
  limits: Limits,
): CardMessage {
  const body = bodyOf(card);
  const { title, blocks: kept } = body.kind === "card" ? body : { title: "", blocks: [] };
  const blocks = withTitles(kept);
  const superseded = decision?.supersededBy ?? null;
  const refusal = declined(beside);
  const state = [...successor, ...stampBlocks(card, beside, decision)];
  const picture = pictureOn(beside);
  const whole = [...blocks, ...state];
  const reserved = reserve + (successor.length === 0 ? 0 : reserveForLink) + (refusal === null ? 0 : longestReason);
  const pages = fitPages(blocks, cardRoom(limits, reserved));
  const [first = []] = pages;
  const cut: Block[] = pages.length > 1 ? [{ block: "quiet", text: cardWords.shortened }] : [];
  return {
    title: superseded !== null ? cardWords.superseded(title) : refusal === null ? title : words.declinedTitle(title),
    blocks: [...first, ...cut, ...(fitPages(state, { ...limits, characters: reserved - 80 })[0] ?? [])],
    whole,
    actions: cardActions(card.decision, decision),
    ...(picture === null ? {} : { picture }),
  };
}

/** The picture that was put on a card, where one was. */
function pictureOn(beside: readonly Post[]): Picture | null {
  for (const post of beside) {
    const body = bodyOf(post);
    if (body.kind === "picture" && post.reference !== null) return { reference: post.reference, alt: body.chart.alt };
  }
  return null;
}
