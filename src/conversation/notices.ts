import type { Action, Block, Screen } from "../screen/screen.ts";
import { nameOf } from "../store/named.ts";
import type { Decision } from "../store/rows.ts";
import { noticeMessages } from "./notice-messages.ts";

/** A screen that only says something, and offers to start again where that helps. */
function notice(id: string, { title, text }: { title: string; text: string }, restart: boolean): Screen {
  return {
    id,
    title,
    step: null,
    body: [{ block: "text", text }],
    fields: [],
    actions: restart ? [{ action: "begin", label: noticeMessages.again }] : [],
  };
}

export const startAgain = notice("start-again", noticeMessages.fromBefore, true);

export const somebodyElses = notice("somebody-elses", noticeMessages.somebodyElses, false);

/** For whoever presses a button of a conversation that has ended in a decision. `mine`: that decision, to its author. */
export function decidedAlready(mine: Decision | null): Screen {
  const screen = notice("decided", noticeMessages.decided, true);
  if (mine === null) return screen;
  const said: Block = { block: "text", text: noticeMessages.decided.kept(nameOf(mine)) };
  const look: Action = { action: "look", label: noticeMessages.decided.show, about: mine.id };
  return { ...screen, body: [said, ...screen.body], actions: [look, ...screen.actions] };
}

/** Begins anew, where a conversation waits. */
export const startOver: Action = { action: "restart", ...noticeMessages.startOver };
