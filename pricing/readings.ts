import { z } from "zod";
import { addDays, type PlainDate } from "./dates.ts";
import { plainDate, text, url } from "./plain-parts.ts";
import { mostQuoted, wordStarts } from "./quote.ts";

/** Whose words somebody had, best first: the page itself, a dated copy of it, who quotes it, or only who tells of it. */
const evidenceKinds = ["official", "official_copy", "quoted_official", "third_party"] as const;
export const evidence = z.enum(evidenceKinds);
/** No file says `colleague`: somebody of a team looked at the page, which counts for that team alone. */
export type Evidence = (typeof evidenceKinds)[number] | "colleague";

/** The words that carry a fact, as they were read. */
const quote = text.refine((said) => wordStarts(said).length <= mostQuoted, `a quote has ${mostQuoted} words at most`);

/** What may stand beside the address and the day of every reading. */
const carried = {
  quote: quote.optional(),
  /** The day that the page itself bears, where it bears one. */
  pageDate: plainDate.optional(),
};

/** The reading that counts: what a row says was read there. */
export const source = z.strictObject({
  url,
  /** The day the page was read; the earliest day when the reading is known only roughly; null when it was never read. */
  readOn: plainDate.nullable(),
  evidence,
  ...carried,
});

/** A further reading of what a row says. It never replaces the source: it confirms it, in whole or in part, adds or differs. */
const reading = z
  .strictObject({
    url,
    on: plainDate,
    evidence,
    /** `same` confirms every figure and renews the row. `part` confirms what `what` names, `adds` knows more. */
    says: z.enum(["same", "part", "adds", "differs"]),
    what: text.optional(),
    ...carried,
  })
  .refine((each) => each.says === "same" || each.what !== undefined, {
    path: ["what"],
    message: "says what was read, where it is not the same",
  });
export const readings = z.array(reading).min(1).optional();
export type Reading = Omit<z.infer<typeof reading>, "evidence"> & { evidence: Evidence };

/** A reading that a maintainer may take over: what was seen on the page of a row or of a connection. */
export type NewReading = {
  about: { vendor: string; row: string; from: PlainDate | null } | { from: string; to: string; status: string };
  url: string;
  /** The day of the source that it stands beside; null where it has none. */
  readOn: PlainDate | null;
  on: PlainDate;
  quote: string;
};

/** When something was last read to be so, and whose words that was. */
export type Confirmed = { on: PlainDate; evidence: Evidence };

type Read = { readOn: PlainDate | null; evidence?: Evidence | undefined };

/**
 * The last reading after the source that confirms it; undefined where there is none. What a third party says confirms only
 * what a third party said.
 */
export function confirmedBy(source: Read, all: readonly Reading[] = []): Confirmed | undefined {
  const last = all
    .filter(({ on, evidence: kind, says }) => {
      const counts = kind !== "third_party" || source.evidence === "third_party";
      return says === "same" && counts && on > (source.readOn ?? "");
    })
    .reduce<Reading | undefined>((latest, each) => (each.on > (latest?.on ?? "") ? each : latest), undefined);
  return last && { on: last.on, evidence: last.evidence };
}

/** What follows from the readings of a row: who confirmed it last, and the last day on which it counts as fresh. */
export function freshness(source: Read, all: readonly Reading[] | undefined, freshDays: number) {
  const confirmed = confirmedBy(source, all);
  const last = confirmed?.on ?? source.readOn;
  return {
    freshDays,
    staleAfter: last === null ? null : addDays(last, freshDays),
    ...(confirmed === undefined ? {} : { confirmed }),
  };
}
