import type { Evidence, PlainDate } from "#pricing";
import { dayWords } from "../market/days.ts";
import type { SourceRead } from "../market/sources.ts";

/** When a page was read, by whom it was confirmed since, and whether that is too long ago. */
export function lastReadWords({ readOn, stale, evidence, confirmed }: Omit<SourceRead, "url">): string {
  const read = readOn === null ? "date checked unknown" : readWords(readOn, evidence ?? "official");
  const since = confirmed === undefined ? "" : `, ${readWords(confirmed.on, confirmed.evidence)}`;
  return `${read}${since}${stale ? ", check again" : ""}`;
}

/** `last checked 1 Oct 2026`; what somebody else read is never called read. */
export function readWords(on: PlainDate, evidence: Evidence): string {
  return `${verbs[evidence]} ${dayWords(on)}`;
}

const verbs: Record<Evidence, string> = {
  official: "last checked",
  official_copy: "last checked",
  quoted_official: "quoted",
  third_party: "third party",
  colleague: "checked by a colleague,",
};
