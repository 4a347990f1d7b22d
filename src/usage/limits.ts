/** More than this is no export of one month, and too much to read while others wait. */
export const mostUsageBytes = 5_000_000;
/** Objects and lists inside each other: no export has more than six. */
export const deepest = 24;
/** Values of all records together: in 5 MB an export has a third of them at most. */
export const mostValues = 600_000;
/** Rows, results and log lines in one file. */
export const mostRecords = 100_000;
/** Models, days and ways of sending, counted together. */
export const mostRows = 20_000;
/** Letters of a name of a model or a vendor. */
export const longestName = 120;
