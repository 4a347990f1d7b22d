import type { PlainDate } from "#pricing";
import type { Market } from "../market/market.ts";
import { clean } from "../screen/clean.ts";
import { stateOf } from "../store/state.ts";
import { messages } from "./export-messages.ts";
import {
  columns,
  type Exported,
  type ExportRow,
  exportRows,
  focusVersion,
  momentText,
  numberColumns,
} from "./focus.ts";

/** What decisions can be taken away as. */
export const exportFormats = ["csv", "json", "md"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Decisions as a file, a row for each budget. `whole`: JSON has their results too, which are long. */
export function exportText(all: readonly Exported[], format: ExportFormat, market: Market, whole = false): string {
  const rows = exportRows(all, market);
  switch (format) {
    case "csv":
      return csvLines(rows).join("\n");
    case "json":
      return JSON.stringify(
        all.map((each) => withCharges(each, market, whole)),
        null,
        2,
      );
    case "md":
      return markdown(rows);
  }
}

/** What a file of decisions is called. */
export function exportName(format: ExportFormat, today: PlainDate): string {
  return `aicost-decisions-${today}.${format}`;
}

/** Rows of a spreadsheet: names of columns first. Numbers are numbers, and text is never a formula. */
export function csvLines(rows: readonly ExportRow[]): string[] {
  return [
    columns.join(","),
    ...rows.map((row) => columns.map((column) => cell(row[column], numberColumns.has(column))).join(",")),
  ];
}

function cell(value: string | null, number: boolean): string {
  if (value === null) return "";
  return number && isNumber(value) ? value : `"${inert(clean(value)).replaceAll('"', '""')}"`;
}

function isNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/**
 * A spreadsheet runs what begins with one of these signs, in their usual and their wide and small shapes, also behind blanks:
 * with an apostrophe in front it is text.
 */
function inert(text: string): string {
  return /^\s*[=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20\t\r\n|%]/u.test(text) ? `'${text}` : text;
}

/** A decision as data, with its rows. */
function withCharges({ decision, platform }: Exported, market: Market, whole: boolean): object {
  const { result, ...rest } = decision;
  const charges = exportRows([{ decision, platform }], market).map(withNumbers);
  const at = momentText(decision.at);
  return { ...rest, ...(whole ? { result } : {}), at, state: stateOf(decision), platform, focusVersion, charges };
}

/** A decimal that a number holds exactly is a number; a longer one stays text, so that no digit is lost. */
function withNumbers(row: ExportRow): Record<string, string | number | null> {
  return Object.fromEntries(
    columns.map((column) => {
      const value = row[column];
      const short = value !== null && numberColumns.has(column) && value.replace(/\D/g, "").length <= 15;
      return [column, short ? Number(value) : value];
    }),
  );
}

const told = [
  ["x_DecisionName", "Decision"],
  ["x_State", "State"],
  ["x_BudgetOwner", "Owner"],
  ["ProviderName", "Vendor"],
  ["ServiceName", "Product"],
  ["PricingQuantity", "Quantity"],
  ["PricingUnit", "Unit"],
  ["BilledCost", "Planned cost"],
  ["BillingCurrency", "Currency"],
  ["ChargePeriodStart", "From"],
  ["ChargePeriodEnd", "To"],
] as const;

/** A table for people, and what was answered below it. */
function markdown(rows: readonly ExportRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const decisions = [...Map.groupBy(rows, (row) => row.x_DecisionId).values()];
  return [
    "# Decisions",
    "",
    messages.columns(focusVersion),
    "",
    line(told.map(([, title]) => title)),
    line(told.map(() => "---")),
    ...rows.map((row) => line(told.map(([column]) => escaped((row[column] ?? "").replace(/T00:00:00Z$/, ""))))),
    ...decisions.flatMap(([row]) =>
      row === undefined
        ? []
        : [
            "",
            `## ${escaped(row.x_DecisionName ?? "")}`,
            "",
            `- **Id**: ${escaped(row.x_DecisionId ?? "")}`,
            `- **Decided**: ${escaped(row.x_DecidedAt ?? "")} by ${escaped(row.x_MadeBy ?? "")}`,
            `- **Route**: ${escaped(row.x_Route ?? "none")}`,
            ...(row.x_SupersededBy === null ? [] : [`- **Superseded by**: ${escaped(row.x_SupersededBy)}`]),
            `- **Answers**: ${escaped(row.x_Answers ?? "")}`,
          ],
    ),
    "",
  ].join("\n");
}

/** A character that Markdown or HTML would give a meaning to is written as itself. */
function escaped(text: string): string {
  return clean(text).replace(/[\\`*_{}[\]<>#|~@]/g, (mark) => `\\${mark}`);
}
