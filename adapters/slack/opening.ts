import type { ModalView } from "@slack/types";
import type { Place, Reply } from "#core";
import { metadata, nowhere } from "./codes.ts";
import { renderModal } from "./modal.ts";

/** As the text that goes over the wire: given an object, the client copies all of it twice for a log that is off. */
export function asSent(view: ModalView): ModalView {
  return JSON.stringify(view) as unknown as ModalView;
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
