import { resultOf, situationOf } from "../advice/advise.ts";
import type { Who } from "../conversation/bot.ts";
import { startAgain } from "../conversation/notices.ts";
import { approvals, nextApprovalKey } from "../outbox/compose.ts";
import { isCard, isRepeatable, type PostBody, takenBack } from "../outbox/post-body.ts";
import { changesBetween } from "../present/changes.ts";
import { recommendationBlocks } from "../present/recommendation.ts";
import type { Block, Screen } from "../screen/screen.ts";
import { type NewPost, nobody, type Post } from "../store/rows.ts";
import { asksFirst, dayOf, decisionScreen, listScreen, routeName } from "./decision-screens.ts";
import { type AppPorts, text, told } from "./ports.ts";
import type { Reading } from "./request.ts";

/** What can be done with a decision, from its card or from a list. Each gives the screen for the person who pressed. */
export type DecisionActions = {
  why(who: Who, id: string): Promise<Screen>;
  look(who: Who, id: string): Promise<Screen>;
  approve(who: Who, id: string): Promise<Screen>;
  check(who: Who, id: string): Promise<Screen>;
  undo(who: Who, id: string): Promise<Screen>;
  /** Puts one troubled post back into the queue, by the word of its owner. */
  retry(who: Who, key: string): Promise<{ screen: Screen; reading: Reading }>;
  list(who: Who): Promise<Screen>;
};

export function createDecisionActions(ports: AppPorts): DecisionActions {
  const { store, advisor, advisorOn, now, deliver } = ports;
  const look = (who: Who, id: string) => decisionScreen(who, id, ports);

  async function cardsOf(who: Who, id: string): Promise<Post[]> {
    return (await store.of(who.tenant).posts(id)).filter(isCard);
  }

  const post = (who: Who, key: string, decision: string, channel: string, body: PostBody): NewPost => ({
    key,
    decision,
    channel,
    owner: who.person,
    body,
    repeatable: isRepeatable(body),
  });

  async function approve(who: Who, id: string): Promise<Screen> {
    const tenant = store.of(who.tenant);
    const decision = await tenant.decision(id);
    if (decision === null) return startAgain;
    if (decision.supersededBy !== null)
      return told("superseded", "Superseded", [text(`Decision ${decision.supersededBy} took the place of this one.`)]);
    if (decision.by === nobody)
      return told("nobody-s", "Nobody's", [
        text("Who asked for this has been forgotten, so nobody can say who may approve it. Start your own from it."),
      ]);
    if (decision.by === who.person)
      return told("own", "This is your own", [text("An approval is worth something from somebody else.")]);
    const posts = await tenant.posts(id);
    const cards = posts.filter((each) => isCard(each) && !takenBack(posts).has(each.channel));
    if (cards.length === 0) return told("taken-back", "Taken back", [text("There is no card any more to approve.")]);
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
    if (!fresh) return told("approved", "Approved", [text("You have approved this already.")]);
    await tenant.note({ at: now(), actor: who.person, action: "approved", subject: id, details: null });
    await deliver();
    return told("approved", "Approved", [text("The card and its thread say so.")]);
  }

  async function check(who: Who, id: string): Promise<Screen> {
    const tenant = store.of(who.tenant);
    const decision = await tenant.decision(id);
    if (decision === null) return startAgain;
    const today = advisor();
    const result = resultOf(today, situationOf(today, decision.answers));
    const changes = changesBetween(decision.result, result);
    const since = `Compared with ${dayOf(decision.at)}, on the facts of ${today.market.asOf}.`;
    if (changes.length === 0)
      return told("checked", "Nothing has changed", [
        text("The same answers give the same recommendation."),
        { block: "quiet", text: since },
      ]);
    const blocks: Block[] = [...changes.map(text), { block: "quiet", text: since }];
    // The team learns of it once for each state of the facts, however many press.
    await tenant.enqueue(
      (await cardsOf(who, id)).map(({ channel }) =>
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
    return told("checked", "Something has changed", blocks, [
      {
        action: "revise",
        label: mine ? "Edit with today's facts" : "Start from these answers",
        about: id,
        weight: "main",
        ...(await asksFirst(who, store)),
      },
    ]);
  }

  return {
    look,
    approve,
    check,

    async why(who, id) {
      const decision = await store.of(who.tenant).decision(id);
      if (decision === null) return startAgain;
      // As it was known on its day: a recommendation is not rewritten by what was read later.
      const then = advisorOn(dayOf(decision.at));
      const situation = situationOf(then, decision.answers);
      return told(
        "why",
        `Why: ${routeName(decision.route)}`,
        recommendationBlocks(resultOf(then, situation), situation, then),
      );
    },

    async undo(who, id) {
      const tenant = store.of(who.tenant);
      const decision = await tenant.decision(id);
      if (decision === null) return startAgain;
      if (decision.by !== who.person)
        return told("not-yours", "This is not yours", [text("Only who posted it can take it back.")]);
      await tenant.enqueue(
        (await cardsOf(who, id)).map(({ channel }) =>
          post(who, `${id}:undo:${channel}`, id, channel, { kind: "delete" }),
        ),
        now(),
      );
      await tenant.note({ at: now(), actor: who.person, action: "undone", subject: id, details: null });
      await deliver();
      return look(who, id);
    },

    async retry(who, key) {
      const tenant = store.of(who.tenant);
      const found = await tenant.post(key);
      const reading: Reading = found === null ? { ask: "decisions" } : { ask: "decision", id: found.decision };
      if (found === null || (found.state !== "parked" && found.state !== "unknown"))
        return {
          screen: told("retried", "Nothing to do", [text("It is on its way, or it has arrived.")]),
          reading,
        };
      if (found.owner !== who.person)
        return {
          screen: told("not-yours", "This is not yours", [text("Only who posted it can post it again.")]),
          reading,
        };
      await tenant.retry(key, now());
      await deliver();
      return { screen: await look(who, found.decision), reading };
    },

    list: (who) => listScreen(who, ports),
  };
}
