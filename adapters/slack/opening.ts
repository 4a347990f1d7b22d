import type { ModalView } from "@slack/types";
import type { Place, Reply } from "#core";
import { metadata, nowhere } from "./codes.ts";
import { renderModal } from "./modal.ts";
import { windowWords } from "./window-words.ts";

/** As the text that goes over the wire: given an object, the client copies all of it twice for a log that is off. */
export function asSent(view: ModalView): ModalView {
  return JSON.stringify(view) as unknown as ModalView;
}

/**
 * The first page once it is known that a conversation waits; null where none does. Its fields keep their ids, so that what is
 * typed there meanwhile stays.
 */
export function withResume(first: Reply, found: Reply): Reply | null {
  const { actions } = found.screen;
  if (!actions.some(({ action }) => action === "resume")) return null;
  const screen = { ...first.screen, actions: [...first.screen.actions, ...actions] };
  return { ...first, screen, notice: windowWords.resume };
}

const firsts = new WeakMap<Reply, string>();

/** A window as it is opened. The first page is drawn once: of a place it only carries the ids. */
export function openingView(reply: Reply, place: Place): ModalView {
  if (reply.ticket === null || reply.screen.fields.some(({ field }) => field === "channel"))
    return asSent(renderModal(reply, place));
  const drawn = firsts.get(reply) ?? JSON.stringify(renderModal(reply));
  firsts.set(reply, drawn);
  const carried = (from: Place) => JSON.stringify(metadata(reply.ticket, from));
  return drawn.replace(carried(nowhere), carried(place)) as unknown as ModalView;
}
