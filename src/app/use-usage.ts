import type { Who } from "../conversation/bot.ts";
import { draftOfMeasured } from "../conversation/measured-draft.ts";
import { ended, type Reply } from "../conversation/reply.ts";
import { workWords } from "../present/work-words.ts";
import type { Screen } from "../screen/screen.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";
import { usageFileMessages } from "./usage-file-messages.ts";
import { goneUsage, keptUsage } from "./usage-screens.ts";
import type { UseOf } from "./use-usage-ids.ts";

type Form = (who: Who, reply: Reply, place: Place) => Promise<Reply>;

const words = usageFileMessages.waits;

/** The conversation with measured work in it. `form`: a page of the conversation as it is shown. */
export function createUse(ports: AppPorts, form: Form) {
  const { bot, advisor } = ports;
  return async (who: Who, id: string, over: UseOf | null, place: Place): Promise<Reply> => {
    const kept = await keptUsage(who, id, ports);
    if (kept === null || kept.work === null) return ended(goneUsage);
    const draft = draftOfMeasured(kept.work, advisor(who.tenant));
    const begun = await bot.beginWith(who, draft, over === "add" ? "beside" : over === "fresh");
    if ("screen" in begun) return form(who, begun, place);
    return ended(waitingScreen(begun.waits, workWords(kept.work) ?? "", id));
  };
}

/** For whoever uses their usage while a conversation of theirs waits. */
function waitingScreen(step: string, work: string, id: string): Screen {
  return infoScreen(
    "usage-waits",
    words.title,
    [textBlock(words.text(work))],
    [
      { action: "use-usage", label: words.add(step), about: `${id}/add`, weight: "main" },
      { action: "use-usage", label: words.start, about: `${id}/fresh`, weight: "danger" },
    ],
  );
}
