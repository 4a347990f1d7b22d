import type { ConditionalPrice, MatchLogic, ModelInfo } from "@pydantic/genai-prices";
import { z } from "zod";
import { isPlainDate } from "../dates.ts";

/** Nothing of the data is believed that is longer, or has other letters, than a name of a model can have. */
const name = z.string().regex(/^[\w.:/@-]{1,100}$/);

/** Only listed names are read. What matches by beginnings or by patterns names nothing here, and no pattern is ever run. */
const match: z.ZodType<MatchLogic> = z.lazy(() =>
  z.union([
    z.object({ equals: name }),
    z.object({ or: z.array(match).max(100) }),
    z.looseObject({}).transform((): MatchLogic => ({ and: [] })),
  ]),
);

const amount = z.number().nonnegative();
const tier = z.object({ start: z.int().nonnegative(), price: amount });
const prices = z.record(
  z.string().max(50),
  z.union([amount, z.object({ base: amount, tiers: z.array(tier).max(10) })]),
);

const day = z.string().refine(isPlainDate);
const dated = z.object({ constraint: z.object({ start_date: day }), prices }).transform(
  (each): ConditionalPrice => ({
    prices: each.prices,
    constraint: { type: "start_date", start_date: each.constraint.start_date },
  }),
);
const hourly = z
  .object({ constraint: z.object({ start_time: z.string(), end_time: z.string() }), prices })
  .transform(
    (each): ConditionalPrice => ({ prices: each.prices, constraint: { type: "time_of_date", ...each.constraint } }),
  );
const undated = z
  .object({ constraint: z.undefined().optional(), prices })
  .transform((each): ConditionalPrice => ({ prices: each.prices }));

/** Oldest first; what depends on the hour has no order. */
function isInOrder(all: readonly ConditionalPrice[]): boolean {
  const starts = all.map(({ constraint }) => (constraint?.type === "start_date" ? constraint.start_date : ""));
  const isHourly = all.some(({ constraint }) => constraint?.type === "time_of_date");
  return isHourly || starts.every((start, at) => at === 0 || start > (starts[at - 1] ?? ""));
}

const model = z.object({
  id: name,
  match,
  prices: z.union([
    z
      .array(z.union([dated, hourly, undated]))
      .min(1)
      .max(50)
      .refine(isInOrder),
    prices,
  ]),
});
export type DataModel = Pick<ModelInfo, "id" | "match" | "prices">;

const data = z.array(z.object({ id: z.string(), models: z.array(z.unknown()).max(5_000) })).max(1_000);

/**
 * The models of each provider in the library's data, as it was read from outside: those that are of the known form.
 * Undefined where the whole is something else.
 */
export function readLibraryData(content: unknown): ReadonlyMap<string, DataModel[]> | undefined {
  const read = data.safeParse(content);
  if (!read.success) return undefined;
  return new Map(
    read.data.map(({ id, models }) => [
      id,
      models.flatMap((each): DataModel[] => {
        const one = model.safeParse(each);
        return one.success ? [one.data] : [];
      }),
    ]),
  );
}
