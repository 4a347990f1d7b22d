import type { Evidence, PlainDate } from "#pricing";
import { dayWords } from "../market/days.ts";
import type { SourceRead } from "../market/sources.ts";

/** When a page was read, by whom it was confirmed since, and whether that is too long ago. */
export function lastReadWords({ readOn, stale, evidence, confirmed, own, updated }: Omit<SourceRead, "url">): string {
  const unknown = evidence === "third_party" ? "third party, date unknown" : "date checked unknown";
  const read =
    readOn === null ? unknown : updated === true ? updatedWords(readOn) : readWords(readOn, evidence ?? "official");
  const since = confirmed === undefined ? "" : `, ${readWords(confirmed.on, confirmed.evidence)}`;
  return `${own === true ? `${ownFigure}, ` : ""}${read}${since}${stale ? ", check again" : ""}`;
}

/** What stands beside every figure that whoever runs the program has added. */
export const ownFigure = "your own figure";

/** A name of a product with that mark, where its figure is such a one. */
export function markedOwn(name: string, own: boolean): string {
  return own ? `${name} (${ownFigure})` : name;
}

/** `last checked 1 Oct 2026`; what somebody else read is never called read. */
export function readWords(on: PlainDate, evidence: Evidence): string {
  return `${verbs[evidence]} ${dayWords(on)}`;
}

/** A price that was taken from newer data by itself, and since when. */
function updatedWords(on: PlainDate): string {
  return `updated ${dayWords(on)} from the price data of genai-prices`;
}

const verbs: Record<Evidence, string> = {
  official: "last checked",
  official_copy: "last checked",
  quoted_official: "quoted",
  third_party: "third party",
  colleague: "checked by a colleague,",
};
