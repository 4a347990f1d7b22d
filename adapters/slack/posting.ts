import { setTimeout as pause } from "node:timers/promises";
import { type Log, type Moment, type Reply, type Who, withTimeout } from "#core";
import type { Clients } from "./clients.ts";
import { isId, type ViewPlace } from "./codes.ts";
import { failureOf } from "./failures.ts";
import { windowWords } from "./window-words.ts";

/** For how long a name is believed, and how long it is waited for: a page has to be shown in time. */
const believed = 10 * 60_000;
const patience = 700;

/**
 * Says on the button for posting where it posts to. A choice of a channel gives the id alone; where Slack does not tell the
 * name, for want of a right or of time, the button points to the choice beside it.
 */
export function createPosting(now: () => Moment, log: Log) {
  const known = new Map<string, { name: string | null; until: Moment }>();

  async function look(key: string, channel: string, ui: Clients["ui"]): Promise<string | null> {
    const name = await ui.conversations.info({ channel }).then(
      (found) => found.channel?.name ?? null,
      (error: unknown) => {
        log.info("Slack did not say what a channel is called", failureOf(error));
        return null;
      },
    );
    if (known.size >= 5_000) known.clear();
    known.set(key, { name, until: now() + believed });
    return name;
  }

  async function nameOf(channel: string, { tenant }: Who, ui: Clients["ui"]): Promise<string | null> {
    const key = `${tenant.id} ${channel}`;
    const before = known.get(key);
    if (before !== undefined && before.until > now()) return before.name;
    const found = await withTimeout(pause(patience, undefined, { ref: false }), look(key, channel, ui));
    return "ready" in found ? found.ready : null;
  }

  /** A reply with what was picked in its chooser, and its button named after that. */
  return async (who: Who, reply: Reply, { picked }: ViewPlace, ui: Clients["ui"]): Promise<Reply> => {
    const field = reply.screen.fields.find((each) => each.field === "channel");
    const channel = picked ?? field?.value;
    if (field === undefined || typeof channel !== "string" || !isId(channel)) return reply;
    const name = await nameOf(channel, who, ui);
    const label = name === null ? windowWords.postHere : windowWords.postTo(name);
    const { fields, actions } = reply.screen;
    return {
      ...reply,
      screen: {
        ...reply.screen,
        fields: fields.map((each) => (each.field === "channel" ? { ...each, value: channel } : each)),
        actions: actions.map((each) => (each.action === "post" ? { ...each, label, weight: "main" } : each)),
      },
    };
  };
}
