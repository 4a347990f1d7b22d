import type { Who } from "../conversation/bot.ts";
import { asks } from "../present/asks.ts";
import { type Act, type Action, acts, type Screen } from "../screen/screen.ts";
import type { Store } from "../store/store.ts";
import { confirmMessages } from "./closing-messages.ts";
import { asksFirst } from "./decision-screens.ts";
import { infoScreen, textBlock } from "./ports.ts";
import type { CarryingAct } from "./press.ts";

type Asked = keyof typeof asks;

const words: { titles: Record<Asked, string>; yes: string; no: string } = confirmMessages;

/** Where a "No" leads: back to where the button stood. */
const noes: Record<Asked, (about: string) => Action> = {
  restart: (about) =>
    about === "" ? { action: "begin", label: words.no } : { action: "edit", label: words.no, about },
  revise: (about) => ({ action: "look", label: words.no, about }),
  undo: (about) => ({ action: "look", label: words.no, about }),
  forget: () => ({ action: "settings", label: words.no }),
};

/** What is asked before a button does what it says, where its adapter cannot ask; null where nothing is. */
export async function confirmScreen(who: Who, act: Act, about: string, store: Store): Promise<Screen | null> {
  if (!isAsked(act)) return null;
  // Nothing is lost where nothing was begun.
  const loses = act === "undo" || act === "forget" || (await asksFirst(who, store)).ask !== undefined;
  if (!loses) return null;
  return infoScreen(
    "confirm",
    words.titles[act],
    [textBlock(asks[act])],
    [{ action: "yes", label: words.yes, about: `${act}:${about}`, weight: "danger" }, noes[act](about)],
  );
}

function isAsked(act: Act): act is Asked {
  return Object.hasOwn(asks, act);
}

/** What a "Yes" was the answer to; null for what is none of ours. */
export function readYes(about: string): { act: Exclude<Act, CarryingAct>; about: string } | null {
  const [name, rest] = about.split(/:(.*)/s);
  const act = acts.find((each) => each === name);
  return act === undefined || act === "more" || act === "yes" || act === "line" ? null : { act, about: rest ?? "" };
}
