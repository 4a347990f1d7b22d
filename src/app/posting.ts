import type { Who } from "../conversation/bot.ts";
import { channelField } from "../conversation/screens.ts";
import { cardsLeft, isCard, newPost, takenBack } from "../outbox/post-body.ts";
import type { Field } from "../screen/screen.ts";
import type { NewPost, Post } from "../store/rows.ts";
import { stateOfCard } from "./card-state.ts";
import type { AppPorts, Place } from "./ports.ts";
import { channelOf } from "./settings.ts";

/**
 * The channel that is chosen before anybody chooses: the one of the thread that was asked from, else the team's usual one.
 * Where only choosing tells whether somebody may write there, it is the present one, whose rights are known.
 */
export async function preselected(
  who: Who,
  place: Place,
  ports: Pick<AppPorts, "store" | "offersUsual">,
): Promise<string | null> {
  const inThread = (place.thread ?? null) !== null;
  return inThread || ports.offersUsual === false ? place.channel : channelOf(who, ports);
}

/** Whether everybody in the tenant can read a channel that something goes to, as its platform says: else it is not known. */
export function isKnownOpen(who: Who, channel: string, place: Place, { isOpen }: Pick<AppPorts, "isOpen">): boolean {
  return (place.open === true && place.channel === channel) || isOpen?.(who.tenant, channel) === true;
}

/** Whether a decision stands nowhere, so that it can be posted: never posted, taken back, or refused. */
export function standsNowhere(posts: readonly Post[]): boolean {
  return posts.filter(isCard).every((card) => ["back", "parked"].includes(stateOfCard(card, posts)));
}

/** Where such a decision could go. What was chosen before stays chosen where the post was refused. */
export async function chooserOf(
  who: Who,
  posts: readonly Post[],
  place: Place,
  ports: Pick<AppPorts, "store" | "offersUsual">,
  problem: string | null,
): Promise<Field> {
  const refused = cardsLeft(posts)[0]?.channel;
  const value = refused ?? (await preselected(who, { ...place, thread: null }, ports));
  const gone = takenBack(posts);
  return { ...channelField, value: value === null || gone.has(value) ? null : value, problem };
}

/** What was refused in a channel is over there, once another one is chosen. */
export function givenUp(posts: readonly Post[], owner: string): NewPost[] {
  return cardsLeft(posts).map(({ decision, channel }) =>
    newPost(owner, `${decision}:undo:${channel}`, decision, channel, { kind: "delete" }),
  );
}
