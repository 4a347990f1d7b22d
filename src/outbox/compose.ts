import { withTitles } from "../present/finding.ts";
import { judgingMessages as words } from "../present/judging-messages.ts";
import { fitPages, type Limits } from "../screen/fit.ts";
import type { Block } from "../screen/screen.ts";
import { nobody, type Post } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { cardMessage } from "./card-message.ts";
import { composeMessage } from "./compose-message.ts";
import { type CardMessage, type Composed, onItsWay } from "./composed.ts";
import type { Drawings } from "./drawings.ts";
import { bodyOf, isCard, isLost, type PostBody, takenBack } from "./post-body.ts";
import { untickedBlocks, untickedItems } from "./stamp.ts";
import { type LinkTo, successorOf } from "./successor.ts";

/** What only a person can find out is not looked at every second. */
const untilSomebodyLooks = 6 * 3_600_000;

const lost: Composed = {
  do: "wait",
  reason: { is: "card_lost" },
  after: untilSomebodyLooks,
};

/** How soon a picture may be drawn, in milliseconds. */
const aMoment = 1_000;

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
  const own = bodyOf(post);
  if (own.kind === "message" || own.kind === "rewrite") return composeMessage(post, own, tenant, limits);
  const decision = await tenant.decision(post.decision);
  const beside = (await tenant.posts(post.decision)).filter((each) => each.channel === post.channel);
  const body = own;
  const gone = takenBack(beside).has(post.channel);
  const successor = () => successorOf(decision, post.channel, tenant, linkTo);
  if (body.kind === "card")
    return gone
      ? { do: "drop", reason: { is: "taken_back_first" } }
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
  if (card === undefined || card.reference === null) return { do: "drop", reason: { is: "no_card" } };
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
  if (gone) return { do: "drop", reason: { is: "taken_back" } };
  if ((body.kind === "approval" || body.kind === "decline") && post.owner === nobody)
    return { do: "drop", reason: { is: "forgotten" } };
  if (body.kind === "update") {
    const { words: link, onItsWay: worthAMoment } = await successor();
    if (worthAMoment) return onItsWay("card");
    return { do: "update", reference, under: null, message: cardMessage(card, beside, decision, link, limits) };
  }
  if (body.kind === "picture") {
    const drawn = drawings?.of(`${post.tenant.platform} ${post.tenant.id} ${post.key}`, body.chart) ?? "failed";
    if (drawn === "drawing") return { do: "wait", reason: { is: "drawing" }, after: aMoment };
    if (drawn === "failed") return { do: "drop", reason: { is: "no_picture" } };
    const { words: link } = await successor();
    const message = cardMessage(card, beside, decision, link, limits);
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
  if (reply?.state === "waiting" || reply?.state === "sending") return onItsWay("reply");
  if (reply === undefined || reply.reference === null) return { do: "drop", reason: { is: "no_reply" } };
  const { reference } = reply;
  if (kind === "delete") return { do: "delete", reference, under };
  if (gone) return { do: "drop", reason: { is: "taken_back" } };
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
