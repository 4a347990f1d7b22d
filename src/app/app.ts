import type { Reply, Who } from "../conversation/bot.ts";
import { startAgain } from "../conversation/notices.ts";
import { suggestSellers } from "../conversation/sellers.ts";
import { type Composed, compose } from "../outbox/compose.ts";
import { fitPages } from "../screen/fit.ts";
import type { FieldOption, Screen } from "../screen/screen.ts";
import type { Post } from "../store/rows.ts";
import { createConversationPages, pageOf, sameAgain } from "./conversation-pages.ts";
import { createDecisionActions } from "./decision-actions.ts";
import { homeScreen, resumeScreen, settingsScreen, useChannel } from "./home.ts";
import { pageOfReply, readMore } from "./paging.ts";
import { type AppPorts, type Place, text, told } from "./ports.ts";
import { type Press, requestOfPress } from "./press.ts";
import { estimateScreen, explainScreen, helpScreen, plansScreen } from "./reference-screens.ts";
import { type Reading, type Request, readReading, writeReading } from "./request.ts";
import { readTyped, type TypedRequest } from "./typed.ts";

/** All that a chat adapter asks for. Every answer is a screen for the one person who asked, and fits what it can show. */
export type App = {
  /** What somebody wants, by whatever way it came. */
  ask(who: Who, request: Request, place: Place): Promise<Reply>;
  /** What was typed: only the verbs that can be typed are understood. */
  typed(who: Who, words: string, place: Place): Promise<Reply>;
  /** A request that was read from what was typed in some other form, or what was wrong with it. */
  read(who: Who, request: TypedRequest | { problem: string }, place: Place): Promise<Reply>;
  /** What a button means. */
  press(who: Who, press: Press, place: Place): Promise<Reply>;
  /** The first page at once, without looking whether something waits. */
  first(): Reply;
  home(who: Who): Promise<Reply>;
  /**
   * What somebody may mean who types into a field that can be searched: what it can be answered with, or, for `plans`, what
   * is sold. At most `most`, none for other fields. Needs nothing but the catalogue.
   */
  suggest(field: string, typed: string, most: number): FieldOption[];
  /** What a post in the outbox means now. */
  compose(post: Post): Promise<Composed>;
};

export function createApp(ports: AppPorts): App {
  const { bot, store, advisor, limits, deliver, now, newId } = ports;
  const decided = createDecisionActions(ports);
  const { form, copied } = createConversationPages(ports, cut);
  const { typed } = ports;

  /** A page of a reply. What is asked for by more than a button can carry is kept, and the button carries its id. */
  async function cut(who: Who, reply: Reply, room: Parameters<typeof fitPages>[1], reading: Reading, page: number) {
    const pages = fitPages(reply.screen.body, room);
    if (pages.length === 1) return { ...reply, screen: { ...reply.screen, body: pages[0] ?? [] } };
    const carried = writeReading(reading);
    if (carried.length + 4 <= limits.buttonValue) return pageOfReply(reply, pages, page, carried);
    const id = newId();
    await store.of(who.tenant).keepReading({ id, owner: who.person, reading: carried, at: now() });
    return pageOfReply(reply, pages, page, `kept:${id}`);
  }

  const answer = (who: Who, screen: Screen, reading: Reading, page = 0): Promise<Reply> =>
    cut(who, { screen, ticket: null, standing: null, notice: null }, limits.answer, reading, page);

  /** A screen that is short whatever happens. */
  const short = (screen: Screen): Reply => ({ screen, ticket: null, standing: null, notice: null });

  async function show(who: Who, reading: Reading, place: Place, page: number): Promise<Reply> {
    if (reading.ask === "page")
      return form(who, await bot.act(who, reading.ticket, sameAgain(reading.ticket)), place, page);
    return answer(who, await screenOf(who, reading, place), reading, page);
  }

  function screenOf(who: Who, reading: Exclude<Reading, { ask: "page" }>, place: Place): Screen | Promise<Screen> {
    switch (reading.ask) {
      case "help":
        return helpScreen(null, typed);
      case "plans":
        return plansScreen(reading.of, advisor(), typed);
      case "estimate":
        return estimateScreen(reading.work, who, advisor(), ports);
      case "explain":
        return explainScreen(reading.topic, advisor(), typed);
      case "decisions":
        return decided.list(who);
      case "decision":
        return decided.look(who, reading.id);
      case "why":
        return decided.why(who, reading.decision);
      case "check":
        return decided.check(who, reading.decision);
      case "copy":
        return copied(who, reading.ticket);
      case "settings":
        return settingsScreen(who, place, ports);
    }
  }

  async function ask(who: Who, request: Request, place: Place): Promise<Reply> {
    switch (request.ask) {
      case "help":
      case "plans":
      case "estimate":
      case "explain":
      case "decisions":
      case "decision":
      case "why":
      case "check":
      case "copy":
      case "settings":
      case "page":
        return show(who, request, place, 0);
      case "open":
        return open(who);
      case "resume":
        return form(who, await bot.begin(who, false), place);
      case "restart":
        return form(who, await bot.begin(who, true), place);
      case "leave":
        return short(
          told("left", "Left", [text("Your answers are kept: /aicost goes on from here. Nothing was posted.")]),
        );
      case "answer": {
        const { ticket, values } = request;
        return form(who, await bot.act(who, ticket, { event: "submit", page: pageOf(ticket), values }), place);
      }
      case "back": {
        const { ticket, values } = request;
        const event = { event: "press", page: pageOf(ticket), action: "back", values } as const;
        return form(who, await bot.act(who, ticket, event), place);
      }
      case "edit": {
        const page = request.question ?? pageOf(request.ticket);
        return form(who, await bot.act(who, request.ticket, { event: "open", page }), place);
      }
      case "post":
        return request.channel === null
          ? withoutChannel(who, request.ticket, place)
          : decide(who, request.ticket, [request.channel], place);
      case "keep":
        return decide(who, request.ticket, [], place);
      case "revise":
        return form(who, await bot.revise(who, request.decision), place);
      case "approve":
        return short(await decided.approve(who, request.decision));
      case "undo":
        return answer(who, await decided.undo(who, request.decision), { ask: "decision", id: request.decision });
      case "retry": {
        const { screen, reading } = await decided.retry(who, request.post);
        return answer(who, screen, reading);
      }
      case "use-channel":
        await useChannel(who, request.channel, ports);
        return show(who, { ask: "settings" }, place, 0);
      case "forget":
        await bot.forget(who);
        return short(forgotten);
    }
  }

  const firsts = new WeakMap<Reply, Reply>();

  /** The same object for everybody, so that an adapter may keep what it draws of it. */
  function first(): Reply {
    const raw = bot.first();
    const [body = []] = fitPages(raw.screen.body, limits.form);
    const known = firsts.get(raw) ?? { ...raw, screen: { ...raw.screen, body } };
    firsts.set(raw, known);
    return known;
  }

  async function open(who: Who): Promise<Reply> {
    const step = await bot.waiting(who);
    return step === null ? first() : short(resumeScreen(step));
  }

  async function withoutChannel(who: Who, ticket: string, place: Place): Promise<Reply> {
    const reply = await form(who, await bot.act(who, ticket, sameAgain(ticket)), place);
    const problem = "Choose where it should go, or keep it without posting.";
    const fields = reply.screen.fields.map((field) => (field.field === "channel" ? { ...field, problem } : field));
    return { ...reply, screen: { ...reply.screen, fields } };
  }

  async function decide(who: Who, ticket: string, channels: readonly string[], place: Place): Promise<Reply> {
    const made = await bot.decide(who, ticket, channels);
    if ("screen" in made) return form(who, made, place);
    await deliver();
    return show(who, { ask: "decision", id: made.decision.id }, place, 0);
  }

  async function turnPage(who: Who, about: string, place: Place): Promise<Reply> {
    const more = readMore(about);
    if (more === null) return short(startAgain);
    const kept = /^kept:([\w-]{1,32})$/.exec(more.carried)?.[1];
    const carried = kept === undefined ? more.carried : await store.of(who.tenant).keptReading(kept, who.person);
    const reading = carried === null ? null : readReading(carried);
    return reading === null ? short(startAgain) : show(who, reading, place, more.page);
  }

  const read: App["read"] = async (who, request, place) =>
    "problem" in request ? short(helpScreen(request.problem, typed)) : ask(who, request, place);

  return {
    ask,
    read,
    typed: (who, words, place) => read(who, readTyped(words), place),
    press: (who, { act, about, values = {} }, place) =>
      act === "more" ? turnPage(who, about, place) : ask(who, requestOfPress(act, about, values), place),
    first,
    suggest: (field, words, most) => suggestSellers(field, words, advisor().market, most),
    home: async (who) => short(await homeScreen(who, ports)),
    compose: (each) => compose(each, store, limits.card),
  };
}

const forgotten = told("forgotten", "Forgotten", [
  text(
    "Your answers are deleted, and your id is gone from what was decided. Names that were typed into a decision stay in it.",
  ),
]);
