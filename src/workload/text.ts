import { z } from "zod";
import { zero } from "../quantity/band.ts";
import type { Decimal } from "../quantity/money.ts";
import { amount, exactAmount } from "./amounts.ts";
import { faults, workFaults } from "./messages.ts";
import { model } from "./model.ts";

const share = { over: "0", most: "1" } as const;
/** What a reasoning model of unknown effort bills for one visible token: a default, measured by nobody. */
export const unmeasuredReasoning = { low: "1.5", expected: "4", high: "15" };

/** Text through an API, per month. */
export const text = z
  .strictObject({
    kind: z.literal("text"),
    model: model.optional(),
    models: z
      .array(z.strictObject({ model, share: exactAmount(share) }))
      .min(1, workFaults.noModel)
      .max(20, workFaults.manyModels)
      .optional(),
    conversations: amount(),
    turns: amount({ whole: true, least: "1", most: "10000" }),
    systemTokens: amount({ most: "1000000000" }),
    userTokens: amount({ most: "1000000000" }),
    answerTokens: amount({ most: "1000000000" }),
    history: z
      .union(
        [
          z.enum(["full", "none"]),
          z.strictObject({
            last: z.int(faults.notWhole).min(0, faults.negative).max(10_000, faults.tooLarge("10000")),
          }),
        ],
        {
          error: workFaults.history,
        },
      )
      .default("none"),
    caching: z.enum(["none", "5m", "1h"]).default("none"),
    prefixTokens: amount({ most: "1000000000" }).optional(),
    /** Tokens billed as output for each one that is seen. `unknown` takes the band of a model of unknown effort. */
    reasoning: z
      .unknown()
      .transform((value) => (value === "unknown" ? unmeasuredReasoning : value))
      .pipe(amount({ least: "1", most: "1000" }))
      .optional(),
    retryRate: amount({ most: "10" }).optional(),
    batchShare: amount({ most: "1" }).optional(),
    speed: z.enum(["standard", "priority"]).default("standard"),
    region: z.enum(["global", "us"]).default("global"),
    /** `length`: the tokens were worked out from the length of texts, not counted. */
    basis: z.enum(["count", "length"]).optional(),
  })
  .refine(({ model, models }) => (model === undefined) !== (models === undefined), {
    path: ["model"],
    message: workFaults.modelOrModels,
  })
  .refine(({ models }) => models === undefined || sum(models.map((each) => each.share)).eq("1"), {
    path: ["models"],
    message: workFaults.shares,
  })
  .refine(({ models }) => new Set(models?.map((each) => each.model)).size === (models?.length ?? 0), {
    path: ["models"],
    message: workFaults.modelTwice,
  })
  .refine(
    ({ prefixTokens: prefix, systemTokens: system }) =>
      prefix === undefined ||
      (prefix.low.lte(system.low) && prefix.expected.lte(system.expected) && prefix.high.lte(system.high)),
    { path: ["prefixTokens"], message: workFaults.longPrefix },
  )
  .refine(({ batchShare, speed }) => speed === "standard" || batchShare === undefined || batchShare.low.lt("1"), {
    path: ["speed"],
    message: workFaults.priorityBatch,
  });

/** One request, as a vendor's usage block counts it. `input` includes what was cached and written. */
export const usage = z
  .strictObject({
    kind: z.literal("usage"),
    model,
    input: amount(),
    cached: amount().optional(),
    write5m: amount().optional(),
    write1h: amount().optional(),
    output: amount(),
    batch: z.boolean().default(false),
  })
  .superRefine(({ input, ...parts }, context) => {
    const given = (["cached", "write5m", "write1h"] as const).filter((part) => parts[part] !== undefined);
    const tooMuch = (["low", "expected", "high"] as const).some((end) =>
      sum(given.flatMap((part) => parts[part]?.[end] ?? [])).gt(input[end]),
    );
    const worst = given.find((part) => parts[part]?.high.gt(input.high)) ?? given[0];
    if (tooMuch && worst !== undefined) {
      context.addIssue({ code: "custom", path: [worst], message: workFaults.partsOverInput });
    }
  });
function sum(parts: readonly Decimal[]): Decimal {
  return parts.reduce((total, part) => total.plus(part), zero);
}
