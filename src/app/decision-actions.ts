import { resultOf, situationOf } from "../advice/advise.ts";
import type { Who } from "../conversation/bot.ts";
import { approvals, nextApprovalKey } from "../outbox/approvals.ts";
import { cardsLeft, isCard, isRepeatable, isReply, type PostBody, takenBack } from "../outbox/post-body.ts";
import { changesBetween } from "../present/changes.ts";
import type { Block, Screen } from "../screen/screen.ts";
import { type Decision, type NewPost, nobody } from "../store/rows.ts";
import { approvedScreen, openScreen } from "./approval-screens.ts";
import { findDecision, noSuchDecision } from "./decision-lookup.ts";
import { asksFirst, dayOf, decisionScreen, listScreen, routeName } from "./decision-screens.ts";
import { adviceBlocks } from "./look-up.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";
import type { Reading } from "./request.ts";
import { relinked } from "./share.ts";

/**
 * What can be done with a decision, from its card or from a list. Each gives the screen for the person who pressed; who may
 * not see the decision is told what everybody is told of one that is not there.
 */
export type DecisionActions = {
  why(who: Who, id: string, place: Place): Promise<Screen>;
  look(who: Who, id: string, place: Place): Promise<Screen>;
  /** `anyway`: though something is open, which is otherwise shown first. */
  approve(who: Who, id: string, anyway: boolean, place: Place): Promise<Screen>;
  check(who: Who, id: string, place: Place): Promise<Screen>;
  undo(who: Who, id: string, place: Place): Promise<Screen>;
  /** Puts one troubled post back into the queue, by the word of its owner. */
  retry(who: Who, key: string, place: Place): Promise<{ screen: Screen; reading: Reading }>;
  list(who: Who, place: Place): Promise<Screen>;
};

export function createDecisionActions(ports: AppPorts): DecisionActions {
  const { store, advisor, advisorOn, now, deliver, typed } = ports;

  /** Does something with a decision that this person may see. */
  async function withDecision(
    who: Who,
    id: string,
    place: Place,
    work: (decision: Decision) => Screen | Promise<Screen>,
  ): Promise<Screen> {
    const decision = await findDecision(who, id, place, ports);
    return decision === null ? noSuchDecision(id, typed) : work(decision);
  }

  const look = (who: Who, id: string, place: Place) =>
    withDecision(who, id, place, (decision) => decisionScreen(who, decision, place, ports));

  const post = (who: Who, key: string, decision: string, channel: string, body: PostBody): NewPost => ({
    key,
    decision,
    channel,
    owner: who.person,
    body,
    repeatable: isRepeatable(body),
  });

  async function approve(who: Who, decision: Decision, anyway: boolean): Promise<Screen> {
    const tenant = store.of(who.tenant);
    const { id } = decision;
    if (decision.supersededBy !== null)
      return infoScreen("superseded", "Superseded", [
        textBlock(`Decision ${decision.supersededBy} took the place of this one.`),
      ]);
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
    if (!given && !decision.complete && !anyway) return openScreen(decision, advisorOn(dayOf(decision.at)));
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
          [post(who, key, id, channel, body), post(who, `${key}:shown`, id, channel, { kind: "update" })],
          now(),
        );
      }
    }
    if (!fresh) return infoScreen("approved", "Approved", [textBlock("You have approved this already.")]);
    await tenant.note({ at: now(), actor: who.person, action: "approved", subject: id, details: null });
    await deliver();
    return approvedScreen(who, await tenant.posts(id));
  }

  async function check(who: Who, decision: Decision): Promise<Screen> {
    const tenant = store.of(who.tenant);
    const { id } = decision;
    const today = advisor();
    const result = resultOf(today, situationOf(today, decision.answers));
    const changes = changesBetween(decision.result, result);
    const since = `Compared with ${dayOf(decision.at)}, on the facts of ${today.market.asOf}.`;
    if (changes.length === 0)
      return infoScreen("checked", "Nothing has changed", [
        textBlock("The same answers give the same recommendation."),
        { block: "quiet", text: since },
      ]);
    const blocks: Block[] = [...changes.map(textBlock), { block: "quiet", text: since }];
    // The team learns of it once for each state of the facts, however many press.
    await tenant.enqueue(
      (await tenant.posts(id)).filter(isCard).map(({ channel }) =>
        post(who, `${id}:check:${result.catalogue.version}:${today.market.asOf}:${channel}`, id, channel, {
          kind: "reply",
          title: "Checked again: something has changed",
          blocks,
        }),
      ),
      now(),
    );
    await deliver();
    const mine = decision.by === who.person;
    return infoScreen("checked", "Something has changed", blocks, [
      {
        action: "revise",
        label: mine ? "Edit with today's facts" : "Start from these answers",
        about: id,
        weight: "main",
        ...(await asksFirst(who, store)),
      },
    ]);
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
      ...post(who, `${key}:undo`, id, channel, { kind: "delete", of: key }),
      after: 1,
    }));
    const undone = cards.map(({ channel }) => post(who, `${id}:undo:${channel}`, id, channel, { kind: "delete" }));
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
    approve: (who, id, anyway, place) => withDecision(who, id, place, (decision) => approve(who, decision, anyway)),
    check: (who, id, place) => withDecision(who, id, place, (decision) => check(who, decision)),
    undo: (who, id, place) => withDecision(who, id, place, (decision) => undo(who, decision, place)),

    why: (who, id, place) =>
      withDecision(who, id, place, (decision) => {
        // As it was known on its day: a recommendation is not rewritten by what was read later.
        const blocks = adviceBlocks(decision.answers, advisorOn(dayOf(decision.at)));
        return infoScreen("why", `Why: ${routeName(decision.route)}`, blocks);
      }),

    list: (who, place) => listScreen(who, place, ports),
  };
}
