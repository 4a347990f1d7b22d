import type { SlackAct } from "./codes.ts";

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
  ].includes(act);
}
