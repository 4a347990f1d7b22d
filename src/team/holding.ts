import { z } from "zod";
import { isPlainDate } from "#pricing";

const day = z.string().refine(isPlainDate);
const amount = z.string().regex(/^\d{1,12}(?:\.\d{1,12})?$/);
const words = z.string().trim().min(1).max(80);

/** How much there was on a day, all lots together, as the vendor's page showed it. */
const level = z.object({ amount, on: day });

const lot = z
  .object({ amount, bought: day, expires: day.nullable() })
  .refine(({ bought, expires }) => expires === null || bought < expires);

/** What is used in a day, as fractions: so much in so many days. */
const use = z.discriminatedUnion("by", [
  /** From the workload of a decision, or as it was typed, for a month of 30 days. */
  z.object({ by: z.literal("month"), low: amount, expected: amount, high: amount }),
  /** From what was left on two days, the earlier first. */
  z
    .object({ by: z.literal("levels"), first: level, second: level })
    .refine(({ first, second }) => first.on < second.on && Number(first.amount) >= Number(second.amount)),
]);

const held = z.discriminatedUnion("kind", [
  /** Units bought at once, each with a validity of its own. */
  z.object({ kind: z.literal("lots"), lots: z.array(lot).min(1).max(50), order: z.enum(["expiry", "listed"]) }),
  /** A balance that is topped up: what was bought last. */
  z.object({ kind: z.literal("prepaid"), lot }),
  /** `price`: of one seat for one period, null where it is not known. `notice`: the last day to give notice. */
  z.object({
    kind: z.literal("seats"),
    count: z.number().int().min(1).max(1_000_000),
    price: amount.nullable(),
    per: z.enum(["month", "year"]),
    renews: day,
    notice: day.nullable(),
  }),
]);

/** How a balance is filled again, as the checklist asks it. */
export const fundings = ["manual", "auto_capped", "auto_uncapped", "invoice"] as const;

/**
 * Something that a team bought and holds. `unit`: a currency by its three letters, or the vendor's word for its units.
 * `product` and `vendor` are words; `row` is the row of the catalogue, where one was meant. People are texts as in
 * `checklist/person.ts`.
 */
export const holdingSchema = z.object({
  row: z.string().max(120).nullable().default(null),
  product: words,
  vendor: z.string().trim().max(80).default(""),
  unit: words.default("USD"),
  held,
  use: use.nullable().default(null),
  funding: z.enum(fundings).nullable().default(null),
  /** The most that automatic top-ups may take in a month, in `unit`. */
  cap: amount.nullable().default(null),
  owner: z.string().min(1).max(200).nullable().default(null),
  channel: z.string().min(1).max(64).nullable().default(null),
  /** The decision that it was bought by. */
  decision: z.string().max(64).nullable().default(null),
});

export type Holding = z.infer<typeof holdingSchema>;
export type Use = z.infer<typeof use>;
export type Level = z.infer<typeof level>;
export type HeldLot = z.infer<typeof lot>;
export type Seats = Extract<Holding["held"], { kind: "seats" }>;

/** The lots of a holding; seats have none. */
export function lotsOf({ held }: Pick<Holding, "held">): HeldLot[] {
  switch (held.kind) {
    case "lots":
      return held.lots;
    case "prepaid":
      return [held.lot];
    case "seats":
      return [];
  }
}

/** Whether the vendor fills it again by itself: it does not run out, it costs more. */
export function fillsItself({ funding }: Pick<Holding, "funding">): boolean {
  return funding === "auto_capped" || funding === "auto_uncapped" || funding === "invoice";
}
