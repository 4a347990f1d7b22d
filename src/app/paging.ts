import type { Who } from "../conversation/bot.ts";
import type { Reply } from "../conversation/reply.ts";
import { fitPages, type Limits } from "../screen/fit.ts";
import type { Action, Block } from "../screen/screen.ts";
import type { Store } from "../store/store.ts";
import { pageMessages } from "./page-messages.ts";
import type { AppPorts } from "./ports.ts";
import { type Reading, readReading, writeReading } from "./request.ts";

/**
 * One page of a reply that is too long to be shown at once, with a button to the next; from the last one it leads back to
 * the first. `carried`: what the button carries so that the same is asked for again.
 */
function pageOfReply(reply: Reply, pages: readonly Block[][], page: number, carried: string): Reply {
  const at = page < pages.length ? page : 0;
  const next = (at + 1) % pages.length;
  const more: Action = {
    action: "more",
    label: next === 0 ? pageMessages.fromBeginning : pageMessages.more(next + 1, pages.length),
    about: `${next} ${carried}`,
  };
  const { screen } = reply;
  return { ...reply, screen: { ...screen, body: pages[at] ?? [], actions: [more, ...screen.actions] } };
}

/** What a "more" button asks for: which page of what. Null when it is none of ours, or not kept any more. */
export async function readMore(
  { tenant, person }: Who,
  about: string,
  store: Store,
): Promise<{ page: number; reading: Reading } | null> {
  const [, page, carried = ""] = /^(\d{1,3}) (.*)$/s.exec(about) ?? [];
  const kept = /^kept:([\w-]{1,32})$/.exec(carried)?.[1];
  const text = kept === undefined ? carried : await store.of(tenant).keptReading(kept, person);
  const reading = text === null ? null : readReading(text);
  return page === undefined || reading === null ? null : { page: Number(page), reading };
}

/** What a button carries for a reading: itself, or the id under which it is kept, where it is more than a button can hold. */
export async function carry(
  { tenant, person }: Who,
  reading: Reading,
  { store, limits, newId, now }: Pick<AppPorts, "store" | "limits" | "newId" | "now">,
): Promise<string> {
  const written = writeReading(reading);
  if (written.length + 4 <= limits.buttonValue) return written;
  const id = newId();
  await store.of(tenant).keepReading({ id, owner: person, reading: written, at: now() });
  return `kept:${id}`;
}

/** A page of a reply, with what its button carries. */
export function createCut(ports: Pick<AppPorts, "store" | "limits" | "newId" | "now">) {
  return async (who: Who, reply: Reply, room: Limits, reading: Reading, page: number): Promise<Reply> => {
    const pages = fitPages(reply.screen.body, room);
    if (pages.length === 1) return { ...reply, screen: { ...reply.screen, body: pages[0] ?? [] } };
    return pageOfReply(reply, pages, page, await carry(who, reading, ports));
  };
}
