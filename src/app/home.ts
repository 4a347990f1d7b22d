import type { Who } from "../conversation/bot.ts";
import { startOver } from "../conversation/notices.ts";
import { isCard, isUndo, takenBack } from "../outbox/post-body.ts";
import type { Action, Block, Screen } from "../screen/screen.ts";
import type { Post } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { viewerOf } from "./decision-lookup.ts";
import { retries, routeName } from "./decision-screens.ts";
import { type AppPorts, infoScreen, textBlock } from "./ports.ts";
import { forget, keptWords } from "./settings.ts";

/** For whoever comes back to a conversation that waits. */
export function resumeScreen(step: string): Screen {
  return infoScreen("resume", "You have been here before", [textBlock("Your answers are kept.")], resumeActions(step));
}

function resumeActions(step: string): Action[] {
  return [{ action: "resume", label: `Resume from ${step}`, weight: "main" }, startOver];
}

const mostTroubles = 5;

/** What waits for a person: their conversation, what nobody knows of or did not arrive, and what was decided last. */
export async function homeScreen(who: Who, { bot, store, advisor }: AppPorts): Promise<Screen> {
  const [waiting, troubles, recent] = await Promise.all([
    bot.waiting(who),
    troublesOf(who, store),
    store.of(who.tenant).decisions(viewerOf(who, { channel: null }), 5),
  ]);
  const shown = troubles.slice(0, mostTroubles);
  const actions: Action[] =
    waiting === null ? [{ action: "begin", label: "Start", weight: "main" }] : resumeActions(waiting);
  const decided: Block[] = recent.items.map((line) =>
    textBlock(`${line.id}: ${routeName(line.route)}${line.supersededBy === null ? "" : ", superseded"}`),
  );
  const looked = new Set([...shown.map(({ post }) => post.decision), ...recent.items.map(({ id }) => id)]);
  return infoScreen(
    "home",
    "How to pay for AI work",
    [
      textBlock("Answer a few questions; get a recommendation that your team can act on."),
      ...shown.flatMap(({ post }) => troubleBlocks(post)),
      ...(troubles.length <= mostTroubles ? [] : [textBlock(`and ${troubles.length - mostTroubles} more.`)]),
      ...(decided.length === 0 ? [] : [{ block: "heading" as const, text: "Decided here" }, ...decided]),
      { block: "heading", text: "Yours" },
      { block: "quiet", text: keptWords },
      {
        block: "quiet",
        text: `Prices and rules of catalogue ${advisor().market.catalogue.version}, as of ${advisor().market.asOf}.`,
      },
    ],
    [
      ...actions,
      ...shown.flatMap(({ post, beside }) =>
        retries(beside, ` ${post.decision}`).filter(({ about }) => about === post.key),
      ),
      ...[...looked].map((id): Action => ({ action: "look", label: `Show ${id}`, about: id })),
      { action: "settings", label: "Settings" },
      forget,
    ],
  );
}

/** A post that somebody has to look at, with the others of its decision. */
type Trouble = { post: Post; beside: Post[] };

/** Cards of a person of which nobody knows, or which did not arrive, and what could not be taken back. */
async function troublesOf({ tenant, person }: Who, store: Store): Promise<Trouble[]> {
  const here = store.of(tenant);
  const posts = (await here.troubled(person)).filter((post) => isCard(post) || isUndo(post));
  const all = await Promise.all(posts.map(async (post) => ({ post, beside: await here.posts(post.decision) })));
  // What its author took back is not missed by anybody.
  return all.filter(({ post, beside }) => isUndo(post) || !takenBack(beside).has(post.channel));
}

/** What is known of it: a channel's name stands in no text. */
function troubleBlocks(post: Post): Block[] {
  const { decision, channel, state, reason } = post;
  const words = isUndo(post)
    ? `Not taken back: ${decision}.`
    : state === "unknown"
      ? `Nobody knows whether the card of ${decision} arrived. If it is there, press Details on it; if not, post it again.`
      : `Not posted: ${decision}.`;
  return [textBlock(reason === null ? words : `${words} ${reason}`), { block: "channel", label: "Channel", channel }];
}
