/** Where it is known from how a model's tokens are counted. */
export const countSources = {
  listed: "the model list of js-tiktoken 1.0.21",
  unpublished: "no tokenizer is published; the factor is an estimate from secondary sources, measured by nobody",
  sameRanks: "o200k_harmony has the ranks of o200k_base; exact for plain text",
  assumed: "no encoding is published; o200k_base is assumed",
} as const;
