import type { Who } from "../conversation/bot.ts";
import { filterExamples, stateWords } from "../ledger/filter-messages.ts";
import { readFilter } from "../ledger/read-filter.ts";
import { listed, meant, sidesOf } from "../ledger/sides.ts";
import { dayWords } from "../market/days.ts";
import type { Action, Block, Screen } from "../screen/screen.ts";
import { dayOf, summaryOfLine } from "../store/named.ts";
import type { DecisionLine } from "../store/rows.ts";
import { stateOf } from "../store/state.ts";
import { viewerOf } from "./decision-lookup.ts";
import { decisionMessages, listMessages as words } from "./decision-messages.ts";
import { carry } from "./paging.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";
import type { Reading } from "./request.ts";

/** Decisions as a table: name, money, owner, state, vendor. */
export function decisionTable(lines: readonly DecisionLine[]): Block {
  const names = namesOf(lines);
  return {
    block: "table",
    columns: [...words.columns],
    rows: lines.map((line, at) => {
      const { money, owner, vendor } = summaryOfLine(line);
      return [
        names[at] ?? "",
        money || decisionMessages.noCost,
        owner || decisionMessages.noOwner,
        stateWords[stateOf(line)],
        vendor || decisionMessages.noVendor,
      ];
    }),
  };
}

/** A button for each decision that opens it. */
export function openActions(lines: readonly DecisionLine[]): Action[] {
  const names = namesOf(lines);
  return lines.map(({ id }, at): Action => ({ action: "look", label: words.show(names[at] ?? ""), about: id }));
}

/** The names of decisions; two that read alike have their day, and then a number, behind them. */
function namesOf(lines: readonly DecisionLine[]): string[] {
  const names = lines.map((line) => summaryOfLine(line).name);
  const dated = names.map((name, at) =>
    names.some((each, other) => other !== at && each === name) ? words.dated(name, dayWordsOf(lines[at])) : name,
  );
  return dated.map((name, at) => {
    const same = dated.slice(0, at).filter((each) => each === name).length;
    return same === 0 ? name : words.numbered(name, same + 1);
  });
}

function dayWordsOf(line: DecisionLine | undefined): string {
  return line === undefined ? "" : dayWords(dayOf(line.at));
}

/** So many are shown at once. */
const mostListed = 10;

/**
 * The decisions that somebody may see, the newest first, of their own team and of the one that it is linked with. `of`: what
 * narrows them; `after`: where the page before ended.
 */
export async function listScreen(
  who: Who,
  { of = "", after }: { of?: string; after?: string },
  place: Place,
  ports: AppPorts,
): Promise<Screen> {
  const { store, typed, advisor } = ports;
  const { market } = advisor(who.tenant);
  const read = readFilter(of, market.asOf, market);
  if ("problem" in read) return infoScreen("decisions", words.title, [textBlock(read.problem)], [showAll]);
  const sides = await sidesOf(who.tenant, viewerOf(who, place), store);
  const { items: found, next } = await listed(sides, store, mostListed, after, read.filter);
  // What is no name may be the beginning of several ids.
  const items = found.length > 0 || after !== undefined ? found : await meant(sides, store, of, mostListed);
  if (items.length === 0 && (of !== "" || after !== undefined))
    return infoScreen("decisions", words.title, [textBlock(words.noneOf(read.said))], [showAll]);
  if (items.length === 0)
    return infoScreen(
      "decisions",
      words.title,
      [textBlock(of === "" ? words.nothing : words.noMatch)],
      [{ action: "resume", label: words.openQuestions, weight: "main" }],
    );
  const turn = async (label: string, reading: Reading): Promise<Action> => ({
    action: "more",
    label,
    about: `0 ${await carry(who, reading, ports)}`,
  });
  return infoScreen(
    "decisions",
    words.title,
    [
      ...(read.said === "" ? [] : [textBlock(words.shown(read.said))]),
      decisionTable(items),
      { block: "quiet", text: hint(typed) },
    ],
    [
      ...openActions(items),
      ...(next === null ? [] : [await turn(words.older, { ask: "decisions", of, after: next })]),
      ...(after === undefined ? [] : [await turn(words.newest, { ask: "decisions", of })]),
      await turn(words.totals, { ask: "ledger", page: "totals", about: "" }),
      await turn(words.export, { ask: "ledger", page: "export", about: of }),
    ],
  );
}

const showAll: Action = { action: "decisions", label: words.showAll };

function hint(typed: AppPorts["typed"]): string {
  return words.hint(typed("decisions", words.anyName), typed("decisions", Object.values(filterExamples).join(" ")));
}
