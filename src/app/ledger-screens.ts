import type { Who } from "../conversation/bot.ts";
import { csvLines, exportName, exportText } from "../ledger/export-file.ts";
import { messages as words } from "../ledger/export-messages.ts";
import { type Exported, exportRows } from "../ledger/focus.ts";
import { historyOf } from "../ledger/history.ts";
import { historyBlocks } from "../ledger/history-blocks.ts";
import { readFilter } from "../ledger/read-filter.ts";
import { current, listed, type Side, seen, sidesOf } from "../ledger/sides.ts";
import { totalsOf } from "../ledger/totals.ts";
import { totalsBlocks } from "../ledger/totals-blocks.ts";
import { messages as totalsWords } from "../ledger/totals-messages.ts";
import type { Block, Screen } from "../screen/screen.ts";
import type { DecisionFilter } from "../store/decision-filter.ts";
import { summaryOfLine } from "../store/named.ts";
import type { CurrentDecision } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { noSuchDecision, viewerOf } from "./decision-lookup.ts";
import { decisionMessages } from "./decision-messages.ts";
import type { LedgerPage } from "./ledger-pages.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";
import { readExport } from "./read-export.ts";

type LedgerPorts = Pick<AppPorts, "store" | "advisor" | "typed" | "givesFiles">;

/** So many of the newest decisions are summed up, read in parts. */
const mostSummed = 5_000;
const part = 500;

/** So many of the newest decisions are given as a file, and as text where no file can be given. */
const mostExported = { file: 1_000, text: 100 };

/** `about`: a decision for `history`; for `export` a format, and what narrows the list. */
export async function ledgerScreen(
  who: Who,
  page: LedgerPage,
  about: string,
  place: Place,
  ports: LedgerPorts,
): Promise<Screen> {
  const sides = await sidesOf(who.tenant, viewerOf(who, place), ports.store);
  switch (page) {
    case "totals":
      return totalsScreen(sides, ports);
    case "history":
      return historyScreen(sides, about, ports);
    case "export":
      return exportScreen(sides, about, ports);
  }
}

async function totalsScreen(sides: readonly Side[], { store, advisor }: LedgerPorts): Promise<Screen> {
  const { market } = advisor();
  const { items, next } = await newest(mostSummed, (after) => current(sides, store, part, after));
  const totals = totalsOf(items, (row) => market.row(row)?.vendor);
  const nameOf = (vendor: string) =>
    market.catalogue.vendors.some(({ id }) => id === vendor) ? market.vendorName(vendor) : vendor;
  const cut: Block[] = next === null ? [] : [{ block: "quiet", text: totalsWords.cut(mostSummed) }];
  return infoScreen("totals", totalsWords.title, [...totalsBlocks(totals, nameOf), ...cut]);
}

async function historyScreen(
  sides: readonly Side[],
  id: string,
  { store, advisor, typed }: LedgerPorts,
): Promise<Screen> {
  const found = await seen(sides, store, id);
  if (found === null) return noSuchDecision(typed);
  const { decision, side } = found;
  const decisions = await historyOf(decision, side, store);
  return infoScreen(
    "history",
    decisionMessages.historyOf(summaryOfLine(decision).name),
    historyBlocks(decisions, advisor()),
    // What was made elsewhere is looked at from the list.
    [{ action: "look", label: decisionMessages.showDecision, about: id }],
  );
}

/** `about`: a format, and what narrows the list. The file, or its lines where an adapter gives none, for the asker alone. */
async function exportScreen(sides: readonly Side[], about: string, ports: LedgerPorts): Promise<Screen> {
  const { store, advisor } = ports;
  const { market } = advisor();
  const { format, of } = readExport(about);
  const read = readFilter(of, market.asOf, market);
  if ("problem" in read) return infoScreen("export", words.title, [textBlock(read.problem)]);
  const gives = ports.givesFiles === true;
  const most = gives ? mostExported.file : mostExported.text;
  const { items, next } = await newest(most, (after) => listed(sides, store, Math.min(part, most), after, read.filter));
  const all = await wholeOf(items.slice(0, most), store);
  const cut: Block[] = next === null ? [] : [{ block: "quiet", text: words.cut(most) }];
  if (all.length === 0) return infoScreen("export", words.title, [textBlock(words.nothing)]);
  if (!gives)
    return infoScreen("export", words.title, [
      textBlock(words.asText),
      ...cut,
      ...(format === "csv" ? csvLines(exportRows(all, market)) : exportText(all, format, market).split("\n"))
        .filter((line) => line.trim() !== "")
        .map(textBlock),
    ]);
  const file = { name: exportName(format, market.asOf), content: exportText(all, format, market) };
  const said = [textBlock(words.file(all.length)), ...cut, { block: "quiet" as const, text: words.planned }];
  return { ...infoScreen("export", words.title, said), file };
}

/** Every decision that somebody may see, narrowed or not, oldest first: for whoever has the whole store. */
export async function exportAll(who: Who, of: DecisionFilter, store: Store): Promise<Exported[]> {
  const sides = await sidesOf(who.tenant, { person: who.person, channels: [] }, store);
  const { items } = await newest(Number.POSITIVE_INFINITY, (after) => listed(sides, store, part, after, of));
  return wholeOf(items.reverse(), store);
}

/** Whole decisions, one after the other: each is long. */
async function wholeOf(lines: readonly { id: string; tenant: CurrentTenant }[], store: Store): Promise<Exported[]> {
  const all: Exported[] = [];
  for (const { id, tenant } of lines) {
    const decision = await store.of(tenant).decision(id);
    if (decision !== null) all.push({ decision, platform: tenant.platform });
  }
  return all;
}
type CurrentTenant = Side["tenant"];

/** The newest of a list that comes in pages, and where it goes on. */
async function newest<T extends Pick<CurrentDecision, "id">>(
  most: number,
  ask: (after: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): Promise<{ items: T[]; next: string | null }> {
  const items: T[] = [];
  let next: string | null = null;
  do {
    const page = await ask(next ?? undefined);
    items.push(...page.items);
    next = page.next;
  } while (next !== null && items.length < most);
  return { items, next };
}
