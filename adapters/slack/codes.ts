import { type Act, acts, type Place } from "#core";

/** What our buttons and views are called. The number grows when one changes its meaning; old ones are pressed for years. */
const prefix = "aicost:v1:";

/** What a button does: `keep-typed` only here, as closing a window of Slack's tells nobody what was typed into it. */
export type SlackAct = Act | "keep-typed";

/** The id of a button: what it does, and a number that keeps two of a kind apart. */
export function actionId(act: SlackAct, at: number): string {
  return `${prefix}${act}:${at}`;
}

/** The id of a form: what sending it does. */
export function viewId(act: Act): string {
  return `${prefix}${act}`;
}

/** What an id means: an act, `old` for one of ours that means nothing any more, null for somebody else's. */
export function readId(id: string): SlackAct | "old" | null {
  if (!id.startsWith("aicost:")) return null;
  if (!id.startsWith(prefix)) return "old";
  const [name] = id.slice(prefix.length).split(":");
  if (name === "keep-typed") return name;
  return acts.find((act) => act === name) ?? "old";
}

/** The id of a field's block. The revision is in it, so that Slack keeps what was typed on one page only. */
export function fieldBlock(field: string, mark: string): string {
  return `f:${field}:${mark}`;
}

/** The field that a block was for; null for other blocks. */
export function readFieldBlock(block: string): string | null {
  return /^f:(.+):[^:]*$/.exec(block)?.[1] ?? null;
}

/** Where a view was opened from, and the channel that its button for posting names; null where none was chosen yet. */
export type ViewPlace = Place & { picked?: string | null };

/** What a view carries: its ticket, and its place. Checked against the draft's owner when it comes back. */
export function metadata(ticket: string | null, { channel, thread, open, picked }: ViewPlace): string {
  const known = typeof picked === "string" && isId(picked) ? picked : "";
  return [ticket ?? "", channel ?? "", thread ?? "", open === true ? "open" : "", known].join("|");
}

export function readMetadata(text: string): { ticket: string; place: ViewPlace } {
  const [ticket = "", channel = "", thread = "", open = "", picked = ""] = text.split("|");
  return {
    ticket,
    place: { ...placeOf(channel, thread, open === "open"), ...(isId(picked) ? { picked } : {}) },
  };
}

/** Nowhere that anything could be posted to. */
export const nowhere: Place = { channel: null, thread: null };

/**
 * A place that recommendations can go to: a channel, or a thread there. Direct messages are none. `open`: everybody in the
 * workspace can read there.
 */
export function placeOf(channel: string | undefined, thread: string | undefined, open = false): Place {
  if (channel === undefined || !isId(channel) || !/^[CG]/.test(channel)) return nowhere;
  const known = thread !== undefined && /^\d{1,20}\.\d{1,10}$/.test(thread) ? thread : null;
  return { channel, thread: known, ...(open ? { open } : {}) };
}

/** The id of a person as Slack makes them. */
export function isPerson(text: string): boolean {
  return /^[UW][A-Z0-9]{2,39}$/.test(text);
}

/** An id as Slack makes them. Anything else is text, and never becomes a mention. */
export function isId(text: string): boolean {
  return /^[A-Z0-9]{2,40}$/.test(text);
}
