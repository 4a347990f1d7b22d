import type { Severity } from "../checklist/ids.ts";

/** What stands over findings of one kind. */
export const severityWords: Record<Severity, string> = {
  block: "Settle first",
  refuse: "Cannot be compared",
  warn: "Warnings",
  route: "Recommendations",
  note: "Good to know",
};
