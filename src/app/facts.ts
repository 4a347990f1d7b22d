import type { NewReading, PlainDate } from "#pricing";
import { type DuePage, duePages } from "../market/due.ts";
import type { Market } from "../market/market.ts";
import { nameProblem, readName } from "../market/names.ts";
import { type PageFact, pageFacts } from "../market/page-facts.ts";
import { soughtWords } from "../market/page-verdict.ts";
import type { Block } from "../screen/screen.ts";
import type { FactReading, Tenant } from "../store/rows.ts";
import type { CheckedFact } from "./check-facts.ts";
import { factsMessages as words } from "./facts-messages.ts";
import type { Found } from "./look-up.ts";
import { textBlock } from "./ports.ts";

/** So many pages are a quarter of an hour. */
const mostDue = 10;

/** The vendor that a name means, whether its own or a product's, by its id; or what is wrong with the name. */
export function readVendor(typed: string, market: Market): string | { problem: string } {
  const named = readName(typed, market);
  if (!("id" in named)) return { problem: nameProblem(typed, named) };
  return market.row(named.id)?.vendor ?? named.id;
}

/** What to read next: the address, what to look for, when it was last read. `all`: not only what a quarter of an hour holds. */
export function lookUpDue(
  market: Market,
  { vendor, all }: { vendor: string | null; all: boolean },
  used: ReadonlyMap<string, number>,
): Found {
  const due = duePages(market, used).filter((page) => vendor === null || page.vendor === vendor);
  const shown = all ? due : due.slice(0, mostDue);
  return {
    blocks: [
      { block: "heading", text: words.due.heading(due.length) },
      ...(due.length === 0 ? [textBlock(words.due.none)] : []),
      ...shown.flatMap((page) => dueBlocks(page, market)),
      ...(shown.length < due.length ? [quiet(words.due.more(due.length - shown.length))] : []),
    ],
    data: due.map(({ facts, ...page }) => ({ ...page, facts: facts.map((fact) => dueData(fact)) })),
  };
}

function dueBlocks({ url, vendor, facts, readOn, stale, used }: DuePage, market: Market): Block[] {
  const first = facts.flatMap(({ staleAfter }) => staleAfter ?? []).toSorted()[0];
  const state = stale || first === undefined ? words.due.stale : words.due.soon(first);
  const seen = new Set<string>();
  const lines = facts.flatMap((fact) => {
    const line = `${fact.name}: ${lookFor(fact)}.`;
    // Ten plans of one vendor may hang on one sentence: it is told for the first of them.
    const key = fact.edge?.says ?? line;
    if (seen.has(key)) return [];
    seen.add(key);
    return [textBlock(line)];
  });
  return [
    {
      block: "link",
      text: `${market.vendorName(vendor)}. ${[words.due.read(readOn), state, words.due.used(used)].join(" ").trim()}`,
      url,
    },
    ...lines,
  ];
}

function lookFor(fact: PageFact): string {
  const sought = soughtWords(fact);
  if (sought.length > 0) return words.due.lookFor(sought);
  return fact.edge === null ? words.due.byHand : words.due.connection(fact.edge.says.replace(/\.$/, ""));
}

function dueData(fact: PageFact) {
  const { key, name, row, edge, readOn, staleAfter, quote } = fact;
  const about = row?.id ?? `${edge?.from}>${edge?.to}`;
  return { key, about, name, readOn, staleAfter, quote, lookFor: soughtWords(fact) };
}

/** What was found on the pages. `done`: nothing is left for a person to look at. */
export function lookUpChecked(checked: readonly CheckedFact[]): Found & { done: boolean } {
  const still = checked.filter(({ found }) => "is" in found && found.is === "there");
  const changed = checked.filter(({ found }) => "is" in found && found.is === "changed");
  const unread = checked.filter(({ found }) => "unreachable" in found);
  const byHand = checked.length - still.length - changed.length - unread.length;
  const pages = [...Map.groupBy(checked, ({ fact }) => fact.url)];
  return {
    blocks: [
      ...pages.flatMap(([url, facts]): Block[] => {
        const told = [...new Set(facts.flatMap(foundLines))].map(textBlock);
        return told.length === 0 ? [] : [{ block: "link", text: facts[0]?.fact.name ?? "", url }, ...told];
      }),
      textBlock(
        checked.length === 0
          ? words.check.nothing
          : words.check.summary(still.length, changed.length, unread.length, byHand),
      ),
      ...(still.length === 0 ? [] : [quiet(words.check.keptHere)]),
    ],
    data: checked.map(({ fact, found }) => ({ url: fact.url, ...dueData(fact), found })),
    done: changed.length + unread.length === 0,
  };
}

function foundLines({ fact, found }: CheckedFact): string[] {
  if ("unreachable" in found) return [words.check.unreachable(found.unreachable, found.detail)];
  switch (found.is) {
    case "there":
      return [words.check.still(fact.name, found.quote)];
    case "changed": {
      const now = found.now === null ? words.check.gone : words.check.now(found.now);
      return [`${words.check.changed(fact.name, found.missing)} ${now}`];
    }
    case "by hand":
      return [];
  }
}

type Kept = FactReading & { tenant: Tenant };

/** What was read again here, by our program and by the teams: for who takes it over into the files. */
export function lookUpReadings(readings: readonly Kept[], market: Market): Found {
  const facts = new Map(pageFacts(market).map((fact) => [fact.key, fact]));
  const { columns, none, same, differs, program, gone } = words.readings;
  const rows = readings.map(({ fact, on, says, value, owner, tenant }) => {
    const known = facts.get(fact);
    const by = owner === null ? program : `${tenant.platform} ${tenant.id}`;
    const url = known?.url ?? fact.split("|").at(-1) ?? "";
    return [on, known?.name ?? gone, says === "same" ? same : differs, value ?? "", by, url];
  });
  return {
    blocks: rows.length === 0 ? [textBlock(none)] : [{ block: "table", columns, rows }],
    // Who of a team it was is theirs to know.
    data: readings.map(({ owner, ...reading }) => ({ ...reading, program: owner === null })),
  };
}

/** Readings as the files may take them over. */
export function newReadings(checked: readonly CheckedFact[], on: PlainDate): NewReading[] {
  return checked.flatMap(({ fact, found }): NewReading[] => {
    if (!("is" in found) || found.is !== "there") return [];
    const { row, edge, vendor, url } = fact;
    if (row !== null)
      return [
        { about: { vendor, row: row.id, from: row.from }, url, readOn: row.source.readOn, on, quote: found.quote },
      ];
    if (edge === null) return [];
    const { from, to, status, readOn } = edge;
    return [{ about: { from, to, status }, url, readOn, on, quote: found.quote }];
  });
}

function quiet(text: string): Block {
  return { block: "quiet", text };
}
