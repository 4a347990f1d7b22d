import { type Act, acts } from "#core";
import { most } from "./limits.ts";
import { isId } from "./text.ts";

/** What our buttons and forms are called. The number grows when one changes its meaning; old ones are pressed for years. */
const prefix = "aicost:v1:";

/**
 * What was picked to post to, carried by everything on the message: a channel by its id; `r` and the id of a message that is
 * to be answered in the present channel; "none", so that whoever posts is asked; or null where nothing was picked yet.
 */
export type Picked = string | "none" | null;

/**
 * A number keeps two of a kind apart: ids are unique in a message. A channel that does not fit beside the rest is asked for
 * again. Throws a RangeError where even the rest does not fit: an id that is cut would mean something else.
 */
export function customId(act: Act, about: string, at = 0, picked: Picked = null): string {
  const id = (mark: string) => `${prefix}${act}${at === 0 ? "" : `.${at}`}${mark}:${about}`;
  const whole = id(picked === null ? "" : picked === "none" ? "@-" : `@${picked}`);
  const fits = whole.length <= most.id ? whole : picked === null ? whole : id("@-");
  if (fits.length > most.id) throw new RangeError(`an id of ${fits.length} letters for "${act}"`);
  return fits;
}

/** The id of a select for a person: the field is in it, as nothing that was drawn is surely remembered. */
export function pickId(ticket: string, field: string, picked: Picked): string {
  return customId("pick", `${ticket}/${field}`, 0, picked);
}

/** The page and the field that a select for a person stands for. */
export function readPick(about: string): { ticket: string; field: string } {
  // What a form of a direct message is about names its team, before a sign of the same kind.
  const at = about.lastIndexOf("/");
  return at < 0 ? { ticket: about, field: "" } : { ticket: about.slice(0, at), field: about.slice(at + 1) };
}

/** What an id means: an act and what it is about, `old` for one of ours that means nothing any more, null for others'. */
export function readId(id: string): { act: Act | "old"; about: string; picked: Picked } | null {
  if (!id.startsWith("aicost:")) return null;
  const [, name, mark, about = ""] = /^aicost:v1:([a-z-]+)(?:\.\d+)?(?:@(-|r?\d+))?:(.*)$/s.exec(id) ?? [];
  const act = acts.find((each) => each === name);
  if (act === undefined) return { act: "old", about: "", picked: null };
  // As the channel was carried before.
  const [ticket = "", before = ""] = act === "post" ? about.split(":") : [about];
  const picked = mark ?? before;
  return { act, about: ticket, picked: isId(picked.replace(/^r/, "")) ? picked : mark === undefined ? null : "none" };
}

/** What carries a message that is to be answered. */
export function answerTo(message: string): Picked {
  return `r${message}`;
}

/** The message that is to be answered; null where a channel is picked, or nothing. */
export function answeredBy(picked: Picked): string | null {
  return picked?.startsWith("r") === true ? picked.slice(1) : null;
}

/** Whether a channel is picked. */
export function isChannel(picked: Picked): picked is string {
  return picked !== null && picked !== "none" && answeredBy(picked) === null;
}

/** What the id of a "more" button can hold besides. */
export const buttonValue = most.id - customId("more", "", 1, "none").length;
