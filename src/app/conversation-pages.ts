import type { Reply, Who } from "../conversation/bot.ts";
import { soFar } from "../conversation/screens.ts";
import { readTicket } from "../conversation/ticket.ts";
import { cardRoom } from "../outbox/compose.ts";
import type { Limits } from "../screen/fit.ts";
import { plainText } from "../screen/plain.ts";
import type { Screen } from "../screen/screen.ts";

import { type AppPorts, type Place, text, told } from "./ports.ts";
import type { Reading } from "./request.ts";
import { channelOf } from "./settings.ts";

/** One page of a reply that may be too long. */
type Cut = (who: Who, reply: Reply, room: Limits, reading: Reading, page: number) => Promise<Reply>;

/** Pages of the conversation, as an adapter shows them. */
export function createConversationPages(ports: AppPorts, cut: Cut) {
  const { bot, limits } = ports;

  /** A page of the conversation: cut to size, and the review with the place it would go to. */
  async function form(who: Who, reply: Reply, place: Place, page = 0): Promise<Reply> {
    // The review shows what will be posted, cut where the card will be.
    const review = reply.screen.id === "review";
    const screen = review ? await reviewFor(who, reply, place) : recalled(reply);
    const room = review ? cardRoom(limits.card) : limits.form;
    return cut(who, { ...reply, screen }, room, { ask: "page", ticket: reply.ticket ?? "" }, page);
  }

  /** A page with the answers so far above it, where an adapter shows no form beside them. */
  function recalled({ screen, standing }: Reply): Screen {
    if (ports.recall !== true || standing === null || screen.step === null) return screen;
    const answers = soFar(standing.situation);
    if (answers === "") return screen;
    return { ...screen, body: [{ block: "facts", facts: [{ label: "So far", value: answers }] }, ...screen.body] };
  }

  async function reviewFor(who: Who, { screen, standing }: Reply, place: Place): Promise<Screen> {
    const body = standing === null ? screen.body : bot.card(standing).blocks;
    if (place.nowhere === true) {
      const copyInstead = { action: "copy" as const, label: "Copy" };
      return {
        ...screen,
        body,
        fields: screen.fields.filter((field) => field.field !== "channel"),
        actions: screen.actions.map((each) => (each.action === "post" ? copyInstead : each)),
      };
    }
    // Where a place cannot be checked before it is chosen, none but the present one is offered.
    const channel = place.channel ?? (ports.offersUsual === false ? null : await channelOf(who, ports));
    const within = (place.thread ?? null) === null ? "" : " In the channel you came from it goes into the thread.";
    return {
      ...screen,
      body,
      fields: screen.fields.map((field) =>
        field.field === "channel" ? { ...field, value: channel, hint: `${field.hint}${within}` } : field,
      ),
    };
  }

  /** The card as plain lines, where there is no channel to post it to. */
  async function copied(who: Who, ticket: string): Promise<Screen> {
    const { standing, screen } = await bot.act(who, ticket, sameAgain(ticket));
    if (standing === null) return screen;
    const { title, blocks } = bot.card(standing);
    const lines = plainText(title, blocks).split("\n");
    return told("copy", "To be copied", lines.filter((line) => line !== "").map(text));
  }

  return { form, copied };
}

/** The page that a ticket was given out for. */
export function pageOf(ticket: string): string {
  return readTicket(ticket)?.page ?? "";
}

/** The page of a ticket once more, as it is. */
export function sameAgain(ticket: string): { event: "open"; page: string } {
  return { event: "open", page: pageOf(ticket) };
}
