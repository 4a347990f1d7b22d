import type { Who } from "../conversation/bot.ts";
import { meant as decisionsMeant, seen, sidesOf } from "../ledger/sides.ts";
import { settledMessages } from "../outbox/needs-approval.ts";
import { isCard, isReply, newPost, takenBack } from "../outbox/post-body.ts";
import type { Screen } from "../screen/screen.ts";
import { dayOf, summaryOfLine } from "../store/named.ts";
import { type Decision, nobody } from "../store/rows.ts";
import { checkAgain } from "./check-again.ts";
import { findDecision, noSuchDecision, viewerOf } from "./decision-lookup.ts";
import { refusalMessages as words } from "./decision-messages.ts";
import { decisionScreen, linkedScreen } from "./decision-screens.ts";
import { detailsScreen } from "./details.ts";
import { judgeDecision, toBeJudged } from "./judging.ts";
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

  /** A decision of the place that this one is linked with, if this person may see it. */
  const linked = async (who: Who, id: string, place: Place) => {
    const [, ...others] = await sidesOf(who.tenant, viewerOf(who, place), store);
    return seen(others, store, id);
  };

  async function look(who: Who, id: string, place: Place): Promise<Screen> {
    const decision = await findDecision(who, id, place, ports);
    if (decision !== null) return decisionScreen(who, decision, place, ports);
    const elsewhere = await linked(who, id, place);
    return elsewhere === null ? noSuchDecision(typed) : linkedScreen(elsewhere);
  }

  async function undo(who: Who, decision: Decision, place: Place): Promise<Screen> {
    const { id } = decision;
    if (decision.by !== who.person) return infoScreen("not-yours", words.notYours, [textBlock(words.undo)]);
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
    await tenant.withdraw(id, channels, [...undone, ...replies, ...links, ...settledMessages(posts)], now());
    await tenant.note({ at: now(), actor: who.person, action: "undone", subject: id, details: null });
    await deliver();
    return look(who, id, place);
  }

  async function retry(who: Who, key: string, place: Place): ReturnType<DecisionActions["retry"]> {
    const tenant = store.of(who.tenant);
    const found = await tenant.post(key);
    const decision = found === null ? null : await findDecision(who, found.decision, place, ports);
    const reading: Reading = decision === null ? { ask: "decisions" } : { ask: "decision", id: decision.id };
    const says = (id: string, title: string, text: string) => ({
      screen: infoScreen(id, title, [textBlock(text)]),
      reading,
    });
    if (found === null || decision === null || (found.state !== "parked" && found.state !== "unknown"))
      return says("retried", words.settled.title, words.settled.words);
    if (found.owner !== who.person) return says("not-yours", words.notYours, words.retry);
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
    approve: async (who, id, anyway, place) => {
      const decision = await toBeJudged(who, id, place, ports);
      return decision === null
        ? noSuchDecision(typed)
        : judgeDecision(who, decision, { say: "approve", anyway }, place, ports);
    },
    check: (who, id, place) => withDecision(who, id, place, (decision) => checkAgain(who, decision, ports)),
    undo: (who, id, place) => withDecision(who, id, place, (decision) => undo(who, decision, place)),

    why: async (who, { decision: id, part }, place) => {
      const own = await findDecision(who, id, place, ports);
      const found = own === null ? await linked(who, id, place) : { decision: own, side: { tenant: who.tenant } };
      if (found === null) return noSuchDecision(typed);
      const { decision, side } = found;
      // As it was known on its day: a recommendation is not rewritten by what was read later.
      const ticked = (await store.of(side.tenant).ticks(id)).map(({ item, person, at }) => ({
        item,
        // Of another place nobody is named: their id may be somebody else's here.
        person: person === nobody || own === null ? null : person,
        on: dayOf(at),
      }));
      const details = lookUpDetails(decision.answers, advisorOn(dayOf(decision.at), side.tenant), ticked);
      const { name } = summaryOfLine(decision);
      return detailsScreen(details, { about: id, name, part, ticks: own !== null });
    },

    meant: async (who, words, place) => {
      if ((await findDecision(who, words, place, ports)) !== null) return { ask: "decision", id: words };
      const sides = await sidesOf(who.tenant, viewerOf(who, place), store);
      if ((await seen(sides, store, words)) !== null) return { ask: "decision", id: words };
      const [first, ...others] = await decisionsMeant(sides, store, words, 2);
      return others.length > 0 ? { ask: "decisions", of: words } : { ask: "decision", id: first?.id ?? words };
    },
  };
}
