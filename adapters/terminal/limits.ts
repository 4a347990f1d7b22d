/** Columns to write in: a terminal that tells none, or zero, has 80; beyond 100 lines are hard to read. */
export function widthOf(columns: number | undefined): number {
  return columns === undefined || columns < 20 ? 80 : Math.min(columns, 100);
}

/** How many options a list shows at once. */
export const mostShown = 6;
/** How many of hundreds, where one types to search. */
export const mostFound = 5;

/** The widest column of labels that still leaves room for what they label. */
export const widestLabel = 26;
