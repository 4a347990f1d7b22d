/** What is kept of a team, beside the list of its decisions: what is committed, the decisions about one need, and files. */
export const ledgerPages = ["totals", "history", "export"] as const;
export type LedgerPage = (typeof ledgerPages)[number];
