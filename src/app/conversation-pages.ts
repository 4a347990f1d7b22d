import { soFar } from "../conversation/answer-words.ts";
import type { Who } from "../conversation/bot.ts";
import { lineBlocks } from "../conversation/one-line/begin.ts";
import { questionsForOthers } from "../conversation/questions-for-others.ts";
import { ended, type Reply } from "../conversation/reply.ts";
import { readTicket } from "../conversation/ticket.ts";
import { cardRoom } from "../outbox/card-message.ts";
import { askingMessages } from "../present/asking-messages.ts";
import { type Limits, roomOf } from "../screen/fit.ts";
import { plainText } from "../screen/plain.ts";
import type { Action, Block, Screen } from "../screen/screen.ts";
import { closed, left } from "./closing-screens.ts";
import { findDecision, noSuchDecision } from "./decision-lookup.ts";
import { writeForm } from "./form-ids.ts";
import { conversationMessages as words } from "./page-messages.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";
import { preselected } from "./posting.ts";
import type { Reading, Request } from "./request.ts";

/** One page of a reply that may be too long. */
type Cut = (who: Who, reply: Reply, room: Limits, reading: Reading, page: number) => Promise<Reply>;

/** What moves a conversation on, back, or aside. */
export type MovingRequest = Extract<
  Request,
  { ask: "resume" | "restart" | "leave" | "answer" | "back" | "show" | "keep-typed" | "pick" | "edit" | "revise" }
>;

/** Pages of the conversation, as an adapter shows them. */
export function createConversationPages(ports: AppPorts, cut: Cut) {
  const { bot, limits } = ports;

  /** A page of the conversation: cut to size, and the review with the place it would go to. */
  async function form(who: Who, reply: Reply, place: Place, page = 0): Promise<Reply> {
    const reading: Reading = { ask: "page", ticket: reply.ticket ?? "" };
    if (reply.screen.id !== "review")
      return cut(who, { ...reply, screen: recalled(reply) }, limits.form, reading, page);
    // The review shows what will be posted, cut where the card will be; above it, how the work was understood.
    const work = understood(who, reply);
    const card = cardRoom(limits.card);
    const room = { ...card, characters: card.characters + roomOf(work, card), blocks: card.blocks + work.length };
    const screen = await reviewFor(who, reply, place);
    return cut(who, { ...reply, screen: { ...screen, body: [...work, ...screen.body] } }, room, reading, page);
  }

  /** What a typed line was understood as, and the card's name. */
  function understood({ tenant }: Who, { standing }: Reply): Block[] {
    return [
      ...(standing === null ? [] : lineBlocks(standing.draft.line, standing.situation.market)),
      ...(standing === null ? [] : [{ block: "heading" as const, text: bot.card(standing, tenant).title }]),
    ];
  }

  /** A page with the answers so far above it, where an adapter shows no form beside them. */
  function recalled({ screen, standing, recall }: Reply): Screen {
    if ((ports.recall !== true && recall !== true) || standing === null || screen.step === null) return screen;
    // What the line said stands there already.
    if (standing.draft.line !== undefined) return screen;
    const answers = soFar(standing.situation, screen.fields);
    if (answers === "") return screen;
    return { ...screen, body: [{ block: "facts", facts: [{ label: words.soFar, value: answers }] }, ...screen.body] };
  }

  async function reviewFor(who: Who, { screen, standing, ticket }: Reply, place: Place): Promise<Screen> {
    const body = standing === null ? screen.body : bot.card(standing, who.tenant).blocks;
    if (place.nowhere === true) {
      const copyInstead = { action: "copy" as const, label: words.copy };
      return {
        ...screen,
        body,
        fields: screen.fields.filter((field) => field.field !== "channel"),
        actions: screen.actions.map((each) => (each.action === "post" ? copyInstead : each)),
      };
    }
    const channel = await preselected(who, place, ports);
    const others = standing === null || ticket === null ? [] : questionsForOthers(standing);
    const askSomeone: Action[] =
      others.length === 0
        ? []
        : [
            {
              action: "form",
              label: askingMessages.choose.title,
              about: writeForm({ form: "ask", about: ticket ?? "" }),
            },
          ];
    const within = (place.thread ?? null) !== null ? words.intoThread : "";
    return {
      ...screen,
      body,
      actions: [...screen.actions, ...askSomeone],
      fields: screen.fields.map((field) =>
        field.field === "channel" ? { ...field, value: channel, hint: `${field.hint}${within}` } : field,
      ),
    };
  }

  /** The card as plain lines, where there is no channel to post it to. */
  async function copied(who: Who, ticket: string): Promise<Screen> {
    const { standing, screen } = await bot.act(who, ticket, sameAgain(ticket));
    if (standing === null) return screen;
    const { title, blocks } = bot.card(standing, who.tenant);
    const lines = plainText(title, blocks).split("\n");
    return infoScreen("copy", words.toCopy, lines.filter((line) => line !== "").map(textBlock));
  }

  async function move(who: Who, request: MovingRequest, place: Place): Promise<Reply> {
    switch (request.ask) {
      case "resume":
        return form(who, await bot.begin(who, false), place);
      case "restart":
        return form(who, await bot.begin(who, true), place);
      case "leave":
        return ended(request.decision === null ? left : closed);
      case "answer": {
        const { ticket, values } = request;
        return form(who, await bot.act(who, ticket, { event: "submit", page: pageOf(ticket), values }), place);
      }
      case "back":
      case "show": {
        const { ticket, values } = request;
        const event = { event: "press", page: pageOf(ticket), action: request.ask, values } as const;
        return form(who, await bot.act(who, ticket, event), place);
      }
      case "pick": {
        const { ticket, values } = request;
        return form(who, await bot.act(who, ticket, { event: "pick", page: pageOf(ticket), values }), place);
      }
      case "keep-typed": {
        const { ticket, values } = request;
        const reply = await bot.act(who, ticket, { event: "keep", page: pageOf(ticket), values });
        // Where somebody was faster, nothing of it was kept: then how things stand is shown.
        return reply.ticket === null || reply.notice !== null ? form(who, reply, place) : ended(left);
      }
      case "edit": {
        const page = request.question ?? pageOf(request.ticket);
        return form(who, await bot.act(who, request.ticket, { event: "open", page }), place);
      }
      case "revise": {
        const decision = await findDecision(who, request.decision, place, ports);
        return decision === null
          ? ended(noSuchDecision(ports.typed))
          : form(who, await bot.revise(who, decision), place);
      }
    }
  }

  /** The review again, for whoever wanted to post and chose no place. */
  async function withoutChannel(who: Who, ticket: string, place: Place): Promise<Reply> {
    const reply = await form(who, await bot.act(who, ticket, sameAgain(ticket)), place);
    const problem = words.chooseChannel;
    const fields = reply.screen.fields.map((field) => (field.field === "channel" ? { ...field, problem } : field));
    return { ...reply, screen: { ...reply.screen, fields } };
  }

  return { form, copied, move, withoutChannel };
}

/** The page that a ticket was given out for. */
function pageOf(ticket: string): string {
  return readTicket(ticket)?.page ?? "";
}

/** The page of a ticket once more, as it is. */
export function sameAgain(ticket: string): { event: "open"; page: string } {
  return { event: "open", page: pageOf(ticket) };
}
