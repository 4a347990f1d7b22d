import {
  type Advisor,
  type DecisionFilter,
  type ExportFormat,
  everyDecision,
  exportAll,
  exportText,
  ledgerScreen,
  type Output,
  type Store,
} from "#core";
import { meant } from "./decisions.ts";
import type { Layout } from "./lines.ts";
import { localUser } from "./local-user.ts";
import { toJson } from "./printed.ts";
import { renderBlocks } from "./render.ts";

/** All decisions, oldest first, to be taken elsewhere. */
export async function exportDecisions(
  store: Store,
  format: ExportFormat,
  advisor: Advisor,
  of: DecisionFilter = everyDecision,
): Promise<Output> {
  const all = await exportAll(localUser, of, store);
  return { text: asPlain(exportText(all, format, advisor.market, true), format) };
}

/** JSON is printed so that it commands no terminal, and loses nothing. */
function asPlain(text: string, format: ExportFormat): string {
  return format === "json" ? toJson(JSON.parse(text)) : text;
}

/** What is committed, or how a need was decided over time. */
export async function showLedger(
  store: Store,
  page: "totals" | "history",
  words: string,
  advisor: Advisor,
  layout: Layout,
): Promise<Output> {
  const found = page === "totals" ? null : await meant(store, words);
  if (found !== null && "misuse" in found) return found;
  const ports = { store, advisor: () => advisor, typed: () => "decisions" };
  const screen = await ledgerScreen(localUser, page, found?.id ?? "", { channel: null }, ports);
  return { text: renderBlocks(screen.body, layout).trimStart() };
}
