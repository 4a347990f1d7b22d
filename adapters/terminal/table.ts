import { clean } from "#core";
import { widestLabel } from "./limits.ts";
import { type Layout, paint, wrap } from "./lines.ts";

type Row = readonly string[];

const gap = "  ";
/** A column that is broken into lines has room for a few words. */
const narrowest = 14;

/**
 * A table as wide as the terminal at most: the widest columns are broken into lines. Where they are too narrow for that, or
 * the table grows longer than a list of its rows, each row is a list under its first cell.
 */
export function renderTable(columns: Row, rows: readonly Row[], layout: Layout): string {
  const list = listed(columns, rows, layout);
  const widths = widthsFor(columns, rows, layout.width);
  if (widths === undefined) return list;
  const table = drawn(columns, rows, widths, layout);
  return linesIn(table) <= linesIn(list) || rows.length === 0 ? table : list;
}

/** The width of each column; undefined where they do not fit beside each other. */
function widthsFor(columns: Row, rows: readonly Row[], width: number): number[] | undefined {
  const cells = columns.map((column, at) => [column, ...rows.map((row) => clean(row[at] ?? "").trim())]);
  const widths = cells.map((column) => Math.max(...column.map((cell) => cell.length)));
  const least = cells.map((column, at) =>
    Math.min(widths[at] ?? 0, Math.max(narrowest, ...column.flatMap((cell) => cell.split(/ +/)).map(lengthOf))),
  );
  const room = width - gap.length * (columns.length - 1);
  const sum = (some: readonly number[]) => some.reduce((total, each) => total + each, 0);
  if (sum(least) > room) return undefined;
  while (sum(widths) > room) {
    const spare = widths.map((each, at) => (each > (least[at] ?? 0) ? each : -1));
    const widest = spare.indexOf(Math.max(...spare));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function linesIn(text: string): number {
  return text.split("\n").length;
}

function lengthOf(text: string): number {
  return text.length;
}

function drawn(columns: Row, rows: readonly Row[], widths: readonly number[], layout: Layout): string {
  const lines = (cells: Row) => {
    const parts = widths.map((width, at) => broken(cells[at] ?? "", width));
    const tallest = Math.max(0, ...parts.map((part) => part.length));
    return Array.from({ length: tallest }, (_, line) =>
      parts
        .map((part, at) => (part[line] ?? "").padEnd(widths[at] ?? 0))
        .join(gap)
        .trimEnd(),
    );
  };
  return [...lines(columns).map((line) => paint("bold", line, layout)), ...rows.flatMap(lines)].join("\n");
}

function broken(cell: string, width: number): string[] {
  return wrap(cell, width, "").split("\n");
}

/** Each row under its first cell, the others behind the names of their columns. An empty cell is left out. */
function listed(columns: Row, rows: readonly Row[], layout: Layout): string {
  const label = Math.max(0, ...columns.slice(1).map((column) => clean(column).length));
  const cellOf = (name: string, cell: string) =>
    label > widestLabel
      ? wrap(`${name}: ${cell}`, layout.width, gap + gap, gap)
      : wrap(cell, layout.width, " ".repeat(label + 2 * gap.length), `${gap}${clean(name).padEnd(label)}${gap}`);
  return rows
    .map((row) =>
      [
        wrap(row[0] ?? "", layout.width, ""),
        ...row.slice(1).flatMap((cell, at) => (cell === "" ? [] : [cellOf(columns[at + 1] ?? "", cell)])),
      ].join("\n"),
    )
    .join("\n");
}
