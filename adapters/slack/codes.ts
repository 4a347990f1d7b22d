import { type Act, acts } from "#core";

/** What our buttons and views are called. The number grows when one changes its meaning; old ones are pressed for years. */
const prefix = "aicost:v1:";

/** The id of a button: what it does, and a number that keeps two of a kind apart. */
export function actionId(act: Act, at: number): string {
  return `${prefix}${act}:${at}`;
}

/** The id of a form: what sending it does. */
export function viewId(act: Act): string {
  return `${prefix}${act}`;
}

/** What an id means: an act, `old` for one of ours that means nothing any more, null for somebody else's. */
export function readId(id: string): Act | "old" | null {
  if (!id.startsWith("aicost:")) return null;
  if (!id.startsWith(prefix)) return "old";
  const [name] = id.slice(prefix.length).split(":");
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

/** Where a view was opened from. `open`: everybody in the workspace can read there. */
export type From = { channel: string | null; open?: boolean };

/** What a view carries: its ticket, and where it was opened from. Checked against the draft's owner when it comes back. */
export function metadata(ticket: string | null, { channel, open }: From): string {
  return `${ticket ?? ""}|${channel ?? ""}${open === true ? "|open" : ""}`;
}

export function readMetadata(text: string): { ticket: string; from: From } {
  const [ticket = "", channel = "", open] = text.split("|");
  return { ticket, from: isId(channel) ? { channel, open: open === "open" } : { channel: null } };
}

/** An id as Slack makes them. Anything else is text, and never becomes a mention. */
export function isId(text: string): boolean {
  return /^[A-Z0-9]{2,40}$/.test(text);
}
