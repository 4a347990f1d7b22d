import type { Who } from "../conversation/bot.ts";
import { dayWords } from "../market/days.ts";
import type { Action, Block, Screen } from "../screen/screen.ts";
import { dayOf, nameOf, summaryOfLine } from "../store/named.ts";
import type { DecisionLine } from "../store/rows.ts";
import { viewerOf } from "./decision-lookup.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";

/** How a decision stands, in a word. */
export function stateWords({ supersededBy, complete }: Pick<DecisionLine, "supersededBy" | "complete">): string {
  if (supersededBy !== null) return "Superseded";
  return complete ? "Complete" : "To settle";
}

/** Decisions as a table: name, money, owner, state, vendor. */
export function decisionTable(lines: readonly DecisionLine[]): Block {
  const names = namesOf(lines);
  return {
    block: "table",
    columns: ["Decision", "Cost", "Owner", "State", "Vendor"],
    rows: lines.map((line, at) => {
      const { money, owner, vendor } = summaryOfLine(line);
      return [names[at] ?? "", money || "Not known", owner || "Not named", stateWords(line), vendor || "None yet"];
    }),
  };
}

/** A button for each decision that opens it. */
export function openActions(lines: readonly DecisionLine[]): Action[] {
  const names = namesOf(lines);
  return lines.map(({ id }, at): Action => ({ action: "look", label: `Show ${names[at]}`, about: id }));
}

/** The names of decisions; two that read alike have their day, and then a number, behind them. */
function namesOf(lines: readonly DecisionLine[]): string[] {
  const names = lines.map((line) => summaryOfLine(line).name);
  const dated = names.map((name, at) =>
    names.some((each, other) => other !== at && each === name) ? `${name}, ${dayWordsOf(lines[at])}` : name,
  );
  return dated.map((name, at) => {
    const same = dated.slice(0, at).filter((each) => each === name).length;
    return same === 0 ? name : `${name} (${same + 1})`;
  });
}

function dayWordsOf(line: DecisionLine | undefined): string {
  return line === undefined ? "" : dayWords(dayOf(line.at));
}

/** So many are shown at once. */
const mostListed = 10;
/** So many of the newest are looked through for a name. */
const mostSearched = 500;

/** The newest decisions that somebody may see; `of`: those that these words mean. */
export async function listScreen(
  who: Who,
  of: string,
  place: Place,
  ports: Pick<AppPorts, "store" | "typed">,
): Promise<Screen> {
  const lines =
    of === ""
      ? (await ports.store.of(who.tenant).decisions(viewerOf(who, place), mostListed)).items
      : (await decisionsNamed(who, of, place, ports)).slice(0, mostListed);
  if (lines.length === 0)
    return infoScreen(
      "decisions",
      "Decisions",
      [textBlock(of === "" ? "Nothing is decided here yet." : "No decision that you can see matches this.")],
      [{ action: "resume", label: "Open the questions", weight: "main" }],
    );
  return infoScreen(
    "decisions",
    "Decisions",
    [
      decisionTable(lines),
      { block: "quiet", text: `To find one, type part of its name: ${ports.typed("decisions", "NAME")}.` },
    ],
    openActions(lines),
  );
}

/** The decisions that words mean, of those that this person may see, the newest first. */
export async function decisionsNamed(
  who: Who,
  words: string,
  place: Place,
  { store }: Pick<AppPorts, "store">,
): Promise<DecisionLine[]> {
  const { items } = await store.of(who.tenant).decisions(viewerOf(who, place), mostSearched);
  return matching(items, words);
}

/** The one with this id; else those whose id begins so; else those with every word in name, money, owner, day or vendor. */
export function matching(lines: readonly DecisionLine[], words: string): DecisionLine[] {
  const exact = lines.filter(({ id }) => id === words);
  if (exact.length > 0) return exact;
  const begun = words.length < shortestId ? [] : lines.filter(({ id }) => id.startsWith(words));
  if (begun.length > 0) return begun;
  const asked = words
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  return asked.length === 0
    ? []
    : lines.filter((line) => {
        const name = `${nameOf(line)} ${summaryOfLine(line).vendor}`.toLowerCase();
        return asked.every((word) => name.includes(word));
      });
}

/** Fewer letters are no beginning of an id. */
const shortestId = 4;
