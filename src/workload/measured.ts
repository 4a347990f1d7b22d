import { z } from "zod";
import { amount, day, exactAmount } from "./amounts.ts";
import { workFaults } from "./messages.ts";
import { model } from "./model.ts";

const tokens = exactAmount({ whole: true, most: "1000000000000000" });

/**
 * What was used in so many days, as an export counts it: tokens of the whole time, each in one part alone. `input` is what
 * was neither read from a cache nor written to one.
 */
export const measured = z
  .strictObject({
    kind: z.literal("measured"),
    from: day,
    to: day,
    models: z
      .array(
        z.strictObject({
          model,
          /** How it was sent; `other`: in a way for which no price is known. */
          tier: z.enum(["standard", "batch", "priority", "flex", "other"]).default("standard"),
          /** Requests so long that they have a price of their own. */
          long: z.boolean().default(false),
          input: tokens,
          cached: tokens.optional(),
          write5m: tokens.optional(),
          write1h: tokens.optional(),
          output: tokens,
        }),
      )
      .min(1, workFaults.noModel)
      .max(200, workFaults.manyModels),
    /** Requests of all models together, where the export counts them. */
    requests: tokens.optional(),
    /** The quietest and the busiest week beside the average one, which is 1. */
    pace: amount({ most: "1000" }).optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: workFaults.early });
