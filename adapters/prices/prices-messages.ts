/** Why newer prices could not be had, as the rest of a sentence. */
export const pricesReasons = {
  status: (status: number) => `the answer was HTTP ${status}`,
  tooLarge: (bytes: number) => `it has more than ${bytes} bytes`,
  slow: "it took too long",
  noJson: "it is no JSON",
} as const;
