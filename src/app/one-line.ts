import type { Who } from "../conversation/bot.ts";
import { draftOfLine } from "../conversation/one-line/begin.ts";
import { ended, type Reply } from "../conversation/reply.ts";
import { shortened } from "../screen/fit.ts";
import type { Screen } from "../screen/screen.ts";
import { homeMessages, waitingMessages } from "./home-messages.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";

type Form = (who: Who, reply: Reply, place: Place) => Promise<Reply>;

/** What stands before a line that is kept, in the place where readings are: no reading begins with it. */
const mark = "line ";

/** Conversations that begin with one line. `form`: a page of the conversation as it is shown. */
export function createLines({ bot, store, advisor, limits, newId, now }: AppPorts, form: Form) {
  /** The first page that still matters; or, where a conversation waits, the question which of the two it shall be. */
  async function begin(who: Who, words: string, fresh: boolean, place: Place): Promise<Reply> {
    const begun = await bot.beginWith(who, draftOfLine(words, advisor(who.tenant)), fresh);
    if ("screen" in begun) return form(who, begun, place);
    return ended(waitingScreen(begun.waits, words, await carried(who, words)));
  }

  /** What a button carries of a line: the line itself, or where it is kept for a day. */
  async function carried({ tenant, person }: Who, words: string): Promise<string> {
    if (words.length < limits.buttonValue) return `=${words}`;
    const id = newId();
    await store.of(tenant).keepReading({ id, owner: person, reading: `${mark}${words}`, at: now() });
    return `kept:${id}`;
  }

  /** The line that a button carries; null where it is not kept any more. */
  async function lineOf({ tenant, person }: Who, about: string): Promise<string | null> {
    if (about.startsWith("=")) return about.slice(1);
    const id = /^kept:([\w-]{1,32})$/.exec(about)?.[1];
    const kept = id === undefined ? null : await store.of(tenant).keptReading(id, person);
    return kept?.startsWith(mark) === true ? kept.slice(mark.length) : null;
  }

  return { begin, lineOf };
}

/** For whoever types a line while a conversation of theirs waits. */
function waitingScreen(step: string, words: string, about: string): Screen {
  return infoScreen(
    "line",
    waitingMessages.line.title,
    [textBlock(waitingMessages.line.newLine(shortened(words, 200))), textBlock(waitingMessages.line.choice)],
    [
      { action: "resume", label: homeMessages.resume(step), weight: "main" },
      { action: "line", label: waitingMessages.line.start, about },
    ],
  );
}
