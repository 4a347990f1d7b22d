import type { PlainDate } from "#pricing";
import { countSources as sources } from "./messages.ts";

export type EncodingName = "o200k_base" | "cl100k_base";

/** How a model's tokens are told: by an encoding exactly, or by one times a factor between two bounds. */
export type ModelTokens = {
  encoding: EncodingName;
  exact: boolean;
  factor: string;
  low: string;
  high: string;
  /** Where it is known from. */
  source: string;
  readOn: PlainDate;
};

type Row = ModelTokens & { vendor: string; models: RegExp };

const readOn = "2026-11-20";
const counting = "https://platform.claude.com/docs/en/build-with-claude/token-counting";

const exactly = (encoding: EncodingName, source: string = sources.listed) => ({
  encoding,
  exact: true,
  factor: "1",
  low: "1",
  high: "1",
  source,
  readOn,
});
const about = (factor: string, low: string, high: string, source: string = sources.unpublished) => ({
  encoding: "o200k_base" as const,
  exact: false,
  factor,
  low,
  high,
  source,
  readOn,
});

/** The first row that fits decides. A model that none fits is unknown, never like its neighbour. */
const rows: Row[] = [
  {
    vendor: "openai",
    models: /^(gpt-4(-turbo)?|gpt-3\.5-turbo)(-\d.*|-preview)?$|^text-embedding-(3-.*|ada-002)$/,
    ...exactly("cl100k_base"),
  },
  {
    vendor: "openai",
    models: /^(gpt-4o|gpt-4\.1|gpt-4\.5|o1|o3|o4-mini|gpt-5)(-(mini|nano|pro|preview|\d{4}-\d{2}-\d{2}))*$/,
    ...exactly("o200k_base"),
  },
  {
    vendor: "openai",
    models: /^gpt-oss-/,
    ...exactly("o200k_base", sources.sameRanks),
  },
  {
    vendor: "openai",
    models: /^gpt-(5\.\d|6(\.\d)?)(-|$)/,
    ...about("1", "0.9", "1.1", sources.assumed),
  },
  {
    vendor: "anthropic",
    models: /^claude-(opus-(4-[789]|5)|sonnet-5|haiku-5|fable-)/,
    ...about("1.5", "1.1", "1.8", counting),
  },
  { vendor: "anthropic", models: /^claude-/, ...about("1.15", "1", "1.35") },
  {
    vendor: "google",
    models: /^gemini-/,
    ...about("1.05", "0.85", "1.3", "https://ai.google.dev/gemini-api/docs/tokens"),
  },
  { vendor: "xai", models: /^grok-/, ...about("1.1", "0.85", "1.4") },
  { vendor: "deepseek", models: /^deepseek-/, ...about("1.1", "0.85", "1.4") },
  {
    vendor: "mistral",
    models: /^(mistral|ministral|codestral|magistral|devstral|pixtral)-/,
    ...about("1.1", "0.85", "1.4"),
  },
];

/** How a model is counted, bandText `vendor:model` or, where the name says whose it is, `model`; `undefined` when unknown. */
export function tokensOfModel(model: string): ModelTokens | undefined {
  const [vendor, name] = model.includes(":")
    ? [model.slice(0, model.indexOf(":")), model.slice(model.indexOf(":") + 1)]
    : [undefined, model];
  const found = rows.find((row) => (vendor === undefined || row.vendor === vendor) && row.models.test(name));
  if (found === undefined) return undefined;
  const { vendor: _, models: __, ...told } = found;
  return told;
}

/** The vendors whose models are known here, for a message. */
export const countedVendors = [...new Set(rows.map((row) => row.vendor))];
