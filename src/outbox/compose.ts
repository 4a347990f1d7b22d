import { fitPages, type Limits } from "../screen/fit.ts";
import type { Action, Block } from "../screen/screen.ts";
import { type Decision, nobody, type Post } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { bodyOf, isCard, takenBack } from "./post-body.ts";

/** A message as it is to stand in a channel: what an adapter renders. `whole` has everything, for those who cannot see blocks. */
export type CardMessage = { title: string; blocks: Block[]; whole: Block[]; actions: Action[] };

/** What a post means for an adapter, now. `reference` is what the platform calls the card's message. */
export type Composed =
  | { do: "post"; message: CardMessage }
  | { do: "reply"; reference: string; message: CardMessage }
  | { do: "update"; reference: string; message: CardMessage }
  | { do: "delete"; reference: string }
  /** The card is on its way: later. */
  | { do: "wait" }
  /** There is nothing to be done any more, for this reason. */
  | { do: "drop"; reason: string };

/** Makes of a post in the outbox what an adapter has to do, from how its decision stands at this moment. */
export async function compose(post: Post, store: Store, limits: Limits): Promise<Composed> {
  const tenant = store.of(post.tenant);
  const decision = await tenant.decision(post.decision);
  const beside = (await tenant.posts(post.decision)).filter((each) => each.channel === post.channel);
  const body = bodyOf(post);
  const gone = takenBack(beside).has(post.channel);
  if (body.kind === "card")
    return gone
      ? { do: "drop", reason: "It was taken back before it was posted." }
      : { do: "post", message: cardMessage(post, beside, decision, limits) };
  const card = beside.find(isCard);
  if (card?.state === "waiting" || card?.state === "sending") return { do: "wait" };
  if (card === undefined || card.reference === null) return { do: "drop", reason: "There is no card to change." };
  const { reference } = card;
  if (body.kind === "delete") return { do: "delete", reference };
  if (gone) return { do: "drop", reason: "The card was taken back." };
  if (body.kind === "approval" && post.owner === nobody)
    return { do: "drop", reason: "Who approved has been forgotten." };
  if (body.kind === "update") return { do: "update", reference, message: cardMessage(card, beside, decision, limits) };
  // Whose approval it is stands in one place only, from which it can be forgotten.
  const said: Block[] =
    body.kind === "approval" ? [{ block: "people", label: "Approved by", people: [post.owner] }] : body.blocks;
  const title = body.kind === "approval" ? "Approved" : body.title;
  const [blocks = []] = fitPages(said, limits);
  return { do: "reply", reference, message: { title, blocks, whole: said, actions: [] } };
}

/** So many who approved are named on the card; its thread has all of them. */
const mostNamed = 5;

/** Room for what becomes of a card: who asked, who approved, what took its place. */
const reserve = 350;

/** What a card may take up, so that there is room for what becomes of it. */
export function cardRoom(limits: Limits): Limits {
  return { ...limits, characters: limits.characters - reserve, blocks: limits.blocks - 5 };
}

/** The card with what became of it: approvals in the order they were given, and what took its place. */
function cardMessage(
  card: Pick<Post, "body" | "decision" | "channel">,
  beside: readonly Post[],
  decision: Decision | null,
  limits: Limits,
): CardMessage {
  const body = bodyOf(card);
  const { title, blocks } = body.kind === "card" ? body : { title: "", blocks: [] };
  const superseded = decision?.supersededBy ?? null;
  const approvedBy = approvals(card.decision, card.channel, beside);
  const state: Block[] = [
    ...(superseded === null ? [] : [{ block: "text" as const, text: `Superseded by decision ${superseded}.` }]),
    ...(decision === null ? [] : [{ block: "people" as const, label: "Asked by", people: [decision.by] }]),
    ...(approvedBy.length === 0
      ? []
      : [{ block: "people" as const, label: "Approved by", people: approvedBy.slice(0, mostNamed) }]),
    ...(approvedBy.length <= mostNamed
      ? []
      : [{ block: "text" as const, text: `and ${approvedBy.length - mostNamed} more.` }]),
  ];
  const whole = [...blocks, ...state];
  const about = card.decision;
  const actions: Action[] = [
    { action: "why", label: "Why", about },
    ...(superseded === null
      ? [
          { action: "approve" as const, label: "Approve", about, weight: "main" as const },
          { action: "check" as const, label: "Check again", about },
        ]
      : []),
    { action: "begin", label: "Start my own" },
  ];
  const pages = fitPages(blocks, cardRoom(limits));
  const [first = []] = pages;
  const cut: Block[] =
    pages.length > 1 ? [{ block: "quiet", text: "Shortened to fit one message: Why shows all of it." }] : [];
  return {
    title,
    blocks: [...first, ...cut, ...(fitPages(state, { ...limits, characters: reserve - 80 })[0] ?? [])],
    whole,
    actions,
  };
}

/** The key of an approval in a channel. It names nobody: who approved is the post's owner, and can be forgotten. */
export function approvalKey(decision: string, channel: string, before: number): string {
  return `${decision}:approve:${channel}:${before}`;
}

/** The key of the next approval in a channel. Numbers that are taken stay taken, also by somebody who was forgotten. */
export function nextApprovalKey(decision: string, channel: string, posts: readonly Post[]): string {
  return approvalKey(decision, channel, given(decision, channel, posts).length);
}

/**
 * Who approved the card in this channel, in order. The approval of somebody who was forgotten is void: nobody can stand for
 * it any more, and it would count again with the next one of the same person, who cannot be told apart.
 */
export function approvals(decision: string, channel: string, posts: readonly Post[]): string[] {
  return given(decision, channel, posts)
    .map(({ owner }) => owner)
    .filter((owner) => owner !== nobody);
}

/** The posts of all approvals in a channel, in order. */
function given(decision: string, channel: string, posts: readonly Post[]): Post[] {
  const begin = approvalKey(decision, channel, 0).slice(0, -1);
  return posts
    .filter(({ key }) => key.startsWith(begin) && /^\d+$/.test(key.slice(begin.length)))
    .sort((one, other) => Number(one.key.slice(begin.length)) - Number(other.key.slice(begin.length)));
}
