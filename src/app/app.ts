import type { Who } from "../conversation/bot.ts";
import { startAgain } from "../conversation/notices.ts";
import type { Reply } from "../conversation/reply.ts";
import { compose } from "../outbox/compose.ts";
import { createDrawings } from "../outbox/drawings.ts";
import type { Screen } from "../screen/screen.ts";
import type { App } from "./app-type.ts";
import { forgotten } from "./closing-screens.ts";
import { confirmFact } from "./confirm-fact.ts";
import { createConversationPages, sameAgain } from "./conversation-pages.ts";
import { createDecisionActions } from "./decision-actions.ts";
import { formAgain, ticketFor } from "./decision-ticket.ts";
import { requestOfDirect } from "./direct-request.ts";
import { createFirst } from "./first-page.ts";
import type { Filled } from "./forms/form.ts";
import { forms, operations } from "./forms/index.ts";
import { homeScreen, resumeScreen } from "./home.ts";
import { inTurn } from "./in-turn.ts";
import { linkTeams } from "./linking.ts";
import { createLines } from "./one-line.ts";
import { createCut, readMore } from "./paging.ts";
import type { AppPorts, Place } from "./ports.ts";
import { isKnownOpen } from "./posting.ts";
import { createPressed } from "./pressed.ts";
import { createReadings } from "./readings.ts";
import { helpScreen } from "./reference-screens.ts";
import { renameDecision } from "./rename.ts";
import type { Reading, Request } from "./request.ts";
import { useChannel } from "./settings.ts";
import { shareDecision } from "./share.ts";
import { suggest } from "./suggest.ts";
import { readTyped, type TypedRequest } from "./typed.ts";
import { takeUsage } from "./usage-screens.ts";
import { createUse } from "./use-usage.ts";

export function createApp(ports: AppPorts): App {
  const { bot, store, advisor, limits, deliver, typed } = ports;
  const drawings = ports.draw === undefined ? null : createDrawings(ports.draw);
  const decided = createDecisionActions(ports);
  const cut = createCut(ports);
  const { form, copied, move, withoutChannel } = createConversationPages(ports, cut);
  const lines = createLines(ports, form);
  const use = createUse(ports, form);
  const first = createFirst(bot, limits.form);
  const screenOf = createReadings(ports, decided, copied);

  /** A screen outside of the conversation. Where it is a form, it carries the ticket of what it is about. */
  function answer(who: Who, screen: Screen, reading: Reading, page = 0): Promise<Reply> {
    const ticket = screen.fields.length > 0 ? ticketFor(reading) : null;
    return cut(who, { screen, ticket, standing: null, notice: null }, limits.answer, reading, page);
  }

  /** A screen that is short whatever happens. */
  const short = (screen: Screen): Reply => ({ screen, ticket: null, standing: null, notice: null });

  async function show(who: Who, reading: Reading, place: Place, page: number): Promise<Reply> {
    if (reading.ask === "page")
      return form(who, await bot.act(who, reading.ticket, sameAgain(reading.ticket)), place, page);
    return answer(who, await screenOf(who, reading, place), reading, page);
  }

  async function ask(who: Who, request: Request, place: Place): Promise<Reply> {
    const about = async (id: string, screen: Promise<Screen>) => answer(who, await screen, { ask: "decision", id });
    switch (request.ask) {
      case "help":
      case "plans":
      case "estimate":
      case "compare":
      case "explain":
      case "decisions":
      case "ledger":
      case "naming":
      case "balances":
      case "balance":
      case "form":
      case "why":
      case "details":
      case "check":
      case "copy":
      case "settings":
      case "catalogue":
      case "fact":
      case "usage":
        return show(who, request, place, 0);
      case "page":
        return show(who, formAgain(request) ?? request, place, 0);
      case "decision":
        return show(who, await decided.meant(who, request.id, place), place, 0);
      case "open":
        return open(who);
      case "line":
        return lines.begin(who, request.words, request.fresh, place);
      case "resume":
      case "restart":
      case "leave":
      case "answer":
      case "back":
      case "show":
      case "keep-typed":
      case "pick":
      case "edit":
      case "revise":
        return move(who, request, place);
      case "post":
        return request.channel === null
          ? withoutChannel(who, request.ticket, place)
          : decide(who, request.ticket, request.channel, place);
      case "keep":
        return decide(who, request.ticket, null, place);
      case "share":
        return about(request.decision, shareDecision(who, request.decision, request.channel, place, ports));
      case "rename":
        return about(request.decision, renameDecision(who, request.decision, request.name, place, ports));
      case "fill":
        return filled(who, forms[request.form].fill(who, request.about, request.values, place, ports), place);
      case "do":
        return filled(who, operations[request.operation].run(who, request.about, place, ports), place);
      case "take-usage":
        return filled(who, takeUsage(who, request.file, ports), place);
      case "use-usage":
        return use(who, request.id, request.over, place);
      case "direct": {
        const meant = requestOfDirect(who, request.about);
        if (meant === null) return short(startAgain);
        // It may be of another place than the one that was looked up.
        await ports.refresh?.(meant.who.tenant);
        return ask(meant.who, meant.request, place);
      }
      case "approve":
        return short(await decided.approve(who, request.decision, request.anyway, place));
      case "undo":
        return about(request.decision, decided.undo(who, request.decision, place));
      case "retry": {
        const { screen, reading } = await decided.retry(who, request.post, place);
        return answer(who, screen, reading);
      }
      case "use-channel":
        await useChannel(who, request.channel, ports);
        return show(who, { ask: "settings" }, place, 0);
      case "confirm-fact":
        return answer(who, await confirmFact(who, request, ports), { ...request, ask: "fact" });
      case "link":
      case "unlink":
        return short(await linkTeams(who, request, place, ports));
      case "forget":
        await bot.forget(who);
        return short(forgotten);
    }
  }

  async function filled(who: Who, work: Promise<Filled>, place: Place): Promise<Reply> {
    const came = await work;
    if ("show" in came) return show(who, came.show, place, 0);
    return came.reading === null ? short(came.screen) : answer(who, came.screen, came.reading);
  }

  async function open(who: Who): Promise<Reply> {
    const step = await bot.waiting(who);
    return step === null ? first() : short(resumeScreen(step));
  }

  async function decide(who: Who, ticket: string, chosen: string | null, place: Place): Promise<Reply> {
    const { channel, thread = null } = place;
    const channels = chosen === null ? [] : [chosen];
    const open = channels.filter((each) => isKnownOpen(who, each, place, ports));
    const within = channel === null || thread === null ? null : { channel, thread };
    const made = await bot.decide(who, ticket, channels, { open, within });
    if ("screen" in made) return form(who, made, place);
    await deliver();
    return show(who, { ask: "decision", id: made.decision.id }, place, 0);
  }

  async function turnPage(who: Who, about: string, place: Place): Promise<Reply> {
    const more = await readMore(who, about, store);
    return more === null ? short(startAgain) : show(who, more.reading, place, more.page);
  }

  async function read(who: Who, request: TypedRequest | { problem: string }, place: Place): Promise<Reply> {
    return "problem" in request ? short(helpScreen(request.problem, typed)) : ask(who, request, place);
  }

  return {
    ask: inTurn(ports, ask),
    typed: inTurn(ports, (who, words, place) => read(who, readTyped(words, advisor(who.tenant)), place)),
    opensForm: (words) => {
      const request = readTyped(words, advisor());
      return "ask" in request && ["open", "resume", "line", "form"].includes(request.ask);
    },
    press: inTurn(ports, createPressed(ports, { ask, turnPage, lines })),
    first,
    suggest: (field, words, most) => suggest(field, words, advisor(), most),
    home: inTurn(ports, async (who) => short(await homeScreen(who, ports))),
    compose: (each) => compose(each, store, limits.card, ports.linkTo, drawings),
  };
}
