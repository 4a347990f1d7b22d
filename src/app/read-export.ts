import { type ExportFormat, exportFormats } from "../ledger/export-file.ts";

/** `csv vendor:openai`: a format, CSV where none is named, and what narrows the list. */
export function readExport(about: string): { format: ExportFormat; of: string } {
  const [first = "", ...rest] = about.trim().split(/\s+/);
  const format = exportFormats.find((each) => each === first.toLowerCase());
  return format === undefined ? { format: "csv", of: about.trim() } : { format, of: rest.join(" ") };
}
