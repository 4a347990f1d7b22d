import { z } from "zod";
import { isPlainDate } from "./dates.ts";

/** The routes a person can buy on. `stay_free` is a verdict and sells nothing, so no row has it. */
export const sellingRoutes = [
  "app_subscription",
  "api_meter",
  "team_workspace",
  "prepaid_credits",
  "usage_package",
  "enterprise_contract",
] as const;

/** What drains. Vendors' own words for it stand beside it, in `unitName`. */
export const units = [
  "input_token",
  "output_token",
  "cached_token",
  "cache_write_token",
  "credit",
  "compute_unit",
  "second",
  "minute",
  "gpu_hour",
  "image",
  "character",
  "download",
  "successful_job",
  "message",
  "request",
  "seat_month",
  "account_balance",
  "custom_quota",
] as const;

const text = z.string().trim().min(1);
const decimal = z.string().regex(/^\d+(\.\d+)?$/, "an amount is a decimal string such as 8.80");
const plainDate = z.string().refine(isPlainDate, "a date is YYYY-MM-DD and exists");
const currency = z.string().regex(/^[A-Z]{3}$/, "a currency is three letters");
const url = z.url({ protocol: /^https?$/ });
const unit = z.enum(units);
const confidence = z.enum(["high", "medium", "low"]);

/** A price as its page states it. `amount: null` means that no figure is known: it is never printed, never guessed. */
const price = z.strictObject({
  amount: decimal.nullable(),
  currency,
  /** `month_billed_yearly`: a figure per month, paid a year at a time. `minimum_purchase`: the smallest top-up. */
  period: z.enum([
    "day",
    "month",
    "month_billed_yearly",
    "year",
    "once",
    "package",
    "usage",
    "minimum_purchase",
    "contract",
  ]),
  /** `list`: the only published figure. `renewal` and `first_month`: where a vendor asks different ones. */
  kind: z.enum(["list", "renewal", "first_month", "struck_through", "free", "minimum", "none"]),
  per: z.enum(["account", "seat"]),
});

/** What a purchase brings with it. */
const allowance = z.strictObject({
  amount: decimal.nullable(),
  unit,
  name: text,
  period: z.enum(["day", "week", "month", "cycle", "package", "once", "standing"]),
  per: z.enum(["account", "seat"]),
  pooled: z.boolean(),
});

/** What one use takes out of the wallet, in the wallet's own unit. `amount: null`: the page does not say. */
export const drainSchema = z.strictObject({
  use: text,
  output: z.enum(["text", "image", "video", "voice", "music", "other"]),
  model: text.nullable(),
  /** As sold, in lower case: `1080p`, `2k`. Null when the page names none. */
  resolution: text.nullable(),
  audio: z.enum(["native", "silent", "either"]).nullable(),
  /** Clips are sold only in these lengths. */
  clipSeconds: z.array(z.number().int().positive()).nullable(),
  amount: decimal.nullable(),
  /** The upper end where a page gives a range. */
  amountTo: decimal.nullable(),
  unit,
  per: z.enum([
    "second",
    "minute",
    "hour",
    "clip",
    "image",
    "megapixel",
    "character",
    "thousand_characters",
    "million_characters",
    "million_tokens",
    "song",
    "generation",
    "download",
    "request",
  ]),
  note: text.optional(),
  source: url.optional(),
});

/** How long units live after purchase or grant. `endOfYearAfter: 2` is 31 December of the second year after. */
const life = z.union([
  z.strictObject({ days: z.number().int().positive() }),
  z.strictObject({ months: z.number().int().positive() }),
  z.strictObject({ endOfYearAfter: z.number().int().nonnegative() }),
]);

const expiryAnswer = z.enum(["never", "on_date", "each_cycle", "with_plan"]);
/** One kind of units in a wallet, with a validity of its own. */
const lot = z.strictObject({ name: text, answer: expiryAnswer.nullable(), life: life.nullable(), text });

/** A closed answer that the page gives (null: it does not) and the sentence that says it in our words. */
const told = <T extends z.ZodType>(answer: T) => z.strictObject({ answer: answer.nullable(), text });

const source = z.strictObject({
  url,
  /** The day the page was read; the earliest day when the reading is known only roughly; null when it was never read. */
  readOn: plainDate.nullable(),
  evidence: z.enum(["official_copy", "quoted_official", "third_party"]),
});

/** One thing that is sold: a plan, a balance, a package, a seat, a contract. A `tier` only limits, nobody buys it. */
export const rowSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
    product: text,
    kind: z.enum(["plan", "balance", "package", "seat", "contract", "tier"]),
    route: z.enum(sellingRoutes),
    /** Which shelf life the reading has: see `shelfDays`. */
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
    topUp: z.strictObject({
      ways: z.array(text),
      /** What a published rate buys: `price` of `currency` gives `gives` units. Only inside this wallet. */
      rate: z.strictObject({ price: decimal, currency, gives: decimal }).nullable(),
    }),
    dataTraining: told(z.enum(["not_used", "opt_out", "used"])),
    notes: z.array(text),
    source,
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
    z.strictObject({
      from: text,
      to: text,
      status: z.enum(["separate", "connected", "unknown"]),
      says: text,
      /** The part of the use that is paid for, where it is not the whole. */
      only: text.nullable(),
      url,
      readOn: plainDate.nullable(),
      since: plainDate.nullable(),
      until: plainDate.nullable(),
      confidence,
    }),
  ),
});
