import type { Decision, Viewer } from "./rows.ts";

/** Whether somebody may see a decision. Who may not is answered as if there were none. */
export function maySee({ by, audience }: Pick<Decision, "by" | "audience">, { person, channels }: Viewer): boolean {
  return by === person || audience.some(({ channel, open }) => open || channels.includes(channel));
}
