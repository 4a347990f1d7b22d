import { z } from "zod";
import { confidence, decimal, plainDate, text } from "../plain-parts.ts";
import { readings, source } from "../readings.ts";

const rates = {
  input: decimal,
  cached: decimal.nullable(),
  write5m: decimal.nullable(),
  write1h: decimal.nullable(),
  output: decimal,
};

/** Unlike a plan's, the reading day of a rate is always known: a price without a day does not load. */
const rateSource = source.extend({ readOn: plainDate });

const rateRow = z
  .strictObject({
    ...rates,
    from: plainDate,
    until: plainDate.nullable(),
    long: z.strictObject({ fromTokens: z.number().int().positive(), ...rates }).nullable(),
    peak: z.strictObject({ factor: decimal, hoursADay: z.number().int().min(1).max(23), hours: text }).nullable(),
    source: rateSource,
    readings,
    confidence,
    note: text.nullable(),
  })
  .refine((row) => row.until === null || row.from <= row.until, { path: ["until"], message: "ends before it begins" });

export const rateFileSchema = z.strictObject({
  vendor: z.string().regex(/^[a-z]+$/),
  models: z.array(
    z.strictObject({
      id: text,
      /** Other names that mean this very model. A name is never matched by its beginning. */
      aliases: z.array(text),
      /** Who is asked about days before the first row. `nothing`: the library is wrong or silent about this model. */
      before: z.enum(["library", "nothing"]),
      lighter: text.nullable(),
      /** Oldest first, without overlap. None: a model whose old price is not to be believed. */
      rows: z
        .array(rateRow)
        .refine((rows) => rows.every((row, at) => at === 0 || (rows[at - 1]?.until ?? "9999") < row.from), {
          message: "rows overlap or are out of order",
        }),
    }),
  ),
});

export const factorsFileSchema = z.strictObject({
  factors: z.array(
    z.strictObject({
      vendor: text,
      kind: z.enum(["batch", "priority", "region_us"]),
      models: z.array(text).min(1),
      factor: decimal,
      source: rateSource,
      note: text.nullable(),
    }),
  ),
});
