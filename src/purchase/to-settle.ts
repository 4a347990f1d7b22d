import { type Finding, findFindings } from "../advice/findings.ts";
import { missingQuestions } from "../advice/missing.ts";
import type { Result } from "../advice/result.ts";
import type { Situation } from "../advice/situation.ts";
import type { Purchase } from "./purchase.ts";

/**
 * The rules that stand against buying what is recommended, the gravest first: what warns of another product that was named, or
 * waits for a fact that the recommended one brings with it, is no longer among them. Pure.
 */
export function toSettle(situation: Situation, { findings }: Result, purchases: readonly Purchase[]): string[] {
  const free = purchases.every(({ kind }) => kind === "free");
  const open = findings
    .filter((each) => standsAgainst(each) && !(free && ofMoney.has(each.rule)))
    .map(({ rule }) => rule);
  const rows = purchases.flatMap(({ picks }) => picks.flatMap(({ row }) => situation.market.row(row) ?? []));
  if (rows.length === 0 || open.length === 0) return open;
  const bought = situation.asBought([...new Set(rows)]);
  const left = new Set(findFindings(bought, missingQuestions(bought)).map(({ rule }) => rule));
  return open.filter((rule) => left.has(rule));
}

/** Who approves, tops up and cancels is no matter while nothing is paid. */
const ofMoney: ReadonlySet<string> = new Set(["OW-01"]);

/** The findings that forbid buying it. What was decided before they were told apart has all of its blocks. */
export function blocksLeft({ findings, toSettle }: { findings?: Finding[]; toSettle?: string[] }): Finding[] {
  return (findings ?? []).filter(({ rule, severity }) => severity === "block" && toSettle?.includes(rule) !== false);
}

function standsAgainst({ severity }: Finding): boolean {
  return severity === "block" || severity === "warn";
}
