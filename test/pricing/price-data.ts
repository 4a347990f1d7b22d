import { findProvider } from "@pydantic/genai-prices";

// Untyped on purpose: this stands for a file from outside, and most tests put something wrong into it.
type Json = Record<string, unknown>;
export type DataModel = Json & { id: string; match: Json; prices: unknown };
export type Data = { id: string; models: DataModel[] }[];

const providers = ["openai", "anthropic", "google", "x-ai", "deepseek", "mistral"];

/** The library's data as it ships, written and read as a file is: a copy that a test may change. */
export function shippedData(): Data {
  return JSON.parse(JSON.stringify(providers.map((providerId) => findProvider({ providerId }))));
}

/** The data with what a test changes in one model of OpenAI. */
export function dataWith(id: string, change: (model: DataModel) => void): Data {
  const data = shippedData();
  const model = data.find((each) => each.id === "openai")?.models.find((each) => each.id === id);
  if (model === undefined) throw new Error(`the library has no ${id}`);
  change(model);
  return data;
}

/** The data with one more model of OpenAI. */
export function dataWithNew(model: DataModel): Data {
  const data = shippedData();
  data.find((each) => each.id === "openai")?.models.push(model);
  return data;
}
