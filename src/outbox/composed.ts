import type { Action, Block } from "../screen/screen.ts";
import type { Reason } from "../store/reason.ts";

/** A message as it is to stand in a channel: what an adapter renders. `whole` has everything, for those who cannot see blocks. */
export type CardMessage = {
  title: string;
  blocks: Block[];
  whole: Block[];
  actions: Action[];
  /** The picture that stands on it: what its platform calls it, and what it shows, in words. */
  picture?: Picture;
};

export type Picture = { reference: string; alt: string };

/**
 * What a post means for an adapter, now. `reference` is what the platform calls the message: the card, or, where `under` is
 * not null, a reply in the thread of the card that `under` names.
 */
export type Composed =
  | { do: "post"; thread: string | null; message: CardMessage }
  /** `reference`: what the thread begins with, the card or what the card itself is a reply to. */
  | { do: "reply"; reference: string; message: CardMessage }
  | { do: "update"; reference: string; under: string | null; message: CardMessage }
  /** The card as it stands, and a PNG that is to stand on it. */
  | { do: "picture"; reference: string; png: Uint8Array; alt: string; message: CardMessage }
  | { do: "delete"; reference: string; under: string | null }
  /** Not yet, for this reason: it is to be looked at again after so many milliseconds, or as soon as more is known. */
  | { do: "wait"; reason: Reason; after: number }
  /** There is nothing to be done any more, for this reason. */
  | { do: "drop"; reason: Reason };

/** When to look again for what arrives in a moment, in milliseconds. */
const soon = 5_000;

/** What has to arrive first. */
export function onItsWay(what: "card" | "reply" | "message"): Composed {
  return { do: "wait", reason: { is: "on_its_way", what }, after: soon };
}
