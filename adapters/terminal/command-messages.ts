/** What is wrong with a command line, and what would be right. `nearest`: a sentence with the nearest words. */
export const commandMessages = {
  noVerb: (verb: string, nearest: string) => `There is no verb "${verb}". ${nearest}`,
  noWord: (verb: string, word: string | undefined, flags: readonly string[]) =>
    `${verb} takes no "${word}". Its flags: ${flags.join(", ") || "none"}.`,
  noFlag: (verb: string, flag: string, nearest: string) => `${verb} has no flag "${flag}". ${nearest}`,
  noValue: (flag: string) => `${flag} needs a value.`,
  noDay: (given: string, today: string) => `--as-of "${given}" is no day: write YYYY-MM-DD, such as ${today}.`,
  adviseAnswers: "advise needs --answers FILE, or --answers - to read them from the input.",
  usageAlone: "estimate takes --usage FILE alone: the file has the work.",
  notBoth: (verb: string) => `${verb} takes --answers FILE or the work in words, not both.`,
  estimateWork: (example: string | undefined) =>
    `estimate needs --answers FILE, or the work in words, such as: ${example}`,
  usageFile: "usage needs a file, such as: usage openai-usage.json. With - it reads the input.",
  tokensModel: "tokens needs --model, such as --model openai:gpt-4o.",
  plansBoth: (words: string) => `plans takes --vendor or "${words}", not both.`,
  explainTopic: "explain needs a topic: routes, units, rules, vendors, traps, accidents, an id, or a question.",
  needsTerminal: "The conversation needs a terminal. For scripts: npm start -s -- advise --answers FILE [--json]",
} as const;

/** The same of `balances`. */
export const balanceCommandMessages = {
  onlyShown: "Only balances and balances show take --png.",
  onlyAdd: (flag: string | undefined) => `Only balances add takes ${flag}.`,
  delete: "balances delete needs part of a product.",
  noVerb: (word: string, nearest: string) => `balances has no "${word}". ${nearest}`,
  add: 'balances add needs a product and --lots "500 USD bought 2026-11-01, expires 2027-11-01", or --seats 12 --renews 2027-01-15.',
} as const;

/** The same of `decisions`. */
export const decisionCommandMessages = {
  details: "decisions takes --details with part of a name, or an id.",
  to: "Only decisions rename takes --to.",
  check: "Only decisions tick takes --check.",
  format: "Only decisions export takes --format.",
  page: "Only the list of decisions takes --page.",
  filters: "Only the list of decisions and decisions export take filters.",
  show: "decisions show needs part of a name, or an id.",
  rename: 'decisions rename needs part of a name, or an id, and --to "Support chats".',
  tick: "decisions tick needs part of a name, or an id, and --check with a number such as 2.",
  history: "decisions history needs part of a name, or an id.",
  totals: (word: string | undefined) => `decisions totals takes no "${word}".`,
  pageNumber: (given: string) => `--page takes a number such as 2, not "${given}".`,
  export: (word: string | undefined) => `decisions export takes no "${word}".`,
  formats: (formats: readonly string[]) => `decisions export takes --format ${formats.join(", ")}.`,
} as const;

/** The same of `facts`. */
export const factsCommandMessages = {
  kinds: (nearest: string) => `facts takes due, check or readings. ${nearest}`,
  noWord: (what: string, word: string | undefined) => `facts ${what} takes no "${word}".`,
  write: "Only facts check takes --write.",
  all: "Only facts due takes --all.",
  vendor: "facts readings takes no --vendor.",
} as const;
