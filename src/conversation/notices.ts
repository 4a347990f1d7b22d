import type { Action, Block, Screen } from "../screen/screen.ts";
import { nameOf } from "../store/named.ts";
import type { Decision } from "../store/rows.ts";

/** A screen that only says something, and offers to start again where that helps. */
function notice(id: string, title: string, text: string, restart: boolean): Screen {
  return {
    id,
    title,
    step: null,
    body: [{ block: "text", text }],
    fields: [],
    actions: restart ? [{ action: "begin", label: "Start again" }] : [],
  };
}

export const startAgain = notice(
  "start-again",
  "This is from before",
  "This conversation is no longer kept. Start again: it takes about two minutes.",
  true,
);

export const somebodyElses = notice(
  "somebody-elses",
  "This is someone else's conversation",
  "Only the person who began it can answer here. Start your own with /aicost.",
  false,
);

/** For whoever presses a button of a conversation that has ended in a decision. `mine`: that decision, to its author. */
export function decidedAlready(mine: Decision | null): Screen {
  const screen = notice("decided", "This is decided", "Start again for another decision.", true);
  if (mine === null) return screen;
  const said: Block = { block: "text", text: `The decision is kept: ${nameOf(mine)}.` };
  const look: Action = { action: "look", label: "Show it", about: mine.id };
  return { ...screen, body: [said, ...screen.body], actions: [look, ...screen.actions] };
}

/** Begins anew, where a conversation waits. */
export const startOver: Action = { action: "restart", label: "Start over", ask: "The answers so far are deleted." };

export const waited =
  "A conversation of yours was waiting, or began in the meantime. Your last answer was not kept. Go on here, or start over.";
export const meanwhile = "This was answered elsewhere in the meantime. Here is how it stands now.";
export const newCatalogue = "The catalogue has changed since you began. Prices and rules are those of today.";
