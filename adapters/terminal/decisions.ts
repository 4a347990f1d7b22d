import {
  adviceBlocks,
  type Block,
  type Decision,
  type DecisionLine,
  maySee,
  type Output,
  type Store,
  type Viewer,
} from "#core";
import type { Layout } from "./lines.ts";
import { localUser } from "./local-user.ts";
import { toMarkdown } from "./markdown.ts";
import type { TerminalPorts } from "./ports.ts";
import { toJson } from "./printed.ts";
import type { Format } from "./receive.ts";
import { renderBlocks } from "./render.ts";

const onAPage = 50;

/** There are no channels here. */
const viewer: Viewer = { person: localUser.person, channels: [] };

/** The newest decisions, one line each. */
export async function listDecisions(store: Store, layout: Layout): Promise<Output> {
  const { items, next } = await store.of(localUser.tenant).decisions(viewer, onAPage);
  if (items.length === 0) return { text: "No decision is kept yet. npm start begins a conversation." };
  const table: Block = {
    block: "table",
    columns: ["Id", "Day", "Route", "State"],
    rows: items.map((line) => [line.id, dayOf(line.at), line.route ?? "none", stateOf(line)]),
  };
  const more: Block[] =
    next === null ? [] : [{ block: "quiet", text: `The newest ${onAPage}. decisions export has all of them.` }];
  return { text: renderBlocks([table, ...more], layout) };
}

/** One decision as it was made, then, and its recommendation in today's words. */
export async function showDecision(store: Store, id: string, ports: TerminalPorts, layout: Layout): Promise<Output> {
  const decision = await store.of(localUser.tenant).decision(id);
  if (decision === null || !maySee(decision, viewer))
    return { misuse: `There is no decision "${id}". npm start -s -- decisions lists them.` };
  return { text: renderBlocks(blocksOf(decision, ports), layout).trimStart() };
}

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
        text: decisions
          .map((decision) => toMarkdown(`Decision ${decision.id}, ${dayOf(decision.at)}`, headBlocks(decision)))
          .join("\n"),
      };
  }
}

const columns = ["id", "at", "route", "complete", "by", "catalogue", "superseded_by", "rows"];

function cells({ id, at, route, complete, by, catalogue, supersededBy, rows }: Decision): string[] {
  return [
    id,
    new Date(at).toISOString(),
    route ?? "",
    String(complete),
    by,
    catalogue,
    supersededBy ?? "",
    rows.join(" "),
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
  return [...headBlocks(decision), ...adviceBlocks(decision.answers, advisor)];
}

function headBlocks(decision: Decision): Block[] {
  return [
    {
      block: "facts",
      facts: [
        { label: "Decision", value: decision.id },
        { label: "Made", value: `${new Date(decision.at).toISOString()} by ${decision.by}` },
        { label: "Route", value: decision.route ?? "none" },
        { label: "State", value: stateOf(decision) },
        { label: "Catalogue", value: decision.catalogue },
        { label: "Read again", value: decision.rows.join(", ") || "nothing" },
      ],
    },
  ];
}

function stateOf({ complete, supersededBy }: DecisionLine): string {
  return supersededBy === null ? (complete ? "complete" : "incomplete") : `superseded by ${supersededBy}`;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
