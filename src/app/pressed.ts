import type { Who } from "../conversation/bot.ts";
import { startAgain } from "../conversation/notices.ts";
import { ended, type Reply } from "../conversation/reply.ts";
import { confirmScreen, readYes } from "./confirm.ts";
import type { createLines } from "./one-line.ts";
import type { AppPorts, Place } from "./ports.ts";
import { type Press, requestOfPress } from "./press.ts";
import type { Request } from "./request.ts";

/** What the app does with what a button means. */
type Doors = {
  ask: (who: Who, request: Request, place: Place) => Promise<Reply>;
  turnPage: (who: Who, about: string, place: Place) => Promise<Reply>;
  lines: ReturnType<typeof createLines>;
};

/** What a button does: what it carries is read first, and what is to be asked before it acts is asked. */
export function createPressed(ports: Pick<AppPorts, "asksItself" | "store">, { ask, turnPage, lines }: Doors) {
  return async (who: Who, { act, about, values = {} }: Press, place: Place): Promise<Reply> => {
    if (act === "more") return turnPage(who, about, place);
    if (act === "line") {
      const words = await lines.lineOf(who, about);
      return words === null ? ended(startAgain) : lines.begin(who, words, true, place);
    }
    if (act === "yes") {
      const meant = readYes(about);
      return meant === null ? ended(startAgain) : ask(who, requestOfPress(meant.act, meant.about, values), place);
    }
    // An adapter asks by itself, but not behind a button that everybody sees: that does not know who has begun something.
    const asked = ports.asksItself && !(act === "revise" && (place.card ?? null) !== null);
    const question = asked ? null : await confirmScreen(who, act, about, ports.store);
    return question === null ? ask(who, requestOfPress(act, about, values), place) : ended(question);
  };
}
