import type { z } from "zod";
import { CatalogueError } from "../check-file.ts";
import { besides } from "../own.ts";
import type { rateFileSchema } from "./schema.ts";

type RateFile = z.infer<typeof rateFileSchema>;
type RateModel = RateFile["models"][number];

/** A model with rows of ours and of whoever runs the program, whose rows say so. */
export type MarkedModel = Omit<RateModel, "rows"> & { rows: (RateModel["rows"][number] & { own?: true })[] };
export type MarkedFile = { vendor: string; models: MarkedModel[] };

/**
 * Our models with somebody's own prices in the place of ours, as long as theirs hold, and their other models behind them.
 * Throws a `CatalogueError` where a model is priced twice, or goes by a name that means another one.
 */
export function withOwnRates(
  shipped: readonly RateFile[],
  own: readonly { name: string; rates: RateFile }[],
): MarkedFile[] {
  const files: MarkedFile[] = shipped.map(({ vendor, models }) => ({ vendor, models: [...models] }));
  const given = new Map<string, string>();
  for (const { name, rates } of own) {
    const known = files.find(({ vendor }) => vendor === rates.vendor);
    const models = known?.models ?? [];
    if (known === undefined) files.push({ vendor: rates.vendor, models });
    for (const model of rates.models) {
      for (const each of [model.id, ...model.aliases]) {
        const other = given.get(`${rates.vendor}:${each}`);
        if (other !== undefined) throw problem(name, model, `${each} has a price in ${other} already`);
        given.set(`${rates.vendor}:${each}`, name);
        const ours = models.find(({ id, aliases }) => id !== model.id && (id === each || aliases.includes(each)));
        if (ours !== undefined) throw problem(name, model, `${each} is another name of ${ours.id}: use that id`);
      }
      const at = models.findIndex(({ id }) => id === model.id);
      if (at < 0) models.push(joined(undefined, model));
      else models[at] = joined(models[at], model);
    }
  }
  return files;
}

function problem(file: string, { id }: RateModel, what: string): CatalogueError {
  return new CatalogueError(`${file}: model ${id}: id: ${what}`);
}

function joined(ours: MarkedModel | undefined, model: RateModel): MarkedModel {
  const own = model.rows.map((row) => ({ ...row, own: true as const }));
  if (ours === undefined) return { ...model, rows: own };
  const rows = [...besides(ours.rows, model.rows), ...own].sort((one, other) => (one.from < other.from ? -1 : 1));
  return {
    ...ours,
    aliases: [...new Set([...ours.aliases, ...model.aliases])],
    lighter: model.lighter ?? ours.lighter,
    rows,
  };
}
