import type { CatalogueFile } from "./check-file.ts";
import { addDays, type PlainDate } from "./dates.ts";

/** Facts of whoever runs the program, beside ours: vendors, API token prices and connections, each as ours are written. */
export type OwnFiles = {
  vendors: readonly CatalogueFile[];
  rates: readonly CatalogueFile[];
  connections: CatalogueFile | null;
};

export const noOwnFiles: OwnFiles = { vendors: [], rates: [], connections: null };

/** From the first to the last day, both of them inside; null where that end is open. */
type Period = { from: PlainDate | null; until: PlainDate | null };

/**
 * What is left of our rows beside those of somebody else with the same id: each holds before theirs begins, and again after
 * theirs has ended. A row of ours may be left in two pieces, or in none.
 */
export function besides<T extends Period>(ours: readonly T[], theirs: readonly Period[]): T[] {
  return theirs.reduce<T[]>((left, own) => left.flatMap((row) => piecesOf(row, own)), [...ours]);
}

function piecesOf<T extends Period>(row: T, own: Period): T[] {
  const endsBefore = own.from !== null && row.until !== null && row.until < own.from;
  const beginsAfter = own.until !== null && row.from !== null && row.from > own.until;
  if (endsBefore || beginsAfter) return [row];
  const before = own.from !== null && (row.from ?? "") < own.from;
  const after = own.until !== null && (row.until ?? "9999") > own.until;
  return [
    ...(before ? [{ ...row, until: addDays(own.from ?? "", -1) }] : []),
    ...(after ? [{ ...row, from: addDays(own.until ?? "", 1) }] : []),
  ];
}

/** A figure that somebody agreed until a day does not age before it, whatever pages do. */
export function freshUntil(staleAfter: PlainDate, until: PlainDate | null): PlainDate {
  return until !== null && until > staleAfter ? until : staleAfter;
}
