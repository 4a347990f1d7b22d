import type { ModalView } from "@slack/types";
import type { Reply } from "#core";
import { type From, metadata } from "./codes.ts";
import { renderModal } from "./modal.ts";

/** As the text that goes over the wire: given an object, the client copies all of it twice for a log that is off. */
export function asSent(view: ModalView): ModalView {
  return JSON.stringify(view) as unknown as ModalView;
}

const nowhere: From = { channel: null };

const firsts = new WeakMap<Reply, string>();

/** A window as it is opened. The first page is drawn once: of a channel it only carries the id. */
export function openingView(reply: Reply, from: From): ModalView {
  if (reply.ticket === null || reply.screen.fields.some(({ field }) => field === "channel"))
    return asSent(renderModal(reply, from));
  const drawn = firsts.get(reply) ?? JSON.stringify(renderModal(reply, nowhere));
  firsts.set(reply, drawn);
  const carried = (place: From) => JSON.stringify(metadata(reply.ticket, place));
  return drawn.replace(carried(nowhere), carried(from)) as unknown as ModalView;
}
