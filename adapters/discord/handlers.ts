import { setTimeout as pause } from "node:timers/promises";
import { InteractionResponseType, MessageFlags, type REST } from "discord.js";
import {
  type App,
  createDedupe,
  failureReply,
  infoReply,
  type Log,
  type Moment,
  type Reply,
  type Screen,
  type ScreenFile,
  withTimeout,
} from "#core";
import { createEdits } from "./edits.ts";
import { failureOf } from "./failures.ts";
import { most } from "./limits.ts";
import { type DiscordMessage, renderReply, type Target } from "./message.ts";
import { slowMessages } from "./message-words.ts";
import { renderModal } from "./modal.ts";
import { optionsOf } from "./options.ts";
import { type Payload, readPayload } from "./payload.ts";
import {
  type Heard,
  type Pressed,
  receiveCommand,
  receivePressed,
  receiveSearch,
  receiveSubmitted,
  type Submitted,
} from "./receive.ts";
import { formFields } from "./selects.ts";
import { createShelf } from "./shelf.ts";

/** The body of a first answer: by a call of its own, or in the response to a request. */
export type Answer = { type: number; data?: unknown };

export type HandlerPorts = { app: App; rest: REST; log: Log; now: () => Moment };

/** How long an answer is waited for before Discord is told that one will come. It gives three seconds, network included. */
const patience = { message: 300, form: 1_500 };
const after = (milliseconds: number) => pause(milliseconds, undefined, { ref: false });
const anHour = 3_600_000;

/** What one interaction is answered with, once. `answer` gives the first answer to Discord, in whatever way it came. */
export function createHandlers({ app, rest, log, now }: HandlerPorts) {
  const edit = createEdits(rest, log);
  const seen = createDedupe(anHour, 20_000, now);
  /**
   * What a person has on the screen is kept at hand: their form then opens without asking the store, and one that was
   * refused opens as it was filled in.
   */
  const atHand = createShelf<Screen>(5_000);
  /** What channels are called: a button for posting says where. */
  const names = createShelf<string>(5_000);
  const hear = ({ channel_id = "", channel, data }: Payload) => {
    const heard = { ...data?.resolved?.channels, ...(channel === undefined ? {} : { [channel_id]: channel }) };
    for (const [id, { name }] of Object.entries(heard)) if (name !== undefined) names.put(id, name);
  };

  /** A reply as it is drawn. What cannot be made or drawn becomes a sentence. */
  async function drawn(work: Promise<Reply>, { who, place }: Heard, to: Partial<Target> = {}): Promise<Drawn> {
    const draw = (reply: Reply): Drawn => {
      const { screen, ticket } = reply;
      if (ticket !== null) atHand.put(`${who.person} ${ticket}`, screen);
      const field = screen.fields.find((each) => each.field === "channel");
      const usual = typeof field?.value === "string" ? field.value : place.channel;
      const message = renderReply(reply, { picked: null, problem: null, ...to, usual, nameOf: names.get });
      return { message, file: screen.file };
    };
    return work.then(draw).catch((error: unknown) => draw(failureReply(error, log)));
  }

  /** Shows what comes of some work: at once where it is there at once, else as soon as it is. */
  async function show(
    heard: Heard,
    work: Promise<Drawn>,
    answer: (body: Answer) => Promise<void>,
    own: boolean,
  ): Promise<void> {
    const found = await withTimeout(after(patience.message), work);
    // A file comes with an edit: a first answer in the response to a request has no room for one.
    if ("ready" in found && found.ready.file === undefined) {
      const { message } = found.ready;
      return own
        ? answer({ type: InteractionResponseType.UpdateMessage, data: asEdit(message) })
        : answer({ type: InteractionResponseType.ChannelMessageWithSource, data: message });
    }
    await answer(
      own
        ? { type: InteractionResponseType.DeferredMessageUpdate }
        : { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
    );
    // The kind of rendering is said with the edit: Discord does not take it with a deferred answer.
    const { message, file } = await ("ready" in found ? found.ready : found.late);
    await edit(heard.interaction, asEdit(message), file);
  }

  /** The form of a page. It has to be the first answer, so that nothing slow may stand before it. */
  async function openForm(pressed: Pressed, answer: (body: Answer) => Promise<void>): Promise<void> {
    const { who, about: ticket, place, picked } = pressed;
    const known = atHand.get(`${who.person} ${ticket}`);
    const modal = (screen: Screen) => ({
      type: InteractionResponseType.Modal,
      data: renderModal(screen, ticket, picked),
    });
    if (known !== undefined && formFields(known).length > 0) return answer(modal(known));
    const asked = app.ask(who, { ask: "page", ticket }, place).catch((error: unknown) => failureReply(error, log));
    const found = await withTimeout(after(patience.form), asked);
    if ("late" in found) {
      const { message: data } = await drawn(Promise.resolve(slow), pressed, { picked });
      return answer({ type: InteractionResponseType.ChannelMessageWithSource, data });
    }
    const reply = found.ready;
    if (reply.ticket === ticket && formFields(reply.screen).length > 0) return answer(modal(reply.screen));
    // Where all is picked in the message, going on sends the page as it is.
    if (reply.ticket === ticket && reply.screen.fields.length > 0) return goOn(pressed, answer);
    const data = asEdit((await drawn(Promise.resolve(reply), pressed, { picked })).message);
    return answer({ type: InteractionResponseType.UpdateMessage, data });
  }

  function goOn({ values: _, ...heard }: Pressed, answer: (body: Answer) => Promise<void>): Promise<void> {
    return submitted({ ...heard, ticket: heard.about, values: {} }, answer);
  }

  function pressed(heard: Pressed, answer: (body: Answer) => Promise<void>): Promise<void> {
    const { who, act, about, values, place, own, picked, problem } = heard;
    if (act === "next") return openForm(heard, answer);
    const press = { act: act === "old" ? ("begin" as const) : act, about, values };
    return show(heard, drawn(app.press(who, press, place), heard, { picked, problem }), answer, own);
  }

  function submitted(heard: Submitted, answer: (body: Answer) => Promise<void>): Promise<void> {
    const { who, act, ticket, values, place, own, picked } = heard;
    const press = { act: act === "old" ? ("begin" as const) : act, about: ticket, values };
    return show(heard, drawn(app.press(who, press, place), heard, { picked }), answer, own);
  }

  /** What an interaction asks for, done and answered; null where it asks for nothing of ours. */
  function work(payload: Payload, answer: (body: Answer) => Promise<void>): Promise<void> | null {
    hear(payload);
    const search = receiveSearch(payload);
    if (search !== null) {
      const found = app.suggest(search.field, search.typed, most.suggestions);
      const choices = optionsOf(found).map(({ label, value }) => ({ name: label, value }));
      return answer({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } });
    }
    const command = receiveCommand(payload);
    if (command !== null) {
      const { who, words, place, picked, file } = command;
      const asked = file === null ? app.typed(who, words, place) : app.ask(who, { ask: "take-usage", file }, place);
      return show(command, drawn(asked, command, { picked }), answer, false);
    }
    const button = receivePressed(payload);
    if (button !== null) return pressed(button, answer);
    const form = receiveSubmitted(payload);
    return form === null ? null : submitted(form, answer);
  }

  /**
   * Does what an interaction asks for, and answers it. "not ours": what came is no interaction, or asks for nothing that is
   * known here; it is not answered.
   */
  return async function handle(
    given: unknown,
    respond: (body: Answer, to: { id: string; token: string }) => Promise<void>,
  ): Promise<Handled> {
    const payload = readPayload(given);
    if ("unreadable" in payload) {
      log.warn("what came is no interaction", { field: payload.unreadable });
      return "not ours";
    }
    if (seen(payload.id)) return "seen";
    try {
      const working = work(payload, (body) => respond(body, payload));
      if (working === null) log.warn("an interaction asks for nothing of ours", { type: payload.type });
      await working;
      return working === null ? "not ours" : "answered";
    } catch (error) {
      // Too late, or answered by somebody else: nothing more can be said here, and the next click finds things as they are.
      log.warn("an interaction was not answered", { ...failureOf(error), type: payload.type });
      return "answered";
    }
  };
}

/** A reply as it is drawn, and the file that goes with it. */
type Drawn = { message: DiscordMessage; file: ScreenFile | undefined };

/** What became of an interaction. */
export type Handled = "answered" | "seen" | "not ours";

/** Who sees a message is settled with its first answer, and is not said again. */
function asEdit(written: DiscordMessage): DiscordMessage {
  return { ...written, flags: written.flags & ~MessageFlags.Ephemeral };
}

export type Handle = ReturnType<typeof createHandlers>;

const slow = infoReply("slow", slowMessages.title, slowMessages.words);
