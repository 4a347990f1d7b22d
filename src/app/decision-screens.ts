import type { Who } from "../conversation/bot.ts";
import { stateWords } from "../ledger/filter-messages.ts";
import { historyOf } from "../ledger/history.ts";
import { historyLine } from "../ledger/history-blocks.ts";
import { messages as linkWords } from "../ledger/link-messages.ts";
import type { Side } from "../ledger/sides.ts";
import { dayWords } from "../market/days.ts";
import { bodyOf, cardsLeft, isCard } from "../outbox/post-body.ts";
import { asks } from "../present/asks.ts";
import { balanceMessages } from "../present/balance-messages.ts";
import { ownerName } from "../present/decision-name.ts";
import { routeWords } from "../present/labels.ts";
import { inOwnCurrency } from "../present/own-currency.ts";
import type { Action, Block, Fact, Field, Screen } from "../screen/screen.ts";
import { boughtOf } from "../store/bought.ts";
import { dayOf, nameOf, summaryOfLine } from "../store/named.ts";
import type { Decision, Post } from "../store/rows.ts";
import { stateOf } from "../store/state.ts";
import type { Store } from "../store/store.ts";
import { teamOf } from "../store/team.ts";
import type { TeamSettings } from "../team/settings.ts";
import { cardBlocks, stateOfCard, titleOf } from "./card-state.ts";
import { successorFor, viewerOf } from "./decision-lookup.ts";
import { decisionMessages as words } from "./decision-messages.ts";
import { writeForm } from "./form-ids.ts";
import { platformName } from "./linking.ts";
import { carry } from "./paging.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";
import { chooserOf, standsNowhere } from "./posting.ts";
import { sameDecided } from "./same-thing.ts";

/**
 * How a decision stands, to somebody who may see it: where it was posted, what did not arrive, and what can be done about
 * either. `problem`: what is wrong with the channel that was chosen for it.
 */
export async function decisionScreen(
  who: Who,
  decision: Decision,
  place: Place,
  ports: Pick<AppPorts, "store" | "linkTo" | "chatWords" | "offersUsual" | "limits" | "newId" | "now">,
  problem: string | null = null,
): Promise<Screen> {
  const { store } = ports;
  const { id } = decision;
  const posts = await store.of(who.tenant).posts(id);
  const cards = posts.filter(isCard);
  const states = cards.map((card) => stateOfCard(card, posts));
  const team = await teamOf(who.tenant, ports);
  const body: Block[] = [{ block: "facts", facts: [...factsOf(decision), ...ownCurrencyOf(decision, team)] }];
  const successor = await successorFor(who, decision, place, ports);
  if (successor !== null) body.push(textBlock(words.supersededBy(nameOf(successor))));
  const history = await historyOf(decision, { tenant: who.tenant, viewer: viewerOf(who, place) }, store);
  body.push(...historyLine(history));
  if (team.sameThingHint && decision.supersededBy === null)
    body.push(...(await sameDecided(who, decision, place, store)));
  for (const card of cards) body.push(...(await cardBlocks(card, posts, ports)));
  const mine = decision.by === who.person;
  const current = decision.supersededBy === null;
  const actions: Action[] = [];
  const fields: Field[] = [];
  // What stands nowhere can be posted; from where a card was taken back, another decision has to be made for it.
  if (mine && current && place.nowhere !== true && standsNowhere(posts)) {
    fields.push(await chooserOf(who, posts, place, ports, problem));
    actions.push({ action: "post", label: words.buttons.post });
  }
  if (mine) actions.push(...retries(posts), ...(current ? [await reviseAction(who, id, store)] : []));
  if (current && decision.verdict !== "declined")
    actions.push({
      action: "form",
      label: balanceMessages.actions.bought,
      about: writeForm({ form: "bought", about: id }),
    });
  if (mine) actions.push({ action: "rename", label: words.buttons.rename, about: id });
  if (successor !== null) actions.push({ action: "look", label: words.buttons.replacement, about: successor.id });
  if (history.length > 1) {
    const about = await carry(who, { ask: "ledger", page: "history", about: id }, ports);
    actions.push({ action: "more", label: words.buttons.history, about: `0 ${about}` });
  }
  if (mine && states.some((state) => state === "posted" || state === "on-its-way"))
    actions.push({ action: "undo", label: words.buttons.undo, about: id, weight: "danger", ask: asks.undo });
  if (states.some((state) => state === "on-its-way" || state === "going"))
    actions.push({ action: "look", label: words.buttons.lookAgain, about: id });
  actions.push({ action: "why", label: words.buttons.details, about: id });
  return { ...infoScreen("decision", titleOf(posts), body, actions), fields };
}

/** A decision of the team's other place: it can be read here, and changed there. */
export function linkedScreen({ decision, side }: { decision: Decision; side: Side }): Screen {
  return infoScreen(
    "decision",
    words.title,
    [{ block: "facts", facts: factsOf(decision) }, textBlock(linkWords.fromThere(platformName(side.tenant)))],
    [{ action: "why", label: words.buttons.details, about: decision.id }],
  );
}

/** What was meant to be done in a channel, did not come about, and can be tried again. */
export function retries(posts: readonly Post[], of = ""): Action[] {
  const left = new Set(cardsLeft(posts).map(({ key }) => key));
  return posts
    .filter(({ state }) => state === "parked" || state === "unknown")
    .filter((each) => bodyOf(each).kind === "delete" || left.has(each.key))
    .map((each) => ({
      action: "retry",
      label: each.state === "unknown" && isCard(each) ? words.buttons.postAgain(of) : words.buttons.tryAgain(of),
      about: each.key,
      weight: "main",
    }));
}

function factsOf(decision: Decision): { label: string; value: string }[] {
  const { name, money, owner, vendor } = summaryOfLine(decision);
  return [
    { label: words.facts.decision, value: name },
    { label: words.facts.cost, value: money || words.noCost },
    { label: words.facts.owner, value: ownerName(owner) || words.noOwner },
    { label: words.facts.state, value: stateWords[stateOf(decision)] },
    { label: words.facts.vendor, value: vendor || words.noVendor },
    { label: words.facts.route, value: routeName(decision.route) },
    { label: words.facts.day, value: dayWords(dayOf(decision.at)) },
    { label: words.facts.seenBy, value: audienceWords(decision) },
  ];
}

/** What it costs a month in the team's own currency, for each budget whose dollars are known. */
function ownCurrencyOf({ result, answers }: Decision, team: TeamSettings): Fact[] {
  const dollars = (boughtOf(result, answers) ?? []).flatMap(({ monthly, picks }) =>
    monthly === null || picks.some(({ currency }) => currency !== "USD") ? [] : [monthly.expected],
  );
  return inOwnCurrency(dollars, team);
}

function audienceWords({ audience }: Decision): string {
  if (audience.some(({ open }) => open)) return words.audience.all;
  return audience.length === 0 ? words.audience.maker : words.audience.channel;
}

async function reviseAction(who: Who, about: string, store: Store): Promise<Action> {
  return { action: "revise", label: words.buttons.edit, about, ...(await asksFirst(who, store)) };
}

/** Whoever has an unfinished conversation is asked before another one takes its place. */
export async function asksFirst(who: Who, store: Store): Promise<{ ask?: string }> {
  const row = await store.of(who.tenant).draftOf(who.person);
  return row !== null && Object.keys(row.draft.answers).length > 0 ? { ask: asks.revise } : {};
}

function routeName(route: Decision["route"]): string {
  return route === null ? words.noRoute : routeWords[route].name;
}
