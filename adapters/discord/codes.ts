import { type Act, acts } from "#core";
import { isId } from "./text.ts";

/** What our buttons and forms are called. The number grows when one changes its meaning; old ones are pressed for years. */
const prefix = "aicost:v1:";

/** A number keeps two of a kind apart: ids are unique in a message. */
export function customId(act: Act, about: string, at = 0): string {
  return `${prefix}${act}${at === 0 ? "" : `.${at}`}:${about}`;
}

/** What an id means: an act and what it is about, `old` for one of ours that means nothing any more, null for others'. */
export function readId(id: string): { act: Act | "old"; about: string } | null {
  if (!id.startsWith("aicost:")) return null;
  const read = /^aicost:v1:([a-z-]+)(?:\.\d+)?:(.*)$/s.exec(id);
  const act = acts.find((each) => each === read?.[1]);
  return act === undefined ? { act: "old", about: "" } : { act, about: read?.[2] ?? "" };
}

/** A ticket with the channel that was chosen beside it: the one thing that is chosen in the message and not in a form. */
export function withChannel(ticket: string, channel: string | null): string {
  return channel === null ? ticket : `${ticket}:${channel}`;
}

export function readChannel(about: string): { ticket: string; channel: string | null } {
  const [ticket = "", channel = ""] = about.split(":");
  return { ticket, channel: isId(channel) ? channel : null };
}
