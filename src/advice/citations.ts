import type { Cite } from "../checklist/rule.ts";
import { accidentSource, edgeSource, rowSource, type SourceRead } from "../market/sources.ts";
import type { Situation } from "./situation.ts";

/** The pages behind a finding, each once. */
export function citedSources(cites: readonly Cite[], situation: Situation): SourceRead[] {
  if (cites.length === 0) return [];
  const sources = cites.flatMap((cite) => sourcesOf(cite, situation));
  return sources.filter(
    (source, at) => sources.findIndex((each) => each.url === source.url && each.readOn === source.readOn) === at,
  );
}

function sourcesOf(cite: Cite, situation: Situation): SourceRead[] {
  const { market } = situation;
  switch (cite.from) {
    case "rows": {
      const rows = cite.ids.flatMap((id) => market.row(id) ?? []);
      // A rule about several vendors cites those that were chosen; where none was, all of them.
      const chosen = rows.filter((row) => situation.vendors.has(row.vendor));
      return (chosen.length > 0 ? chosen : rows).map((row) => rowSource(row, market));
    }
    case "edges":
      return cite.pairs.flatMap(([from, to]) => market.edgesBetween(from, to)).map((edge) => edgeSource(edge, market));
    case "wallets":
      return situation.wallets.map(({ row }) => rowSource(row, market));
    case "edges_in_play":
      return situation.pairs
        .flatMap(([one, other]) => market.edgesBetween(one.id, other.id))
        .map((edge) => edgeSource(edge, market));
    case "accidents":
      return market.catalogue.accidents
        .filter(({ id }) => cite.ids.includes(id))
        .flatMap(({ sources }) => sources.filter(({ kind }) => (kind === "official") === (cite.told === "official")))
        .map((source) => accidentSource(source, market));
    case "page":
      return [{ url: cite.url, readOn: cite.readOn, stale: false }];
  }
}
