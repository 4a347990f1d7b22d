import type { Evidence, PlainDate } from "#pricing";
import type { SourceRead } from "../market/sources.ts";

/** When a page was read, by whom it was confirmed since, and whether that is too long ago. */
export function lastReadWords({ readOn, stale, evidence, confirmed }: Omit<SourceRead, "url">): string {
  const read = readOn === null ? "never read on a known day" : readWords(readOn, evidence ?? "official");
  const since = confirmed === undefined ? "" : `, ${readWords(confirmed.on, confirmed.evidence)}`;
  return `${read}${since}${stale ? ", check again" : ""}`;
}

/** `read 2026-10-01`; what somebody else read is never called read. */
export function readWords(on: PlainDate, evidence: Evidence): string {
  return `${verbs[evidence]} ${on}`;
}

const verbs: Record<Evidence, string> = {
  official: "read",
  official_copy: "read",
  quoted_official: "quoted",
  third_party: "third party",
};
