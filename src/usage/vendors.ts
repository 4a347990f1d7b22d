/** Our ids of vendors by what exports call them. Any other name stays as it is, in lower case. */
const ids: Readonly<{ [name: string]: string }> = {
  "google cloud": "google",
  "google cloud platform": "google",
  gcp: "google",
  gemini: "google",
  vertex_ai: "google",
  vertex_ai_beta: "google",
  "amazon web services": "aws",
  bedrock: "aws",
  bedrock_converse: "aws",
  azure_ai: "azure",
  "microsoft azure": "azure",
  zai: "zhipu",
  together_ai: "together",
  fireworks_ai: "fireworks",
  "anthropic, pbc": "anthropic",
  "openai, llc": "openai",
};

/** Our id of a vendor by its name in an export; a name that is none of ours stays as it is. */
export function vendorOfName(name: string): string {
  const id = Object.hasOwn(ids, name) ? ids[name] : undefined;
  return id ?? name;
}

/** Families of models that one vendor alone makes, by how their names begin. */
const families: readonly (readonly [beginning: RegExp, vendor: string])[] = [
  [/^claude[-\s]/, "anthropic"],
  [/^(gpt-|chatgpt-|codex-|o[1-9](-|$))/, "openai"],
  [/^gemini-/, "google"],
  [/^grok-/, "xai"],
  [/^deepseek-/, "deepseek"],
  [/^glm-/, "zhipu"],
  [/^kimi-/, "moonshot"],
  [/^(mistral|codestral|devstral)-/, "mistral"],
];

/** Who makes a model, where its file does not say who was paid for it. */
export function vendorOfModel(model: string | null): string {
  return families.find(([beginning]) => beginning.test(model ?? ""))?.[1] ?? "unknown";
}
