import { z } from "zod";
import { allowance, cap, drainSchema, expiryAnswer, life, lot, price, told, topUp, unit } from "./parts.ts";
import { confidence, plainDate, text, url } from "./plain-parts.ts";
import { evidence, readings, source } from "./readings.ts";
import { sellingRoutes } from "./vocabulary.ts";

/** One thing that is sold: a plan, a balance, a package, a seat, a contract. A `tier` only limits, nobody buys it. */
export const rowSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
    product: text,
    kind: z.enum(["plan", "balance", "package", "seat", "contract", "tier"]),
    route: z.enum(sellingRoutes),
    /** How fast its prices move: see `shelfLife`. */
    shelf: z.enum(["plan", "media"]),
    /** What the work can be: the seller's outputs that this wallet pays for. */
    outputs: z.array(z.enum(["text", "code", "image", "video", "voice", "music"])).min(1),
    unit: unit.nullable(),
    unitName: text,
    included: z.array(allowance),
    /** Its own list, or the name of one of the vendor's `cards`. */
    drains: z.union([z.array(drainSchema), text]),
    price,
    otherPrices: z.array(price),
    /** The row that is the same, paid for a year at once, where that is a row of its own. */
    paidYearly: text.optional(),
    /** What each user must have bought before, where it cannot be bought alone. */
    addOnTo: text.optional(),
    seats: z
      .strictObject({ min: z.number().int().nullable(), max: z.number().int().nullable(), conflict: text.nullable() })
      .nullable(),
    ownerKind: z.enum(["personal", "company", "either"]),
    owner: text,
    expiry: z.strictObject({ answer: expiryAnswer.nullable(), life: life.nullable(), text }),
    lots: z.array(lot),
    rollover: told(z.enum(["yes", "no"])),
    /** In which order the lots are drawn; null when no page says. */
    order: text.nullable(),
    atZero: told(z.enum(["stops", "waits", "auto_recharge", "overage"])),
    refunds: told(z.enum(["all", "technical_only", "none"])),
    concurrency: text.nullable(),
    rights: told(z.enum(["yes", "no"])),
    controls: z.array(text),
    topUp,
    /** What each of the controls does, where a page says it or is known not to. */
    caps: z.array(cap).optional(),
    /** What happens to a job that runs when the wallet empties; left out where no page says. */
    inFlight: text.optional(),
    dataTraining: told(z.enum(["not_used", "opt_out", "used"])),
    notes: z.array(text),
    source,
    /** Who else read it, or when it was read again: see `confirmedBy`. */
    readings,
    confidence,
    from: plainDate.nullable(),
    until: plainDate.nullable(),
    status: z.enum(["active", "announced", "discontinued"]),
    /** Existing buyers keep it, new ones cannot have it, since this day. */
    closedSince: plainDate.nullable(),
  })
  .refine((row) => row.source.readOn !== null || (row.price.amount === null && row.otherPrices.length === 0), {
    path: ["price"],
    message: "a row whose page was never read carries no price",
  })
  .refine((row) => row.from === null || row.until === null || row.from <= row.until, {
    path: ["until"],
    message: "ends before it begins",
  });

export const vendorFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  name: text,
  /** Where the vendor stands in lists: small numbers first. Vendors without one follow, by name. */
  rank: z.number().optional(),
  /** Words by which people mean this vendor, in lower case. */
  words: z.array(text).min(1),
  /** Lists of drains that several rows share, by name. */
  cards: z.record(text, z.array(drainSchema)),
  rows: z.array(rowSchema).min(1),
});

/** "This wallet pays for that use." Both ends are row ids, or `to` is one of the named uses outside the catalogue. */
export const connectionsFileSchema = z.strictObject({
  uses: z.array(z.strictObject({ id: z.string().regex(/^[a-z][a-z-]*$/), name: text })),
  connections: z.array(
    z
      .strictObject({
        from: text,
        to: text,
        status: z.enum(["separate", "connected", "unknown"]),
        says: text,
        /** The part of the use that is paid for, where it is not the whole. */
        only: text.nullable(),
        url,
        readOn: plainDate.nullable(),
        evidence: evidence.optional(),
        readings,
        since: plainDate.nullable(),
        until: plainDate.nullable(),
        confidence,
      })
      .refine((edge) => edge.since === null || edge.until === null || edge.since <= edge.until, {
        path: ["until"],
        message: "ends before it begins",
      }),
  ),
});
