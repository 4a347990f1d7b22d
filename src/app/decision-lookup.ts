import type { Who } from "../conversation/bot.ts";
import { isCard } from "../outbox/post-body.ts";
import type { Screen } from "../screen/screen.ts";
import { maySee } from "../store/audience.ts";
import type { Decision, Viewer } from "../store/rows.ts";
import { noDecision } from "./decision-messages.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";

/** Who asks, with the channels that they are in as far as their platform just said so. */
export function viewerOf({ person }: Who, { channel, from, card }: Place): Viewer {
  const channels = [channel, from, card?.channel].filter((each) => typeof each === "string");
  return { person, channels: [...new Set(channels)] };
}

/**
 * A decision, if this person may see it from where they are; else null, as for one that is not there. A button that was
 * pressed on its card tells where the card stands: where that was not known, it is from now on.
 */
export async function findDecision(
  who: Who,
  id: string,
  place: Place,
  { store, now }: Pick<AppPorts, "store" | "now">,
): Promise<Decision | null> {
  const tenant = store.of(who.tenant);
  const decision = await tenant.decision(id);
  const { card: pressed } = place;
  if (decision === null || pressed == null)
    return decision !== null && maySee(decision, viewerOf(who, place)) ? decision : null;
  const card = (await tenant.posts(id)).find((each) => isCard(each) && each.channel === pressed.channel);
  if (card?.reference === null) await tenant.arrived(card.key, pressed.reference, now());
  // Whoever has the card before them sees nothing new.
  return card !== undefined || maySee(decision, viewerOf(who, place)) ? decision : null;
}

/** What took the place of a decision, if this person may see it; null where nothing did, or they may not. */
export async function successorFor(
  who: Who,
  { supersededBy }: Decision,
  place: Place,
  { store }: Pick<AppPorts, "store">,
): Promise<Decision | null> {
  const successor = supersededBy === null ? null : await store.of(who.tenant).decision(supersededBy);
  return successor !== null && maySee(successor, viewerOf(who, place)) ? successor : null;
}

/** The answer to words that mean no decision, or one which this person may not see: nobody can tell which. */
export function noSuchDecision(typed: AppPorts["typed"]): Screen {
  return infoScreen(
    "no-decision",
    noDecision.title,
    [textBlock(noDecision.words(typed("decisions", "")))],
    [{ action: "decisions", label: noDecision.show }],
  );
}
