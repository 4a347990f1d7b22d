import type { Reply } from "#core";
import type { SlackAct } from "./codes.ts";
import { windowWords } from "./window-words.ts";

/** A failure shown in place of a page: what was chosen there is kept, and a button leads back to it. */
export function withWayBack(reply: Reply, act: SlackAct | "old", about: string): Reply {
  if (!["post", "save", "back", "show"].includes(act)) return reply;
  return {
    ...reply,
    screen: { ...reply.screen, actions: [{ action: "edit", label: windowWords.back, about, weight: "main" }] },
  };
}

/** Acts that lead into the conversation, which is held in a modal. */
export function leadsToForm(act: SlackAct | "old"): boolean {
  return [
    "old",
    "begin",
    "resume",
    "restart",
    "revise",
    "edit",
    "next",
    "back",
    "show",
    "post",
    "save",
    "line",
    "rename",
    "form",
    "use-usage",
    "fact",
  ].includes(act);
}
