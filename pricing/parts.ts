import { z } from "zod";
import { decimal, plainDate, text, url } from "./plain-parts.ts";
import { units } from "./vocabulary.ts";

const currency = z.string().regex(/^[A-Z]{3}$/, "a currency is three letters");
export const unit = z.enum(units);

/** A price as its page states it. `amount: null` means that no figure is known: it is never printed, never guessed. */
export const price = z.strictObject({
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
export const allowance = z.strictObject({
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
  /**
   * Left out: the drain of the work itself. `surcharge` is added to another; `download` is taken once for an accepted
   * output; `tokens` says how many tokens one unit of work makes and `token_price` what they cost.
   */
  role: z.enum(["surcharge", "other_work", "download", "tokens", "token_price"]).optional(),
  /** Rows to which alone it applies. */
  onlyFor: z.array(text).optional(),
  /** The last day on which the model answers. */
  until: plainDate.optional(),
  /** New buyers cannot have it since this day. */
  closedSince: plainDate.optional(),
  /** Clips may have any length between these, in seconds. */
  clipRange: z.strictObject({ from: z.number().positive(), to: z.number().positive() }).optional(),
});

/** Something that may hold spending back, and what it does when it is reached. */
export const cap = z.strictObject({
  name: text,
  effect: z.enum(["stops", "alerts", "limits_recharge", "unknown"]),
  says: text,
});

const rate = z.strictObject({ price: decimal, currency, gives: decimal });

export const topUp = z.strictObject({
  ways: z.array(text),
  /** What a published rate buys: `price` of `currency` gives `gives` units. Only inside this wallet. */
  rate: rate.nullable(),
  /** The rate in packs of a size that only the vendor's console shows. */
  volumeRate: rate.optional(),
});

/** How long units live after purchase or grant. `endOfYearAfter: 2` is 31 December of the second year after. */
export const life = z.union([
  z.strictObject({ days: z.number().int().positive() }),
  z.strictObject({ months: z.number().int().positive() }),
  z.strictObject({ endOfYearAfter: z.number().int().nonnegative() }),
]);

export const expiryAnswer = z.enum(["never", "on_date", "each_cycle", "with_plan"]);
/** One kind of units in a wallet, with a validity of its own. */
export const lot = z.strictObject({ name: text, answer: expiryAnswer.nullable(), life: life.nullable(), text });

/** A closed answer that the page gives (null: it does not) and the sentence that says it in our words. */
export const told = <T extends z.ZodType>(answer: T) => z.strictObject({ answer: answer.nullable(), text });
