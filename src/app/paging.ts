import type { Reply } from "../conversation/bot.ts";
import type { Action, Block } from "../screen/screen.ts";

/**
 * One page of a reply that is too long to be shown at once, with a button to the next; from the last one it leads back to
 * the first. `carried`: what the button carries so that the same is asked for again.
 */
export function pageOfReply(reply: Reply, pages: readonly Block[][], page: number, carried: string): Reply {
  const at = page < pages.length ? page : 0;
  const next = (at + 1) % pages.length;
  const more: Action = {
    action: "more",
    label: next === 0 ? "From the beginning" : `More (${next + 1} of ${pages.length})`,
    about: `${next} ${carried}`,
  };
  const { screen } = reply;
  return { ...reply, screen: { ...screen, body: pages[at] ?? [], actions: [more, ...screen.actions] } };
}

/** What a "more" button carries: which page of what. Null when it is none of ours. */
export function readMore(about: string): { page: number; carried: string } | null {
  const read = /^(\d{1,3}) (.*)$/s.exec(about);
  return read === null ? null : { page: Number(read[1]), carried: read[2] ?? "" };
}
