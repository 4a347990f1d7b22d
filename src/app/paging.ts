import type { Reply } from "../conversation/bot.ts";
import { fitPages, type Limits } from "../screen/fit.ts";
import type { Action } from "../screen/screen.ts";

/**
 * One page of what is too long to be shown at once, with a button to the next. `words` ask for the same screen again; a
 * ticket behind "@" does so for a page of the conversation.
 */
export function paged(reply: Reply, limits: Limits, longestErrand: number, words: string, page: number): Reply {
  const pages = fitPages(reply.screen.body, limits);
  const at = page < pages.length ? page : 0;
  const body = pages[at] ?? [];
  if (pages.length === 1) return { ...reply, screen: { ...reply.screen, body } };
  const next = (at + 1) % pages.length;
  const about = `${next} ${words}`;
  const more: Action[] =
    about.length > longestErrand
      ? []
      : [{ action: "more", label: next === 0 ? "From the beginning" : `More (${next + 1} of ${pages.length})`, about }];
  const rest =
    more.length > 0 ? [] : [{ block: "quiet" as const, text: "There is more: ask with fewer words to turn pages." }];
  return {
    ...reply,
    screen: { ...reply.screen, body: [...body, ...rest], actions: [...more, ...reply.screen.actions] },
  };
}

/** The errand of a "more" button: which page of what. Null when it is none of ours. */
export function readErrand(about: string): { page: number; words: string } | null {
  const read = /^(\d{1,3}) (.*)$/s.exec(about);
  return read === null ? null : { page: Number(read[1]), words: read[2] ?? "" };
}
