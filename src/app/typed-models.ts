import { modelName } from "../market/model-name.ts";

/**
 * The typed names of models as their keys: `gpt-4o` is `openai:gpt-4o` where one vendor alone sells it. Anything else is left
 * as it is typed, for the estimate to judge. `known`: the keys of all models.
 */
export function nameModels(input: unknown, known: readonly string[]): unknown {
  if (typeof input !== "object" || input === null || !("workload" in input)) return input;
  const { workload } = input;
  if (typeof workload !== "object" || workload === null || !("model" in workload)) return input;
  const { model } = workload;
  if (typeof model !== "string" || model.includes(":")) return input;
  const named = known.filter((key) => modelName(key) === model.toLowerCase());
  return named.length === 1 ? { ...input, workload: { ...workload, model: named[0] } } : input;
}
