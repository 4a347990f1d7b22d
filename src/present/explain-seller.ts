import type { Row } from "#pricing";
import type { Advisor } from "../advice/advise.ts";
import { type Finding, findFindings } from "../advice/findings.ts";
import { Situation } from "../advice/situation.ts";
import { type Severity, severities } from "../checklist/ids.ts";
import { boundaryRules } from "../checklist/rules/boundary.ts";
import { readName } from "../market/names.ts";
import type { Block } from "../screen/screen.ts";
import { severityWords } from "../screen/severity-words.ts";
import { rowEvidence } from "./evidence.ts";
import { messages } from "./explain-messages.ts";
import { findingBlock } from "./finding.ts";
import { routeTitle } from "./labels.ts";
import { rowSources } from "./topics.ts";

/** A vendor and what is sold there; `undefined` where no vendor is called so. */
export function vendorBlocks(id: string, advisor: Advisor): Block[] | undefined {
  const { market } = advisor;
  const vendor = market.catalogue.vendors.find((each) => each.id === id || each.words.includes(id));
  if (vendor === undefined) return undefined;
  const rows = market.rowsOf(vendor.id);
  const situation = new Situation(advisor.checklist, market, { vendor: [vendor.id] });
  const notes = findFindings(situation, []).filter((finding) => boundaries.has(finding.rule));
  return [
    { block: "heading", text: vendor.name },
    ...rows.flatMap((row) => shortRow(row)),
    ...severities.flatMap((severity) => section(severity, notes)),
    ...rowSources(rows, advisor),
  ];
}

function section(severity: Severity, findings: readonly Finding[]): Block[] {
  const found = findings.filter((finding) => finding.severity === severity);
  return found.length === 0 ? [] : [{ block: "heading", text: severityWords[severity] }, ...found.map(findingBlock)];
}

/** The rules on which balances look alike and are not. */
const boundaries: ReadonlySet<string> = new Set(boundaryRules.map((rule) => rule.id));

function shortRow(row: Row): Block[] {
  return [
    {
      block: "facts",
      facts: [
        {
          label: row.product,
          value: messages.product(routeTitle(row.route), row.unitName, row.expiry.text, row.atZero.text),
        },
      ],
    },
  ];
}

/** A product; `undefined` where none has this id. */
export function rowBlocks(id: string, advisor: Advisor): Block[] | undefined {
  const row = advisor.market.row(id);
  if (row === undefined) return undefined;
  return [
    { block: "heading", text: row.product },
    ...shortRow(row),
    ...row.notes.map((text): Block => ({ block: "text", text })),
    ...rowEvidence([row], advisor).slice(1),
  ];
}

/** A vendor or a product by one of the names that people have for it. */
export function namedBlocks(name: string, advisor: Advisor): Block[] | undefined {
  const named = readName(name, advisor.market);
  return "id" in named ? (vendorBlocks(named.id, advisor) ?? rowBlocks(named.id, advisor)) : undefined;
}
