import { setTimeout as pause } from "node:timers/promises";
import type { ModalView } from "@slack/types";
import { type App, failureReply, type Log, type Moment, type Reply, type UnderWay, withTimeout } from "#core";
import { fieldBlock } from "./codes.ts";
import { tooLate, waiting } from "./delays.ts";
import { failureOf } from "./failures.ts";
import { problemsOf } from "./fields.ts";
import { lacksFiles, noFiles } from "./file-window.ts";
import { leadsToForm, withWayBack } from "./form-acts.ts";
import { renderAnswer, type SlackMessage } from "./message.ts";
import { markOf, renderHome, renderModal } from "./modal.ts";
import { createNames } from "./names.ts";
import { asSent, openingView, withResume } from "./opening.ts";
import { createPosting } from "./posting.ts";
import type { Asked, Pressed, Submitted } from "./receive.ts";
import type { Responder } from "./responder.ts";
import { createUpdate } from "./update.ts";

export type FormAnswer =
  | { response_action: "update"; view: ModalView }
  | { response_action: "errors"; errors: Record<string, string> };

/** How long an answer is waited for before something else is shown. Slack gives three seconds, network included. */
const patience = { open: 250, form: 1_800, words: 1_800 };
const after = (milliseconds: number) => pause(milliseconds, undefined, { ref: false });

/** The effects of this adapter, each for one thing that a person does. None of them throws for what the world did. */
export function createHandlers(app: App, log: Log, underWay: UnderWay, now: () => Moment) {
  const named = createNames(now, log);
  const posting = createPosting(now, log);
  const update = createUpdate(log);
  const broken = (error: unknown) => failureReply(error, log);
  /** What goes on after Slack has its answer: nobody waits for it, and it must not end the process. */
  const later = (work: Promise<unknown>) => {
    underWay.add(work.catch((error: unknown) => log.fault(error)));
  };

  const safely = (work: Promise<Reply>): Promise<Reply> => work.catch(broken);

  /** A reply with its button for posting named. */
  const drawn = ({ who, place }: Pick<Asked, "who" | "place">, { ui }: Responder, work: Promise<Reply>) =>
    work.then((reply) => posting(who, reply, place, ui));

  /** What a button or a form asks for. One that means nothing any more opens the conversation. */
  async function wanted(
    { who, act, about, values: filled, place }: Omit<Pressed, "surface" | "trigger" | "view">,
    { ui }: Responder,
  ): Promise<Reply> {
    const values = await named(who, filled, ui);
    if (act === "keep-typed") return app.ask(who, { ask: act, ticket: about, values }, place);
    return app.press(who, { act: act === "old" ? "begin" : act, about, values }, place);
  }

  /** Opens a modal before its trigger is too old: with the answer where it is there at once, else with a page that waits. */
  async function open(
    responder: Responder,
    { who, place, trigger }: Pick<Asked, "who" | "place" | "trigger">,
    work: Promise<Reply>,
  ): Promise<void> {
    const found = await withTimeout(after(patience.open), safely(drawn({ who, place }, responder, work)));
    return openWith(responder, { place, trigger }, found);
  }

  async function openWith(
    responder: Responder,
    { place, trigger }: Pick<Asked, "place" | "trigger">,
    found: { ready: Reply } | { late: Promise<Reply> },
  ): Promise<void> {
    const opening = "ready" in found ? openingView(found.ready, place) : asSent(waiting);
    try {
      const shown = await responder.ui.views.open({ trigger_id: trigger, view: opening });
      const id = shown.view?.id;
      if ("late" in found && id !== undefined) await update(responder, { id }, renderModal(await found.late, place));
    } catch (error) {
      const failure = failureOf(error);
      log.warn("a view was not opened", failure);
      const instead = lacksFiles(opening, failure) ? noFiles : tooLate;
      await responder.respond({ ...renderAnswer(instead), replace_original: false });
    }
  }

  return {
    /** The bare command: the first page at once, or where the person stopped. Nothing slow stands before it. */
    async opened(asked: Asked, responder: Responder): Promise<void> {
      const { who, place, trigger } = asked;
      const looking = safely(app.ask(who, { ask: "open" }, place));
      const found = await withTimeout(after(patience.open), looking);
      if ("ready" in found) return openWith(responder, asked, found);
      // The store is slow: the first page needs nothing from it. What waits there is shown as soon as it is known.
      const first = app.first();
      try {
        const shown = await responder.ui.views.open({ trigger_id: trigger, view: openingView(first, place) });
        const reply = withResume(first, await found.late);
        if (reply !== null && shown.view?.id !== undefined)
          await update(responder, { id: shown.view.id, hash: shown.view.hash ?? "" }, renderModal(reply, place));
      } catch (error) {
        log.warn("a view was not opened", failureOf(error));
        await responder.respond({ ...renderAnswer(tooLate), replace_original: false });
      }
    },

    /** The conversation where it was left, without asking whether that is wanted. */
    resumed(asked: Asked, responder: Responder): Promise<void> {
      return open(responder, asked, app.ask(asked.who, { ask: "resume" }, asked.place));
    },

    /** One line of work behind the command: the conversation, beginning with it. */
    begun(asked: Asked, responder: Responder): Promise<void> {
      return open(responder, asked, app.typed(asked.who, asked.words, asked.place));
    },

    /** A message with a usage export: what it holds, for this person alone. */
    given(asked: Asked, responder: Responder): Promise<void> {
      return open(responder, asked, app.ask(asked.who, { ask: "take-usage", file: asked.file ?? "" }, asked.place));
    },

    /** Words behind the command. Gives the answer if it is there in time; else sends it later. */
    async asked({ who, words, place }: Asked, responder: Responder): Promise<SlackMessage | null> {
      const found = await withTimeout(after(patience.words), safely(app.typed(who, words, place)));
      if ("ready" in found) return renderAnswer(found.ready);
      later(found.late.then((reply) => responder.respond({ ...renderAnswer(reply), replace_original: false })));
      return null;
    },

    /** A form that was sent: always an answer that Slack takes, and never an empty one, which would close the modal. */
    async submitted({ who, act, ticket, values, place, view }: Submitted, responder: Responder): Promise<FormAnswer> {
      const work = drawn({ who, place }, responder, wanted({ who, act, about: ticket, values, place }, responder));
      const found = await withTimeout(
        after(patience.form),
        work.catch((error) => refused(error, ticket, values)),
      );
      if ("late" in found) {
        later(
          found.late.then((reply) =>
            update(responder, { id: view }, renderModal("reply" in reply ? reply.reply : reply, place)),
          ),
        );
        return { response_action: "update", view: waiting };
      }
      const answer = found.ready;
      if ("errors" in answer) return { response_action: "errors", errors: answer.errors };
      const reply = "reply" in answer ? answer.reply : answer;
      const problems = reply.ticket === ticket ? problemsOf(reply.screen.fields, markOf(ticket)) : {};
      if (Object.keys(problems).length > 0) return { response_action: "errors", errors: problems };
      return { response_action: "update", view: renderModal(reply, place) };
    },

    async pressed(pressed: Pressed, responder: Responder): Promise<void> {
      const { who, act, about, place, surface, view } = pressed;
      const work = wanted(pressed, responder);
      switch (surface) {
        case "modal": {
          const shown = drawn(pressed, responder, work).catch((error) => withWayBack(broken(error), act, about));
          const found = await withTimeout(after(patience.form), shown);
          if (view === null) return;
          if ("ready" in found) return update(responder, view, renderModal(found.ready, place));
          await update(responder, view, waiting);
          return update(responder, { id: view.id }, renderModal(await found.late, place));
        }
        case "ephemeral":
          if (!leadsToForm(act)) {
            await responder.respond({ ...renderAnswer(await safely(work)), replace_original: true });
            return;
          }
          return open(responder, pressed, work);
        case "message":
          return open(responder, pressed, work);
        case "home":
          await open(responder, pressed, work);
          await this.home(who, responder);
      }
    },

    /** The home tab of one person. */
    async home(who: Asked["who"], responder: Responder): Promise<void> {
      const reply = await safely(app.home(who));
      try {
        await responder.ui.views.publish({ user_id: who.person, view: renderHome(reply) });
      } catch (error) {
        log.warn("a home tab was not published", failureOf(error));
      }
    },
  };

  /** What was typed stays in the form when it could not be kept: the sentence stands on its first field. */
  function refused(error: unknown, ticket: string, values: Submitted["values"]) {
    const reply = broken(error);
    const [field] = Object.keys(values);
    const [block] = reply.screen.body;
    if (field === undefined || block?.block !== "text") return { reply };
    return { reply, errors: { [fieldBlock(field, markOf(ticket))]: block.text } };
  }
}

export type Handlers = ReturnType<typeof createHandlers>;
