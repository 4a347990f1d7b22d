import {
  adviceBlocks,
  type Block,
  clean,
  type Decision,
  dayOf,
  decisionTable,
  matching,
  maySee,
  nameOf,
  type Output,
  readName,
  type Store,
  stateWords,
  summaryOfLine,
  type Viewer,
} from "#core";
import type { Layout } from "./lines.ts";
import { localUser } from "./local-user.ts";
import { toMarkdown } from "./markdown.ts";
import type { TerminalPorts } from "./ports.ts";
import { toJson } from "./printed.ts";
import type { Format } from "./receive-decisions.ts";
import { renderBlocks } from "./render.ts";

const onAPage = 50;

/** There are no channels here. */
const viewer: Viewer = { person: localUser.person, channels: [] };

/** The newest decisions, one line each. */
export async function listDecisions(store: Store, layout: Layout): Promise<Output> {
  const { items, next } = await store.of(localUser.tenant).decisions(viewer, onAPage);
  if (items.length === 0) return { text: "No decision is kept yet. npm start begins a conversation." };
  const words = `${next === null ? "" : `The newest ${onAPage}: decisions export has all of them. `}decisions show NAME tells more of one.`;
  return { text: renderBlocks([decisionTable(items), { block: "quiet", text: words }], layout).trimStart() };
}

/** One decision as it was made, then, and its recommendation in today's words. `words`: its id, or part of its name. */
export async function showDecision(store: Store, words: string, ports: TerminalPorts, layout: Layout): Promise<Output> {
  const found = await meant(store, words);
  return "misuse" in found ? found : { text: renderBlocks(blocksOf(found, ports), layout).trimStart() };
}

/** Gives a decision another name. */
export async function renameDecision(store: Store, words: string, name: string, now: number): Promise<Output> {
  const found = await meant(store, words);
  if ("misuse" in found) return found;
  const read = readName(name);
  if ("problem" in read) return { misuse: read.problem };
  const tenant = store.of(localUser.tenant);
  const summary = { ...summaryOfLine(found), name: read.name };
  await tenant.rename(found.id, summary);
  await tenant.note({
    at: now,
    actor: localUser.person,
    action: "renamed",
    subject: found.id,
    details: { name: read.name },
  });
  return { text: `Renamed: ${clean(nameOf({ ...found, summary }))}.` };
}

/** The one decision that words mean, or what is wrong with them. */
async function meant(store: Store, words: string): Promise<Decision | { misuse: string }> {
  const tenant = store.of(localUser.tenant);
  const exact = await tenant.decision(words);
  if (exact !== null && maySee(exact, viewer)) return exact;
  const { items } = await tenant.decisions(viewer, mostSearched);
  const lines = matching(items, words);
  const [line] = lines;
  const decision = line === undefined || lines.length > 1 ? null : await tenant.decision(line.id);
  if (decision !== null) return decision;
  return {
    misuse:
      lines.length > 1
        ? `"${words}" matches ${lines.length} decisions. Add the owner or the day: ${lines.slice(0, mostNamed).map(nameOf).join("; ")}.`
        : `No decision matches "${words}". npm start -s -- decisions lists them.`,
  };
}

/** So many of the newest are looked through for a name, and so many are named where words mean several. */
const mostSearched = 500;
const mostNamed = 3;

/** All decisions, oldest first, to be taken elsewhere. */
export async function exportDecisions(store: Store, format: Format): Promise<Output> {
  const tenant = store.of(localUser.tenant);
  const decisions: Decision[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const { items, next } = await tenant.decisions(viewer, 500, after);
    for (const { id } of items) {
      const decision = await tenant.decision(id);
      if (decision !== null) decisions.push(decision);
    }
    more = next !== null;
    after = next ?? undefined;
  }
  decisions.reverse();
  switch (format) {
    case "json":
      return {
        text: toJson(decisions.map((decision) => ({ ...decision, at: new Date(decision.at).toISOString() }))),
      };
    case "csv":
      return { text: [columns, ...decisions.map(cells)].map((row) => row.map(csvCell).join(",")).join("\n") };
    case "md":
      return {
        text: decisions.map((decision) => toMarkdown(nameOf(decision), exportBlocks(decision))).join("\n"),
      };
  }
}

const columns = [
  "id",
  "at",
  "route",
  "complete",
  "by",
  "catalogue",
  "superseded_by",
  "rows",
  "name",
  "cost",
  "owner",
  "vendor",
];

function cells(decision: Decision): string[] {
  const { id, at, route, complete, by, catalogue, supersededBy, rows } = decision;
  const { name, money, owner, vendor } = summaryOfLine(decision);
  return [
    id,
    new Date(at).toISOString(),
    route ?? "",
    String(complete),
    by,
    catalogue,
    supersededBy ?? "",
    rows.join(" "),
    name,
    money,
    owner,
    vendor,
  ];
}

/** Quoted, and never a formula: a spreadsheet runs what begins with one of these signs. */
function csvCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll('"', '""')}"`;
}

function blocksOf(decision: Decision, { openAdvisor }: TerminalPorts): Block[] {
  // On the day it was made: what was known then, in the order in which it is read.
  const advisor = openAdvisor(dayOf(decision.at));
  return [{ block: "facts", facts: factsOf(decision) }, ...adviceBlocks(decision.answers, advisor)];
}

function factsOf(decision: Decision): { label: string; value: string }[] {
  const { name, money, owner, vendor } = summaryOfLine(decision);
  return [
    { label: "Decision", value: name },
    { label: "Cost", value: money || "Not known" },
    { label: "Owner", value: owner || "Not named" },
    { label: "State", value: stateWords(decision) },
    { label: "Vendor", value: vendor || "None yet" },
    { label: "Day", value: dayOf(decision.at) },
  ];
}

/** What goes elsewhere has all that scripts and people look a decision up by. */
function exportBlocks(decision: Decision): Block[] {
  const { supersededBy } = decision;
  return [
    {
      block: "facts",
      facts: [
        ...factsOf(decision),
        { label: "Id", value: decision.id },
        { label: "Made", value: `${new Date(decision.at).toISOString()} by ${decision.by}` },
        { label: "Route", value: decision.route ?? "none" },
        ...(supersededBy === null ? [] : [{ label: "Superseded by", value: supersededBy }]),
        { label: "Catalogue", value: decision.catalogue },
        { label: "Read again", value: decision.rows.join(", ") || "nothing" },
      ],
    },
  ];
}
