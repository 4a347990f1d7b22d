import type { FactorKind, RateRow, Row } from "#pricing";
import type { Advisor } from "../advice/advise.ts";
import { modelRef } from "../estimate/context.ts";
import { digestOf } from "../quantity/digest.ts";

/** The name of a fact that a recommendation can rest on. */
export const factOf = {
  row: (id: string) => `row ${id}`,
  edge: ({ from, to }: { from: string; to: string }) => `edge ${from} ${to}`,
  rate: (model: string) => `rate ${model}`,
  rule: (id: string) => `rule ${id}`,
};

/** What a fact says on one day, as a digest; empty where there is no such fact. */
export type FactsOn = (fact: string) => string;

const opened = new WeakMap<Advisor["market"], FactsOn>();

/**
 * The facts of an advisor's day. Who read a page, and when, is no part of a fact: a page that is read again and says the same
 * changes nothing. Each is worked out once.
 */
export function factsOn(advisor: Advisor): FactsOn {
  const known = opened.get(advisor.market);
  if (known !== undefined) return known;
  const digests = new Map<string, string>();
  const facts: FactsOn = (fact) => {
    const digest = digests.get(fact) ?? digestFor(fact, advisor);
    // Names of models come from people: a bound keeps a stranger from filling the memory.
    if (digests.size < 10_000) digests.set(fact, digest);
    return digest;
  };
  opened.set(advisor.market, facts);
  return facts;
}

function digestFor(fact: string, { market, rates, checklist }: Advisor): string {
  const [kind, id] = parts(fact, " ");
  if (kind === "row") {
    const row = market.row(id);
    return row === undefined ? "" : digestOf([stated(row), market.isSold(row), goneBy(row, market.asOf)]);
  }
  if (kind === "edge") {
    const between = market.edgesBetween(...parts(id, " "));
    return digestOf(between.map(({ from, status, says, only }) => [from, status, says, only]));
  }
  if (kind === "rate") {
    const ref = modelRef(id);
    const found = rates.find(ref, market.asOf);
    const factors = factorKinds.map((each) => rates.factor(ref, each)?.factor ?? null);
    return "row" in found ? digestOf([prices(found.row), factors]) : "";
  }
  const rule = checklist.rules.find((each) => each.id === id);
  if (rule === undefined) return "";
  const inForce = (rule.since ?? "") <= market.asOf && market.asOf <= (rule.until ?? "9999");
  return digestOf([rule.if, rule.softenedIf ?? null, rule.severity, inForce]);
}

const factorKinds: readonly FactorKind[] = ["batch", "priority", "region_us"];

/** A text in two, at its first `sign`. */
function parts(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** What a row says of what is sold, without who read it, when, and how sure that is. */
function stated({ source, readings, confidence, staleAfter, confirmed, shelf, notes, drains, ...row }: Row): unknown {
  return { ...row, drains: drains.map(({ note, source: page, ...drain }) => drain) };
}

/** How many of a row's uses are over on a day: they are announced, and end without anybody writing a new row. */
function goneBy({ drains }: Row, day: string): number {
  return drains.filter(({ until, closedSince }) => (until ?? "9999") < day || (closedSince ?? "9999") <= day).length;
}

function prices({ input, cached, write5m, write1h, output, long, peak }: RateRow): unknown {
  return [input, cached, write5m, write1h, output, long, peak];
}
