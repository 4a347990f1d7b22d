import papaparse from "papaparse";
import { mostRecords } from "./limits.ts";
import type { Record, Table } from "./shape.ts";

/** How many lines may stand above the names of the columns, such as the number of an invoice. */
const mostAbove = 25;
const mostColumns = 300;

/** A table that has these columns; undefined where no line near its top names them. A formula is text like any other. */
export function tableIn(lines: readonly string[][], delimiter: string, needs: readonly string[]): Table | undefined {
  const at = lines
    .slice(0, mostAbove)
    .findIndex((line) => needs.every((need) => line.some((cell) => columnName(cell) === need)));
  const head = lines[at];
  if (head === undefined || head.length > mostColumns) return undefined;
  // Of two columns of one name the first one counts.
  const columns = new Map(head.map((name, at): [string, number] => [columnName(name), at]).reverse());
  const records = lines
    .slice(at + 1)
    .map((cells): Record => ({ cells, cell: (column) => cells[columns.get(column) ?? -1]?.trim() ?? "" }));
  return { head, records, comma: delimiter === ";" };
}

/** The lines of a table, divided by commas, semicolons, tabs or bars; undefined for what has a single column. */
export function linesIn(text: string): { lines: string[][]; delimiter: string; more: boolean } | undefined {
  const { data, meta } = papaparse.parse(text, {
    delimitersToGuess: [",", ";", "\t", "|"],
    skipEmptyLines: "greedy",
    preview: mostRecords + mostAbove,
  });
  if (!data.some((line) => line.length > 1)) return undefined;
  return { lines: data, delimiter: meta.delimiter, more: data.length >= mostRecords + mostAbove };
}

/** `SKU description`, `sku.description` and `SKU_description` are one column; what stands in brackets is no name. */
function columnName(cell: string): string {
  return cell
    .replace(/\(.*\)/g, "")
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/_+$/, "");
}
