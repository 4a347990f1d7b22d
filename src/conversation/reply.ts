import type { Screen } from "../screen/screen.ts";
import type { DraftRow } from "../store/rows.ts";
import type { Turn } from "./converse.ts";
import { startOver } from "./notices.ts";
import type { Standing } from "./standing.ts";
import { writeTicket } from "./ticket.ts";

/**
 * What to show. `ticket` goes into every control of the screen; null where there is nothing to act on. `standing`: how the
 * conversation stands; null outside of one. `recall`: the answers so far are to stand above it, whatever the adapter.
 */
export type Reply = {
  screen: Screen;
  ticket: string | null;
  standing: Standing | null;
  notice: string | null;
  recall?: true;
};

/** A page of a conversation that is kept. */
export function replyOf(row: DraftRow, turn: Turn, notice: string | null): Reply {
  const { screen } = turn;
  return {
    screen,
    ticket: writeTicket({ draft: row.id, page: screen.id, revision: row.revision }),
    standing: turn,
    notice,
  };
}

/** The same page, where the person did not know that a conversation waits: with the choice to begin anew. */
export function withChoice({ screen, ...rest }: Reply): Reply {
  const actions = screen.actions.filter(({ action }) => action !== startOver.action);
  return { ...rest, screen: { ...screen, actions: [...actions, startOver] }, recall: true };
}

/** A screen that nothing of a conversation can be done on. */
export function ended(screen: Screen): Reply {
  return { screen, ticket: null, standing: null, notice: null };
}
