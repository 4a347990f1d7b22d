/** What is said beside decisions that are taken away. */
export const messages = {
  title: "Export",
  nothing: "No decision matches. Ask with fewer filters.",
  file: (many: number) => `${many} ${many === 1 ? "decision" : "decisions"} as a file, for you only.`,
  asText: "No file can be attached here. Copy these lines into a file named decisions.csv.",
  columns: (version: string) => `Planned costs, one row for each budget. Columns as in FOCUS ${version}.`,
  /** As the specification of FOCUS names it. */
  category: "AI and Machine Learning",
  planned: "Costs are planned, not invoiced.",
  cut: (many: number) => `Only the newest ${many} decisions are in it. Add a filter for others.`,
} as const;
