import { addDays, type PlainDate } from "#pricing";
import type { Who } from "../conversation/bot.ts";
import { startAgain } from "../conversation/notices.ts";
import { bodyOf, isCard, takenBack } from "../outbox/post-body.ts";
import { routeWords } from "../present/labels.ts";
import type { Action, Block, Screen } from "../screen/screen.ts";
import type { Decision, Moment, Post } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { type AppPorts, text, told } from "./ports.ts";

/** How a decision stands: where it was posted, what did not arrive, and what can be done about either. */
export async function decisionScreen(
  who: Who,
  id: string,
  { store, linkTo }: Pick<AppPorts, "store" | "linkTo">,
): Promise<Screen> {
  const decision = await store.of(who.tenant).decision(id);
  if (decision === null) return startAgain;
  const posts = await store.of(who.tenant).posts(id);
  const cards = posts.filter(isCard);
  const gone = takenBack(posts);
  const body: Block[] = [{ block: "facts", facts: factsOf(decision) }];
  const actions: Action[] = [];
  for (const card of cards) {
    const undo = posts.find((each) => each.channel === card.channel && bodyOf(each).kind === "delete");
    body.push(...(undo === undefined ? await cardBlocks(card, linkTo) : undoBlocks(undo)));
  }
  const mine = decision.by === who.person;
  if (mine) {
    for (const each of posts.filter(({ state }) => state === "parked" || state === "unknown"))
      if (bodyOf(each).kind === "delete" || (isCard(each) && !gone.has(each.channel)))
        actions.push({
          action: "retry",
          label: each.state === "unknown" && isCard(each) ? "Post again" : "Try again",
          about: each.key,
          weight: "main",
        });
    if (decision.supersededBy === null)
      actions.push({ action: "revise", label: "Edit", about: id, ...(await asksFirst(who, store)) });
    // What nobody knows of cannot be taken back from here: there is nothing to name it by.
    if (cards.some(({ channel, state }) => !gone.has(channel) && ["sent", "waiting", "sending"].includes(state)))
      actions.push({
        action: "undo",
        label: "Undo",
        about: id,
        weight: "danger",
        ask: "The card goes from the channel. The decision itself is kept.",
      });
  }
  if (cards.some(({ channel, state }) => !gone.has(channel) && (state === "waiting" || state === "sending")))
    actions.push({ action: "look", label: "Look again", about: id });
  actions.push({ action: "why", label: "Why", about: id });
  return told("decision", titleOf(cards, gone), body, actions);
}

/** The newest decisions of a team. */
export async function listScreen(who: Who, { store, typed }: Pick<AppPorts, "store" | "typed">): Promise<Screen> {
  const { items } = await store.of(who.tenant).decisions(10);
  if (items.length === 0)
    return told(
      "decisions",
      "Decisions",
      [text("Nothing is decided here yet.")],
      [{ action: "resume", label: "Open the questions", weight: "main" }],
    );
  return told(
    "decisions",
    "Decisions",
    [
      {
        block: "table",
        columns: ["Decision", "Day", "Route", "State"],
        rows: items.map((line) => [
          line.id,
          dayOf(line.at),
          routeName(line.route),
          line.supersededBy !== null ? "superseded" : line.complete ? "complete" : "incomplete",
        ]),
      },
      { block: "quiet", text: `${typed("decisions", "ID")} shows one.` },
    ],
    items.slice(0, 5).map(({ id }) => ({ action: "look", label: `Show ${id}`, about: id })),
  );
}

function factsOf(decision: Decision): { label: string; value: string }[] {
  const { supersededBy, complete } = decision;
  return [
    { label: "Decision", value: decision.id },
    { label: "Route", value: routeName(decision.route) },
    { label: "Day", value: dayOf(decision.at) },
    {
      label: "State",
      value: supersededBy === null ? (complete ? "complete" : "incomplete") : `superseded by ${supersededBy}`,
    },
    { label: "Catalogue", value: decision.catalogue },
  ];
}

/** Whoever has an unfinished conversation is asked before another one takes its place. */
export async function asksFirst(who: Who, store: Store): Promise<{ ask?: string }> {
  const row = await store.of(who.tenant).draftOf(who.person);
  const begun = row !== null && Object.keys(row.draft.answers).length > 0;
  return begun ? { ask: "It takes the place of your unfinished conversation." } : {};
}

/** How far a card that is taken back has got. */
function undoBlocks(undo: Post): Block[] {
  switch (undo.state) {
    case "sent":
    case "dropped":
      return [text("Taken back: there is no card of ours there.")];
    case "waiting":
    case "sending":
      return [text("Being taken back: the card goes in a moment.")];
    case "parked":
    case "unknown":
      return [text(`Not taken back. ${undo.reason ?? ""}`), text("Try again, or delete the card in its channel.")];
  }
}

async function cardBlocks(card: Post, linkTo: AppPorts["linkTo"]): Promise<Block[]> {
  switch (card.state) {
    case "sent": {
      const url = await linkTo(card);
      return url === null ? [text("Posted.")] : [{ block: "link", text: "Posted: open the message", url }];
    }
    case "waiting":
    case "sending":
      return [text(`On its way.${card.reason === null ? "" : ` ${card.reason}`}`)];
    case "unknown":
      return [
        text("Nobody knows whether this arrived: the connection broke while it was sent."),
        text(
          `Look into the channel first. If the card is not there, press Post again; if it is and should not be, delete it there. (${card.reason ?? "no answer"})`,
        ),
      ];
    case "dropped":
      return [text(`Not posted. ${card.reason ?? ""}`)];
    case "parked":
      return [text(`Not posted. ${card.reason ?? ""}`), text("It is kept: nothing has to be answered again.")];
  }
}

function titleOf(cards: readonly Post[], gone: ReadonlySet<string>): string {
  const left = cards.filter((card) => !gone.has(card.channel));
  if (cards.length === 0) return "Kept";
  if (left.length === 0) return "Taken back";
  if (left.some((card) => card.state === "parked")) return "Kept, not posted";
  if (left.some((card) => card.state === "unknown")) return "Perhaps posted";
  return left.every((card) => card.state === "sent") ? "Posted" : "On its way";
}

export function routeName(route: Decision["route"]): string {
  return route === null ? "no route yet" : routeWords[route].name;
}

/** The day of a moment, as it was in Greenwich. */
export function dayOf(at: Moment): PlainDate {
  return addDays("1970-01-01", Math.floor(at / 86_400_000));
}
