import { dayWords } from "../market/days.ts";
import type { SourceRead } from "../market/sources.ts";

/** When a page was last checked, and whether that is too long ago. */
export function lastReadWords({ readOn, stale }: Pick<SourceRead, "readOn" | "stale">): string {
  return `${readOn === null ? "date checked unknown" : `last checked ${dayWords(readOn)}`}${stale ? ", check again" : ""}`;
}
