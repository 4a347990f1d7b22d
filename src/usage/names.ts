import type { ModelRef, PlainDate, RateBook } from "#pricing";
import { modelName } from "../market/model-name.ts";
import type { UsageRow } from "./usage.ts";

/**
 * A model of an export as prices know it, `vendor:model`; null for what cannot be one. An export may leave out that a model
 * is a preview, and a tool may not say who was paid: then the one vendor that sells it.
 */
export function modelKey(
  { vendor, model }: Pick<UsageRow, "vendor" | "model">,
  day: PlainDate,
  rates: RateBook,
): string | null {
  if (model === null || !/^[\w][\w.@/-]*$/.test(model)) return null;
  const sellers = rates.models.filter((key) => modelName(key) === model);
  const seller = vendor === "unknown" && sellers.length === 1 ? sellers[0]?.split(":")[0] : vendor;
  if (seller === undefined || !/^[a-z]+$/.test(seller)) return null;
  const isKnown = (name: string) => !("unknown" in rates.find({ vendor: seller, model: name } satisfies ModelRef, day));
  const preview = `${model}-preview`;
  return `${seller}:${!isKnown(model) && isKnown(preview) ? preview : model}`;
}
