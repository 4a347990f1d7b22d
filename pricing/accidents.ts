import { z } from "zod";
import { CatalogueError, type CatalogueFile, parse } from "./check-file.ts";
import { confidence, decimal, plainDate, text, url } from "./plain-parts.ts";

/** What went wrong, as people look for it. In the order in which they are listed. */
export const accidentThemes = [
  "balance",
  "limit",
  "credit",
  "key",
  "agent",
  "fee",
  "idle",
  "seat",
  "account",
  "media",
] as const;
export type AccidentTheme = (typeof accidentThemes)[number];

/** What it cost, as the source tells it and nobody audited: an amount of one currency, and over what. */
const cost = z.strictObject({
  amount: decimal,
  currency: z.string().regex(/^[A-Z]{3}$/, "a currency is three letters"),
  over: text,
  /** The source gives no exact figure. */
  about: z.literal(true).optional(),
});

const source = z.strictObject({
  url,
  /** Whose words: the vendor's own, those of who had the accident, or those of who tells of it. */
  kind: z.enum(["official", "report", "third_party"]),
  /** The day of the page or of its copy; null for a copy without a day, which was seen on the accident's `seenOn`. */
  readOn: plainDate.nullable(),
  cost: cost.optional(),
});

const accidentSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    theme: z.enum(accidentThemes),
    /** A clause: what was done, such as "a key stood in a browser". */
    mistake: text,
    /** What happens then, and how to avoid it, in our own words. */
    what: text,
    avoid: text,
    /** `official`: a page of the vendor says that it works so. `reported`: only people's reports do. */
    basis: z.enum(["official", "reported"]),
    seenOn: plainDate,
    confidence,
    sources: z.array(source).min(1),
  })
  .refine(({ basis, sources }) => basis === "reported" || sources.some(({ kind }) => kind === "official"), {
    path: ["basis"],
    message: "only what an official page says is official",
  })
  .refine(({ seenOn, sources }) => sources.every(({ readOn }) => (readOn ?? "") <= seenOn), {
    path: ["seenOn"],
    message: "a source is younger than the day on which it was seen",
  });

const accidentsFileSchema = z.strictObject({ accidents: z.array(accidentSchema) });

/** A billing accident that people had: what happened, how to avoid it, and who tells it since when. */
export type Accident = z.infer<typeof accidentSchema>;

/** The accidents of a file. Throws a `CatalogueError` for what is not as it must be, and for an id that stands twice. */
export function readAccidents(file: CatalogueFile): Accident[] {
  const { accidents } = parse(file, accidentsFileSchema);
  const twin = accidents.find(({ id }, at) => accidents.findIndex((each) => each.id === id) !== at);
  if (twin !== undefined) throw new CatalogueError(`${file.name}: accident ${twin.id}: id: stands twice`);
  return accidents;
}
