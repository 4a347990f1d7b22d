/** What a model costs, beside its name. Both in US dollars for a million tokens. */
export const ratesHint = (input: string | number, output: string | number) =>
  `$${input} in, $${output} out for 1M tokens`;

/** A length as it is shown, and typed again. */
export const lengthInTokens = (tokens: string) => `${tokens} tokens`;
