import { resultOf, situationOf } from "../advice/advise.ts";
import type { Who } from "../conversation/bot.ts";
import { cardOf, pictureOfCard } from "../conversation/decide.ts";
import { approvalMessages } from "../outbox/needs-approval.ts";
import { cardKey, cardsLeft, cardUpdates, newPost, type PostBody, pictureOf, takenBack } from "../outbox/post-body.ts";
import type { Screen } from "../screen/screen.ts";
import { dayOf } from "../store/named.ts";
import type { NewPost } from "../store/rows.ts";
import { teamOf } from "../store/team.ts";
import { findDecision, noSuchDecision } from "./decision-lookup.ts";
import { refusalMessages, shareMessages } from "./decision-messages.ts";
import { decisionScreen } from "./decision-screens.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";
import { givenUp, isKnownOpen, standsNowhere } from "./posting.ts";

/** The cards of the decision whose place this one took are drawn anew: their link is another one now. */
export async function relinked(
  who: Who,
  id: string,
  { store, now }: Pick<AppPorts, "store" | "now">,
): Promise<NewPost[]> {
  const tenant = store.of(who.tenant);
  const before = await tenant.predecessor(id);
  return before === null ? [] : cardUpdates(await tenant.posts(before), who.person, `superseded:${now()}`);
}

/** Posts a decision that stands nowhere, once, by the word of its author. Gives how it stands then. */
export async function shareDecision(
  who: Who,
  id: string,
  channel: string | null,
  place: Place,
  ports: AppPorts,
): Promise<Screen> {
  const { store, advisorOn, now, deliver, typed, pictures = false } = ports;
  const tenant = store.of(who.tenant);
  const decision = await findDecision(who, id, place, ports);
  if (decision === null) return noSuchDecision(typed);
  if (decision.by !== who.person)
    return infoScreen("not-yours", refusalMessages.notYours, [textBlock(refusalMessages.share)]);
  const posts = await tenant.posts(id);
  const show = (problem: string | null) => decisionScreen(who, decision, place, ports, problem);
  if (decision.supersededBy !== null || !standsNowhere(posts)) return show(null);
  if (channel === null) return show(shareMessages.choose);
  const refused = cardsLeft(posts).find((card) => card.channel === channel);
  if (refused !== undefined) {
    await tenant.retry(refused.key, now());
    await deliver();
    return show(null);
  }
  if (takenBack(posts).has(channel)) return show(shareMessages.takenBack);
  const then = advisorOn(dayOf(decision.at), who.tenant);
  const situation = situationOf(then, decision.answers);
  const standing = { situation, result: resultOf(then, situation) };
  const body: PostBody = { kind: "card", ...cardOf(standing, then) };
  const card = newPost(who.person, cardKey(decision, channel), id, channel, body);
  const chart = pictures ? pictureOfCard(standing, then) : null;
  const before = cardsLeft(posts).map((card) => card.channel);
  if (before.length > 0) await tenant.withdraw(id, before, givenUp(posts, who.person), now());
  await tenant.share(
    id,
    [{ channel, open: isKnownOpen(who, channel, place, ports) }],
    [
      card,
      ...(await relinked(who, id, ports)),
      ...approvalMessages(who, decision, await teamOf(who.tenant, ports)),
      ...(chart === null ? [] : [pictureOf(card, chart)]),
    ],
    now(),
  );
  await tenant.note({ at: now(), actor: who.person, action: "posted", subject: id, details: { channel } });
  await deliver();
  const after = await tenant.decision(id);
  return decisionScreen(who, after ?? decision, place, ports);
}
