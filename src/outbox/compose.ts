import { withTitles } from "../present/finding.ts";
import { fitPages, type Limits } from "../screen/fit.ts";
import type { Block } from "../screen/screen.ts";
import { nobody, type Post } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { type CardMessage, cardMessage } from "./card-message.ts";
import type { Drawings } from "./drawings.ts";
import { bodyOf, isCard, isLost, takenBack } from "./post-body.ts";
import { type LinkTo, successorOf } from "./successor.ts";

/**
 * What a post means for an adapter, now. `reference` is what the platform calls the message: the card, or, where `under` is
 * not null, a reply in the thread of the card that `under` names.
 */
export type Composed =
  | { do: "post"; thread: string | null; message: CardMessage }
  /** `reference`: what the thread begins with, the card or what the card itself is a reply to. */
  | { do: "reply"; reference: string; message: CardMessage }
  | { do: "update"; reference: string; under: string | null; message: CardMessage }
  /** The card as it stands, and a PNG that is to stand on it. */
  | { do: "picture"; reference: string; png: Uint8Array; alt: string; message: CardMessage }
  | { do: "delete"; reference: string; under: string | null }
  /** Not yet, for this reason: it is to be looked at again after so many milliseconds, or as soon as more is known. */
  | { do: "wait"; reason: string; after: number }
  /** There is nothing to be done any more, for this reason. */
  | { do: "drop"; reason: string };

const soon = 5_000;
const aMoment = 1_000;
/** What only a person can find out is not looked at every second. */
const untilSomebodyLooks = 6 * 3_600_000;

const onItsWay: Composed = { do: "wait", reason: "The card is still on its way.", after: soon };
const lost: Composed = {
  do: "wait",
  reason: "Nobody knows whether the card stands there.",
  after: untilSomebodyLooks,
};

/**
 * Makes of a post in the outbox what an adapter has to do, from how its decision stands at this moment. `drawings`: where
 * pictures come from; without it there are none.
 */
export async function compose(
  post: Post,
  store: Store,
  limits: Limits,
  linkTo: LinkTo,
  drawings: Drawings | null = null,
): Promise<Composed> {
  const tenant = store.of(post.tenant);
  const decision = await tenant.decision(post.decision);
  const beside = (await tenant.posts(post.decision)).filter((each) => each.channel === post.channel);
  const body = bodyOf(post);
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
    if (card.state === "waiting" || card.state === "sending") return onItsWay;
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
  if (body.kind === "approval" && post.owner === nobody)
    return { do: "drop", reason: "Who approved has been forgotten." };
  if (body.kind === "update") {
    const { words, onItsWay: worthAMoment } = await successor();
    if (worthAMoment) return onItsWay;
    return { do: "update", reference, under: null, message: cardMessage(card, beside, decision, words, limits) };
  }
  if (body.kind === "picture") {
    const drawn = drawings?.of(`${post.tenant.platform} ${post.tenant.id} ${post.key}`, body.chart) ?? "failed";
    if (drawn === "drawing") return { do: "wait", reason: "The picture is being drawn.", after: aMoment };
    if (drawn === "failed") return { do: "drop", reason: "There is no picture." };
    const { words } = await successor();
    const message = cardMessage(card, beside, decision, words, limits);
    return { do: "picture", reference, png: drawn, alt: body.chart.alt, message };
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
  if (reply?.state === "waiting" || reply?.state === "sending")
    return { do: "wait", reason: "The reply is still on its way.", after: soon };
  if (reply === undefined || reply.reference === null) return { do: "drop", reason: "There is no reply to change." };
  const { reference } = reply;
  if (kind === "delete") return { do: "delete", reference, under };
  if (gone) return { do: "drop", reason: "The card was taken back." };
  return { do: "update", reference, under, message: replyMessage(reply, limits) };
}

function replyMessage(post: Pick<Post, "body" | "owner">, limits: Limits): CardMessage {
  const body = bodyOf(post);
  // Whose approval it is stands in one place only, from which it can be forgotten.
  const said: Block[] =
    body.kind === "reply" ? withTitles(body.blocks) : [{ block: "people", label: "Approved by", people: [post.owner] }];
  const [blocks = []] = fitPages(said, limits);
  return { title: body.kind === "reply" ? body.title : "Approved", blocks, whole: said, actions: [] };
}
