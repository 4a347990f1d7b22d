import type { PlainDate } from "#pricing";
import type { Gathering } from "./gathering.ts";

/**
 * Where a shape was learnt. `public_code`: no page of the vendor was found that shows it, so that it is
 * what others wrote who have such files.
 */
export type ShapeSource = { url: string; readOn: PlainDate; by: "documentation" | "public_code" };

/** One form of export in JSON. A file is one page or record of it, or a list of them. */
export type JsonShape = {
  sources: readonly ShapeSource[];
  /** What a file of this kind is recognised by, as a person finds it in the file. */
  lookedFor: string;
  /** Whether a page or record has this form. */
  is(unit: unknown): boolean;
  /** Reads all of them; a sentence where they are of this form and hold no days. */
  read(units: readonly unknown[], into: Gathering): { problem: string } | undefined;
};

/** A row of a table. `cell` reads a column by its name in lower case with `_` between words, such as `sku_description`. */
export type Record = { cells: readonly string[]; cell: (column: string) => string };

/** `head`: the names of the columns as they are written. `comma`: the comma is the decimal sign. */
export type Table = { head: readonly string[]; records: readonly Record[]; comma: boolean };

/** One form of export as a table. */
export type TableShape = {
  sources: readonly ShapeSource[];
  lookedFor: string;
  /** Columns of which each must be there. */
  needs: readonly string[];
  read(table: Table, into: Gathering): void;
};
