/** The exports that are read, as people call them. */
export const shapeNames = {
  openaiUsage: "OpenAI usage",
  openaiCosts: "OpenAI costs",
  anthropicUsage: "Anthropic usage report",
  anthropicCosts: "Anthropic cost report",
  google: "Google Cloud billing export",
  ccusage: "ccusage",
  litellm: "LiteLLM spend logs",
  focus: "FOCUS",
} as const;

/** What each reader looks for in a file, told where none of them finds it. */
export const lookedFor = {
  openai: `pages of OpenAI's usage or costs ("object": "bucket" with "start_time")`,
  openaiUsageTable: `OpenAI's saved usage (columns "start_time" and "num_model_requests")`,
  openaiCostTable: `OpenAI's saved costs (columns "start_time" and "amount_value")`,
  anthropic: `pages of Anthropic's usage or cost report ("starting_at" with "results")`,
  anthropicUsageTable: `Anthropic's saved usage (columns "usage_date_utc" and "usage_output_tokens")`,
  anthropicCostTable: `Anthropic's saved costs (columns "usage_date_utc" and "cost_usd")`,
  googleRows: `rows of Google Cloud's billing export ("sku" with "usage_start_time")`,
  googleTable: `a table of Google Cloud's costs (a column "SKU description")`,
  ccusage: 'what ccusage daily --json writes ("daily" with "inputTokens")',
  litellm: 'LiteLLM spend logs ("startTime" with "prompt_tokens")',
  focus: 'a FOCUS table (columns "ChargePeriodStart" and "BilledCost")',
} as const;
