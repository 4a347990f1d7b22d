import type { Reply, Who } from "../conversation/bot.ts";
import { startAgain } from "../conversation/notices.ts";
import type { Values } from "../conversation/read-fields.ts";
import { findSellers } from "../conversation/sellers.ts";
import { type Composed, compose } from "../outbox/compose.ts";
import type { Act, FieldOption, Screen } from "../screen/screen.ts";
import type { Post } from "../store/rows.ts";
import { createForms, pageOf, sameAgain } from "./conversation-pages.ts";
import { createDecided } from "./decision-actions.ts";
import { homeScreen, resumeScreen, settingsScreen, useChannel } from "./home.ts";
import { paged, readErrand } from "./paging.ts";
import { type AppPorts, type Place, text, told } from "./ports.ts";
import {
  estimateScreen,
  explainScreen,
  helpScreen,
  longestLine,
  longLineScreen,
  plansScreen,
} from "./reference-screens.ts";
import { readVerb } from "./typed.ts";

/** A button that was pressed: what it does, what it is about (a ticket, a decision, a post), and what was typed beside it. */
export type Press = { act: Act; about: string; values?: Values };

/** All that a chat adapter asks for. Every answer is a screen for the one person who asked, and fits what the adapter can show. */
export type App = {
  /** What a person sees who types the bare command: where they stopped, or the first page. */
  open(who: Who): Promise<Reply>;
  /** The first page at once, without looking whether something waits. */
  first(): Reply;
  /** What was typed behind the command. Nothing: the questions are opened. */
  ask(who: Who, words: string, place: Place): Promise<Reply>;
  press(who: Who, press: Press, place: Place): Promise<Reply>;
  home(who: Who): Promise<Reply>;
  /** What somebody may mean who types into a field that can be searched. Needs nothing but the catalogue. */
  suggest(field: string, typed: string, most: number): FieldOption[];
  /** What a post in the outbox means now. */
  compose(post: Post): Promise<Composed>;
};

export function createApp(ports: AppPorts): App {
  const { bot, store, advisor, limits, deliver } = ports;
  const decided = createDecided(ports);
  const { form, copied } = createForms(ports);

  const answer = (screen: Screen, words: string, page = 0): Reply =>
    paged({ screen, ticket: null, draft: null, notice: null }, limits.answer, limits.errand, words, page);

  async function ask(who: Who, words: string, place: Place, page = 0): Promise<Reply> {
    const typed = words.trim();
    if (typed === "") return open(who);
    if (typed.length > longestLine) return answer(longLineScreen(typed.length), "");
    if (typed.startsWith("@"))
      return form(who, await bot.act(who, typed.slice(1), sameAgain(typed.slice(1))), place, page);
    const [first = "", rest = ""] = typed.split(/\s+(.*)/s);
    if (first === "copy") return answer(await copied(who, rest), typed, page);
    if (first === "why") return answer(await decided.why(who, rest), typed, page);
    const read = readVerb(typed);
    if ("problem" in read) return answer(helpScreen(read.problem, ports.typed), typed, page);
    switch (read.verb) {
      case "help":
        return answer(helpScreen(null, ports.typed), typed, page);
      case "resume":
        return form(who, await bot.begin(who, false), place);
      case "plans":
        return answer(plansScreen(read.rest, advisor(), ports.typed), typed, page);
      case "estimate":
        return answer(await estimateScreen(read.rest, keyOf(who), advisor(), ports), typed, page);
      case "explain":
        return answer(explainScreen(read.rest, advisor(), ports.typed), typed, page);
      case "decisions":
        return answer(read.rest === "" ? await decided.list(who) : await decided.look(who, read.rest), typed, page);
      case "settings":
        return answer(await settingsScreen(who, place, ports), typed, page);
    }
  }

  const firsts = new WeakMap<Reply, Reply>();

  /** The same object for everybody, so that an adapter may keep what it draws of it. */
  function first(): Reply {
    const raw = bot.first();
    const known = firsts.get(raw) ?? paged(raw, limits.form, 0, "", 0);
    firsts.set(raw, known);
    return known;
  }

  async function open(who: Who): Promise<Reply> {
    const step = await bot.waiting(who);
    return step === null ? first() : answer(resumeScreen(step), "");
  }

  async function post(who: Who, { about, values }: Press, place: Place, to: "a channel" | "nowhere"): Promise<Reply> {
    const channel = values?.channel;
    if (to === "a channel" && (typeof channel !== "string" || channel === "")) {
      const reply = await form(who, await bot.act(who, about, sameAgain(about)), place);
      const problem = "Choose where it should go, or keep it without posting.";
      const fields = reply.screen.fields.map((field) => (field.field === "channel" ? { ...field, problem } : field));
      return { ...reply, screen: { ...reply.screen, fields } };
    }
    const made = await bot.decide(who, about, typeof channel === "string" && to === "a channel" ? [channel] : []);
    if ("screen" in made) return form(who, made, place);
    await deliver();
    return answer(await decided.look(who, made.decision.id), `decisions ${made.decision.id}`);
  }

  async function press(who: Who, pressed: Press, place: Place): Promise<Reply> {
    const { act, about, values = {} } = pressed;
    switch (act) {
      case "next":
        return form(who, await bot.act(who, about, { event: "submit", page: pageOf(about), values }), place);
      case "back":
        return form(
          who,
          await bot.act(who, about, { event: "press", page: pageOf(about), action: "back", values }),
          place,
        );
      case "edit": {
        const question = values.edit;
        const page = typeof question === "string" ? question : pageOf(about);
        return form(who, await bot.act(who, about, { event: "open", page }), place);
      }
      case "restart":
        return form(who, await bot.begin(who, true), place);
      case "begin":
        return open(who);
      case "resume":
        return form(who, await bot.begin(who, false), place);
      case "post":
        return post(who, pressed, place, "a channel");
      case "copy":
        return answer(await copied(who, about), `copy ${about}`);
      case "cancel":
        return answer(
          told("left", "Left", [text("Your answers are kept: /aicost goes on from here. Nothing was posted.")]),
          "",
        );
      case "save":
        return post(who, pressed, place, "nowhere");
      case "revise":
        return form(who, await bot.revise(who, about), place);
      case "more": {
        const errand = readErrand(about);
        return errand === null ? answer(startAgain, "") : ask(who, errand.words, place, errand.page);
      }
      case "why":
        return ask(who, `why ${about}`, place);
      case "look":
        return ask(who, `decisions ${about}`, place);
      case "approve":
        return answer(await decided.approve(who, about), "");
      case "check":
        return answer(await decided.check(who, about), "");
      case "undo":
        return answer(await decided.undo(who, about), `decisions ${about}`);
      case "retry":
        return answer(await decided.retry(who, about), "decisions");
      case "settings":
        return ask(who, "settings", place);
      case "use-channel":
      case "no-channel":
        await useChannel(who, act === "use-channel" ? about : null, ports);
        return answer(await settingsScreen(who, place, ports), "settings");
      case "forget":
        await bot.forget(who);
        return answer(
          told("forgotten", "Forgotten", [
            text(
              "Your answers are deleted, and your id is gone from what was decided. Names that were typed into a decision stay in it.",
            ),
          ]),
          "",
        );
    }
  }

  return {
    open,
    first,
    ask,
    press,
    suggest: (field, typed, most) => (field === "vendor" ? findSellers(typed, advisor().market, most) : []),
    home: async (who) => answer(await homeScreen(who, ports), ""),
    compose: (each) => compose(each, store, limits.card),
  };
}

/** One person in one team, for taking turns. */
function keyOf({ tenant, person }: Who): string {
  return `${tenant.platform} ${tenant.id} ${person}`;
}
