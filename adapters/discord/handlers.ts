import { setTimeout as pause } from "node:timers/promises";
import { InteractionResponseType, MessageFlags, type REST, Routes } from "discord.js";
import {
  type App,
  createDedupe,
  failureReply,
  type Log,
  type Moment,
  type Reply,
  type Screen,
  said,
  withTimeout,
} from "#core";
import { failureOf } from "./failures.ts";
import { most } from "./limits.ts";
import { type DiscordMessage, inForm, optionsOf, renderReply } from "./message.ts";
import { renderModal } from "./modal.ts";
import {
  type Heard,
  type InteractionRef,
  type Payload,
  type Pressed,
  receiveCommand,
  receivePressed,
  receiveSearch,
  receiveSubmitted,
  type Submitted,
} from "./receive.ts";

/** The body of a first answer: by a call of its own, or in the response to a request. */
export type Answer = { type: number; data?: unknown };

export type HandlerPorts = { app: App; rest: REST; log: Log; now: () => Moment };

/** How long an answer is waited for before Discord is told that one will come. It gives three seconds, network included. */
const patience = { message: 300, form: 1_500 };
const after = (milliseconds: number) => pause(milliseconds, undefined, { ref: false });
const anHour = 3_600_000;

/** What one interaction is answered with, once. `answer` gives the first answer to Discord, in whatever way it came. */
export function createHandlers({ app, rest, log, now }: HandlerPorts) {
  const seen = createDedupe(anHour, 20_000, now);
  const drawn = createShelf<Screen>(5_000);

  const safely = (work: Promise<Reply>) => work.catch((error: unknown) => failureReply(error, log));

  /**
   * What a person has on the screen is kept at hand: their form then opens without asking the store, and one that was
   * refused opens as it was filled in.
   */
  function draw(reply: Reply, { who, place }: Heard, chosen: string | null, problem: string | null) {
    const { screen, ticket } = reply;
    if (ticket !== null) drawn.put(`${who.person} ${ticket}`, screen);
    const field = screen.fields.find((each) => each.field === "channel");
    const usual = typeof field?.value === "string" ? field.value : null;
    const channel = problem === null ? (chosen ?? usual ?? place.channel) : null;
    return renderReply(reply, { channel, problem });
  }

  /** A later answer takes the place of the first one. Gone, or too late: then the next click shows how things stand. */
  async function edit({ application, token }: InteractionRef, body: object): Promise<void> {
    try {
      await rest.patch(Routes.webhookMessage(application, token), { body, auth: false });
    } catch (error) {
      log.warn("an answer was not shown", failureOf(error));
    }
  }

  /** Shows what comes of some work: at once where it is there at once, else as soon as it is. */
  async function show(
    heard: Heard,
    work: Promise<Reply>,
    answer: (body: Answer) => Promise<void>,
    how: { own: boolean; chosen?: string | null; problem?: string | null },
  ): Promise<void> {
    const drawing = (reply: Reply) => draw(reply, heard, how.chosen ?? null, how.problem ?? null);
    const found = await withTimeout(after(patience.message), safely(work));
    if ("ready" in found) {
      return how.own
        ? answer({ type: InteractionResponseType.UpdateMessage, data: asEdit(drawing(found.ready)) })
        : answer({ type: InteractionResponseType.ChannelMessageWithSource, data: drawing(found.ready) });
    }
    await answer(
      how.own
        ? { type: InteractionResponseType.DeferredMessageUpdate }
        : { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
    );
    // The kind of rendering is said with the edit: Discord does not take it with a deferred answer.
    await edit(heard.interaction, asEdit(drawing(await found.late)));
  }

  /** The form of a page. It has to be the first answer, so that nothing slow may stand before it. */
  async function openForm(pressed: Pressed, answer: (body: Answer) => Promise<void>): Promise<void> {
    const { who, about: ticket, place } = pressed;
    const known = drawn.get(`${who.person} ${ticket}`);
    const modal = (screen: Screen) => ({
      type: InteractionResponseType.Modal,
      data: renderModal(screen, ticket),
    });
    if (known?.fields.some(inForm)) return answer(modal(known));
    const found = await withTimeout(after(patience.form), safely(app.ask(who, { ask: "page", ticket }, place)));
    if ("late" in found)
      return answer({ type: InteractionResponseType.ChannelMessageWithSource, data: draw(slow, pressed, null, null) });
    const reply = found.ready;
    if (reply.ticket === ticket && reply.screen.fields.some(inForm)) return answer(modal(reply.screen));
    return answer({ type: InteractionResponseType.UpdateMessage, data: asEdit(draw(reply, pressed, null, null)) });
  }

  function pressed(heard: Pressed, answer: (body: Answer) => Promise<void>): Promise<void> {
    const { who, act, about, values, place, own, chosen, problem } = heard;
    if (act === "next") return openForm(heard, answer);
    const press = { act: act === "old" ? ("begin" as const) : act, about, values };
    return show(heard, app.press(who, press, place), answer, { own, chosen, problem });
  }

  function submitted(heard: Submitted, answer: (body: Answer) => Promise<void>): Promise<void> {
    const { who, act, ticket, values, place, own } = heard;
    const press = { act: act === "old" ? ("begin" as const) : act, about: ticket, values };
    return show(heard, app.press(who, press, place), answer, { own });
  }

  return async function handle(payload: Payload, answer: (body: Answer) => Promise<void>): Promise<void> {
    if (payload.id === undefined || seen(payload.id)) return;
    try {
      const search = receiveSearch(payload);
      if (payload.type === 4) {
        const found = search === null ? [] : app.suggest("vendor", search.typed, most.suggestions);
        const choices = optionsOf(found).map(({ label, value }) => ({ name: label, value }));
        return await answer({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } });
      }
      const command = receiveCommand(payload);
      if (command !== null)
        return await show(command, app.typed(command.who, command.words, command.place), answer, { own: false });
      const button = receivePressed(payload);
      if (button !== null) return await pressed(button, answer);
      const form = receiveSubmitted(payload);
      if (form !== null) return await submitted(form, answer);
    } catch (error) {
      // Too late, or answered by somebody else: nothing more can be said here, and the next click finds things as they are.
      const failure = failureOf(error);
      log.warn("an interaction was not answered", { ...failure, type: payload.type });
    }
  };
}

/** Who sees a message is settled with its first answer, and is not said again. */
function asEdit(written: DiscordMessage): DiscordMessage {
  return { ...written, flags: written.flags & ~MessageFlags.Ephemeral };
}

export type Handle = ReturnType<typeof createHandlers>;

const slow = said("slow", "One moment", "This takes longer than usual. Press Answer again; nothing is lost.");

/** A few things at hand, the oldest of which go. What is missing is asked for again. */
function createShelf<T>(most: number) {
  const kept = new Map<string, T>();
  return {
    get: (key: string) => kept.get(key),
    put(key: string, value: T) {
      kept.delete(key);
      if (kept.size >= most) kept.delete(kept.keys().next().value ?? "");
      kept.set(key, value);
    },
  };
}
