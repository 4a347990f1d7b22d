import { z } from "zod";
import { addDays, type PlainDate } from "../dates.ts";
import { plainDate, text } from "../plain-parts.ts";
import { shelfLife } from "../shelf-life.ts";
import { baseName } from "./names.ts";
import type { ModelRef, PriceUpdate, RateRow } from "./rate.ts";
import { rateFileSchema } from "./schema.ts";

/**
 * What the library's newer data said when it was last read: prices that it has since the one that ships, in the form of our
 * own files; the names whose price it says as before; and what it says of models that was not believed.
 */
export const newerSchema = z.strictObject({
  readOn: plainDate,
  rates: z.array(rateFileSchema),
  same: z.array(text),
  refused: z.array(z.strictObject({ model: text, why: z.enum(["jump", "implausible", "name"]) })),
});
export type Newer = z.infer<typeof newerSchema>;
export type Refused = Newer["refused"][number];

type Model = Newer["rates"][number]["models"][number];

/** For how many days a price that the data says again counts as fresh. */
const freshDays = shelfLife.rate.days;

/** The rows of the library that ships, with those of its newer data behind them. */
export function withNewer(shipped: (ref: ModelRef) => RateRow[], newer: Newer | null): (ref: ModelRef) => RateRow[] {
  if (newer === null) return shipped;
  const models = new Map<string, Model>();
  for (const { vendor, models: all } of newer.rates)
    for (const model of all) for (const name of [model.id, ...model.aliases]) models.set(`${vendor}:${name}`, model);
  const same = new Set(newer.same);
  return (ref) => {
    const names = [ref.model, baseName(ref.model)].map((name) => `${ref.vendor}:${name}`);
    const found = names.map((name) => models.get(name)).find((model) => model !== undefined);
    const rows = joined(shipped(ref), found);
    return names.some((name) => same.has(name)) ? rows.map((row) => confirmed(row, newer.readOn)) : rows;
  };
}

function joined(shipped: readonly RateRow[], model: Model | undefined): RateRow[] {
  const [first] = model?.rows ?? [];
  if (model === undefined || first === undefined) return [...shipped];
  const dayBefore = addDays(first.from, -1);
  const earlier = shipped
    .filter((row) => (row.from ?? "") < first.from)
    .map((row) => (row.until === null || row.until > dayBefore ? { ...row, until: dayBefore } : row));
  return [
    ...earlier,
    ...model.rows.map((row): RateRow => ({ ...row, updated: true, staleAfter: addDays(row.source.readOn, freshDays) })),
  ];
}

/** The row in force when the data was read is said again by it; what was over by then stays as it was. */
function confirmed(row: RateRow, on: PlainDate): RateRow {
  if ((row.until ?? on) < on || row.source.readOn >= on) return row;
  return { ...row, confirmed: { on, evidence: "third_party" }, staleAfter: addDays(on, freshDays) };
}

/** What was told of it: the last day on which a price changed, and for which models; what was not believed. */
export function updateOf({ readOn, rates, refused }: Newer): PriceUpdate {
  const changes = rates.flatMap(({ vendor, models }) =>
    models.map(({ id, rows }) => ({ model: `${vendor}:${id}`, on: rows.at(-1)?.source.readOn ?? "" })),
  );
  const last = changes.map(({ on }) => on).reduce((latest, on) => (on > latest ? on : latest), "");
  const models = changes.filter(({ on }) => on === last).map(({ model }) => model);
  return { readOn, changed: last === "" ? null : { on: last, models }, refused: refused.map(({ model }) => model) };
}
