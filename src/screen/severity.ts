import type { Severity } from "../checklist/ids.ts";

/** What stands before a finding. */
export const severityWords: Record<Severity, string> = {
  block: "Blocks",
  refuse: "Not compared",
  warn: "Warning",
  route: "Route",
  note: "Note",
};
