import type { SourceRead } from "../market/sources.ts";

/** When a page was read, and whether that is too long ago. */
export function lastReadWords({ readOn, stale }: Pick<SourceRead, "readOn" | "stale">): string {
  return `${readOn === null ? "never read on a known day" : `read ${readOn}`}${stale ? ", check again" : ""}`;
}
