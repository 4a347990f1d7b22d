import { type Block, type Decision, nameOf, type Output, type Store, summaryOfLine } from "#core";
import { factsOf, viewer } from "./decisions.ts";
import { localUser } from "./local-user.ts";
import { toMarkdown } from "./markdown.ts";
import { toJson } from "./printed.ts";
import type { Format } from "./receive-decisions.ts";

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
