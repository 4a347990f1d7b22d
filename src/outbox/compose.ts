import { withTitles } from "../present/finding.ts";
import { judgingMessages as words } from "../present/judging-messages.ts";
import { fitPages, type Limits } from "../screen/fit.ts";
import type { Block } from "../screen/screen.ts";
import { type Decision, nobody, type Post } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { cardActions } from "./card-actions.ts";
import { composeMessage } from "./compose-message.ts";
import { type CardMessage, type Composed, onItsWay } from "./composed.ts";
import { declined, longestReason } from "./declines.ts";
import { bodyOf, isCard, isLost, type PostBody, takenBack } from "./post-body.ts";
import { stampBlocks, untickedBlocks, untickedItems } from "./stamp.ts";
import { type LinkTo, successorOf } from "./successor.ts";

/** What only a person can find out is not looked at every second. */
const untilSomebodyLooks = 6 * 3_600_000;

const lost: Composed = {
  do: "wait",
  reason: "Nobody knows whether the card stands there.",
  after: untilSomebodyLooks,
};

/** Makes of a post in the outbox what an adapter has to do, from how its decision stands at this moment. */
export async function compose(post: Post, store: Store, limits: Limits, linkTo: LinkTo): Promise<Composed> {
  const tenant = store.of(post.tenant);
  const own = bodyOf(post);
  if (own.kind === "message" || own.kind === "rewrite") return composeMessage(post, own, tenant, limits);
  const decision = await tenant.decision(post.decision);
  const beside = (await tenant.posts(post.decision)).filter((each) => each.channel === post.channel);
  const body = own;
  const gone = takenBack(beside).has(post.channel);
  const successor = () => successorOf(decision, post.channel, tenant, linkTo);
  if (body.kind === "card")
    return gone
      ? { do: "drop", reason: "It was taken back before it was posted." }
      : {
          do: "post",
          thread: post.thread,
          message: cardMessage(post, beside, decision, (await successor()).words, limits),
        };
  const card = beside.find(isCard);
  if (card !== undefined && card.reference === null) {
    if (card.state === "waiting" || card.state === "sending") return onItsWay("card");
    if (isLost(card)) return lost;
  }
  if (card === undefined || card.reference === null) return { do: "drop", reason: "There is no card to change." };
  const { reference } = card;
  if ((body.kind === "update" || body.kind === "delete") && body.of !== undefined)
    return composeOnReply(
      body.kind,
      card.thread ?? reference,
      beside.find(({ key }) => key === body.of),
      gone,
      limits,
    );
  if (body.kind === "delete") return { do: "delete", reference, under: null };
  if (gone) return { do: "drop", reason: "The card was taken back." };
  if ((body.kind === "approval" || body.kind === "decline") && post.owner === nobody)
    return { do: "drop", reason: "Who said it has been forgotten." };
  if (body.kind === "update") {
    const { words: link, onItsWay: worthAMoment } = await successor();
    if (worthAMoment) return onItsWay("card");
    return { do: "update", reference, under: null, message: cardMessage(card, beside, decision, link, limits) };
  }
  return { do: "reply", reference: card.thread ?? reference, message: replyMessage(post, limits) };
}

/** What becomes of a reply in the thread that begins with `under`: the card, or what the card itself answers. */
function composeOnReply(
  kind: "update" | "delete",
  under: string,
  reply: Post | undefined,
  gone: boolean,
  limits: Limits,
): Composed {
  if (reply?.state === "waiting" || reply?.state === "sending") return onItsWay("reply");
  if (reply === undefined || reply.reference === null) return { do: "drop", reason: "There is no reply to change." };
  const { reference } = reply;
  if (kind === "delete") return { do: "delete", reference, under };
  if (gone) return { do: "drop", reason: "The card was taken back." };
  return { do: "update", reference, under, message: replyMessage(reply, limits) };
}

function replyMessage(post: Pick<Post, "body" | "owner">, limits: Limits): CardMessage {
  const body = bodyOf(post);
  const said = repliedBlocks(body, post.owner);
  const [blocks = []] = fitPages(said, limits);
  const title = body.kind === "reply" ? body.title : body.kind === "decline" ? words.declined : words.approved;
  return { title, blocks, whole: said, actions: body.kind === "reply" ? (body.actions ?? []) : [] };
}

/** Whose approval it is stands in one place only, from which it can be forgotten. */
function repliedBlocks(body: PostBody, owner: string): Block[] {
  if (body.kind === "reply") return withTitles(body.blocks);
  const by = (label: string): Block => ({ block: "people", label, people: [owner] });
  if (body.kind === "decline") return [by(words.declinedBy), { block: "text", text: body.reason }];
  return [by(words.approvedBy), ...untickedBlocks(body), ...untickedItems(body)];
}

/** Room for what becomes of a card: who asked, who approved, what took its place. */
const reserve = 350;

/** Room for a link to what took its place, which few cards need. */
const reserveForLink = 300;

/** What a card may take up, so that there is room for what becomes of it. */
export function cardRoom(limits: Limits, reserved = reserve): Limits {
  return { ...limits, characters: limits.characters - reserved, blocks: limits.blocks - 5 };
}

/** The card with what became of it: approvals in the order they were given, and what took its place. */
function cardMessage(
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
  const whole = [...blocks, ...state];
  const reserved = reserve + (successor.length === 0 ? 0 : reserveForLink) + (refusal === null ? 0 : longestReason);
  const pages = fitPages(blocks, cardRoom(limits, reserved));
  const [first = []] = pages;
  const cut: Block[] =
    pages.length > 1 ? [{ block: "quiet", text: "Shortened to fit one message: Details shows all of it." }] : [];
  return {
    title: superseded !== null ? `Superseded: ${title}` : refusal === null ? title : words.declinedTitle(title),
    blocks: [...first, ...cut, ...(fitPages(state, { ...limits, characters: reserved - 80 })[0] ?? [])],
    whole,
    actions: cardActions(card.decision, decision),
  };
}
