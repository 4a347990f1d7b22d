/** What is wrong with a typed line. */
export const typedMessages = {
  long: (length: number, most: number) =>
    `This line has ${length} characters, and at most ${most} are read. Ask for less at once; a long text is counted where the questions ask how long it is.`,
  noVerb: (word: string, nearest: string) => `There is no "${word}". ${nearest}`,
} as const;

/** What is wrong with work as it was typed. */
export const typedWorkMessages = {
  brokenJson: "This begins like JSON and is none: a comma, a quote or a bracket is missing or too many.",
  stray: (word: string) => `"${word}" should be a field and an amount, such as turns=6.`,
  /** A field, and what is to be said of it. */
  of: (field: string, words: string) => `${field}: ${words}`,
  noPercentage: (field: string, example: string) =>
    `${field} takes no percentage: write a number, such as ${example}=500.`,
  notInTime: (field: string) => `${field} does not change with time: write a number, such as ${field}=5.`,
  manyModels: (models: number, most: number) =>
    `This mix has ${models} models, and at most ${most} are worked out at once. Name those with the largest shares, or ask in two lines.`,
  manyRanges: (ranges: number, most: number) =>
    `This line has ${ranges} ranges, and at most ${most} are worked out at once. Give the amounts that matter least as one number each.`,
} as const;

/** With one of these a question begins, as people type it. */
export const openers: ReadonlySet<string> = new Set(
  "how what which why when where who whose can could should shall do does did is are will would may might".split(" "),
);
