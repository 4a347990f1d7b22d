import type { Who } from "../conversation/bot.ts";
import { approvals, nextApprovalKey } from "../outbox/approvals.ts";
import { cardsLeft, isCard, isReply, newPost, type PostBody, takenBack } from "../outbox/post-body.ts";
import type { Screen } from "../screen/screen.ts";
import { dayOf, nameOf, summaryOfLine } from "../store/named.ts";
import { type Decision, nobody } from "../store/rows.ts";
import { approvedScreen, openScreen, supersededScreen } from "./approval-screens.ts";
import { checkAgain } from "./check-again.ts";
import { decisionsNamed, listScreen } from "./decision-list.ts";
import { findDecision, noSuchDecision, successorFor } from "./decision-lookup.ts";
import { decisionScreen } from "./decision-screens.ts";
import { detailsScreen } from "./details.ts";
import { lookUpDetails } from "./look-up.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";
import type { Reading } from "./request.ts";
import { relinked } from "./share.ts";

/**
 * What can be done with a decision, from its card or from a list. Each gives the screen for the person who pressed; who may
 * not see the decision is told what everybody is told of one that is not there.
 */
export type DecisionActions = {
  why(who: Who, reading: Extract<Reading, { ask: "why" }>, place: Place): Promise<Screen>;
  look(who: Who, id: string, place: Place): Promise<Screen>;
  /** `anyway`: though something is open, which is otherwise shown first. */
  approve(who: Who, id: string, anyway: boolean, place: Place): Promise<Screen>;
  check(who: Who, id: string, place: Place): Promise<Screen>;
  undo(who: Who, id: string, place: Place): Promise<Screen>;
  /** Puts one troubled post back into the queue, by the word of its owner. */
  retry(who: Who, key: string, place: Place): Promise<{ screen: Screen; reading: Reading }>;
  /** `of`: words of their names; all of them where there are none. */
  list(who: Who, of: string, place: Place): Promise<Screen>;
  /** What to show for words that were typed: the decision that they mean, or a list where they mean several. */
  meant(who: Who, words: string, place: Place): Promise<Reading>;
};

export function createDecisionActions(ports: AppPorts): DecisionActions {
  const { store, advisorOn, now, deliver, typed } = ports;

  /** Does something with a decision that this person may see. */
  async function withDecision(
    who: Who,
    id: string,
    place: Place,
    work: (decision: Decision) => Screen | Promise<Screen>,
  ): Promise<Screen> {
    const decision = await findDecision(who, id, place, ports);
    return decision === null ? noSuchDecision(typed) : work(decision);
  }

  const look = (who: Who, id: string, place: Place) =>
    withDecision(who, id, place, (decision) => decisionScreen(who, decision, place, ports));

  async function approve(who: Who, decision: Decision, anyway: boolean, place: Place): Promise<Screen> {
    const tenant = store.of(who.tenant);
    const { id } = decision;
    if (decision.supersededBy !== null) return supersededScreen(await successorFor(who, decision, place, ports));
    if (decision.by === nobody)
      return infoScreen("nobody-s", "Nobody's", [
        textBlock(
          "Who asked for this has been forgotten, so nobody can say who may approve it. Start your own from it.",
        ),
      ]);
    if (decision.by === who.person)
      return infoScreen("own", "This is your own", [textBlock("An approval is worth something from somebody else.")]);
    const posts = await tenant.posts(id);
    const cards = cardsLeft(posts);
    if (cards.length === 0)
      return infoScreen("taken-back", "Taken back", [textBlock("There is no card any more to approve.")]);
    const given = cards.every(({ channel }) => approvals(id, channel, posts).includes(who.person));
    if (!given && !decision.complete && !anyway) return openScreen(decision, advisorOn(dayOf(decision.at), who.tenant));
    let fresh = false;
    for (const { channel } of cards) {
      const body: PostBody = { kind: "approval" };
      // Two persons may take the same number at once: who was slower looks again, and takes the next one.
      for (;;) {
        const beside = await tenant.posts(id);
        if (approvals(id, channel, beside).includes(who.person)) break;
        fresh = true;
        const key = nextApprovalKey(id, channel, beside);
        await tenant.enqueue(
          [
            newPost(who.person, key, id, channel, body),
            newPost(who.person, `${key}:shown`, id, channel, { kind: "update" }),
          ],
          now(),
        );
      }
    }
    if (!fresh)
      return infoScreen("approved", "Approved", [textBlock(`You have approved this already: ${nameOf(decision)}.`)]);
    await tenant.note({ at: now(), actor: who.person, action: "approved", subject: id, details: null });
    await deliver();
    return approvedScreen(who, decision, await tenant.posts(id));
  }

  async function undo(who: Who, decision: Decision, place: Place): Promise<Screen> {
    const { id } = decision;
    if (decision.by !== who.person)
      return infoScreen("not-yours", "This is not yours", [textBlock("Only who posted it can take it back.")]);
    const tenant = store.of(who.tenant);
    const posts = await tenant.posts(id);
    const cards = posts.filter(isCard);
    // The card first; then what stands under it.
    const replies = posts.filter(isReply).map(({ key, channel }) => ({
      ...newPost(who.person, `${key}:undo`, id, channel, { kind: "delete", of: key }),
      after: 1,
    }));
    const undone = cards.map(({ channel }) =>
      newPost(who.person, `${id}:undo:${channel}`, id, channel, { kind: "delete" }),
    );
    const channels = cards.map(({ channel }) => channel);
    const links = await relinked(who, id, ports);
    await tenant.withdraw(id, channels, [...undone, ...replies, ...links], now());
    await tenant.note({ at: now(), actor: who.person, action: "undone", subject: id, details: null });
    await deliver();
    return look(who, id, place);
  }

  async function retry(who: Who, key: string, place: Place): ReturnType<DecisionActions["retry"]> {
    const tenant = store.of(who.tenant);
    const found = await tenant.post(key);
    const decision = found === null ? null : await findDecision(who, found.decision, place, ports);
    const reading: Reading = decision === null ? { ask: "decisions" } : { ask: "decision", id: decision.id };
    const says = (id: string, title: string, words: string) => ({
      screen: infoScreen(id, title, [textBlock(words)]),
      reading,
    });
    if (found === null || decision === null || (found.state !== "parked" && found.state !== "unknown"))
      return says("retried", "Nothing to do", "It is on its way, or it has arrived.");
    if (found.owner !== who.person)
      return says("not-yours", "This is not yours", "Only who posted it can post it again.");
    // What was taken back is not posted again; whether it stands somewhere is still not known, and is shown.
    if (!isCard(found) || !takenBack(await tenant.posts(decision.id)).has(found.channel)) {
      await tenant.retry(key, now());
      await deliver();
    }
    return { screen: await look(who, decision.id, place), reading };
  }

  return {
    look,
    retry,
    approve: (who, id, anyway, place) =>
      withDecision(who, id, place, (decision) => approve(who, decision, anyway, place)),
    check: (who, id, place) => withDecision(who, id, place, (decision) => checkAgain(who, decision, ports)),
    undo: (who, id, place) => withDecision(who, id, place, (decision) => undo(who, decision, place)),

    why: (who, { decision: id, part }, place) =>
      withDecision(who, id, place, (decision) => {
        // As it was known on its day: a recommendation is not rewritten by what was read later.
        const details = lookUpDetails(decision.answers, advisorOn(dayOf(decision.at), who.tenant));
        return detailsScreen(details, { about: id, name: summaryOfLine(decision).name, part });
      }),

    list: (who, of, place) => listScreen(who, of, place, ports),

    meant: async (who, words, place) => {
      if ((await findDecision(who, words, place, ports)) !== null) return { ask: "decision", id: words };
      const [first, ...others] = await decisionsNamed(who, words, place, ports);
      return others.length > 0 ? { ask: "decisions", of: words } : { ask: "decision", id: first?.id ?? words };
    },
  };
}
