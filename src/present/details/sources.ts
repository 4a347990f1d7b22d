import type { Evidence } from "#pricing";
import type { Notice } from "../../advice/result.ts";
import { type PageFact, pageFacts } from "../../market/page-facts.ts";
import { eachOnce, edgeSource, rowSource, type SourceRead } from "../../market/sources.ts";
import type { Block } from "../../screen/screen.ts";
import { evidenceTitles, headings, sectionTitles } from "../recommendation-messages.ts";
import { connectionsInPlay } from "./products.ts";
import { type Section, type Subject, textBlocks, under } from "./section.ts";

/** What is said of readings, and not of the product itself: it stands beside the sources. */
export function isOfReadings({ kind }: Notice): boolean {
  switch (kind) {
    case "differs":
    case "stale":
    case "unread":
      return true;
    case "discontinued":
    case "closed":
    case "not_sold_on_route":
    case "other_output":
      return false;
  }
}

/** Every page that anything here rests on, once: by the kind of evidence, those to be checked again first. */
export function sourcesSection(subject: Subject): Section {
  const sources = sourcesOf(subject);
  const kinds = Object.keys(evidenceTitles) as Evidence[];
  const of = (kind: Evidence): Block[] =>
    sources
      .filter(({ confirmed, evidence = "official" }) => (confirmed?.evidence ?? evidence) === kind)
      .toSorted((one, other) => Number(other.stale) - Number(one.stale))
      .map((source) => ({ block: "source", source }));
  const readings = subject.result.notices.filter(isOfReadings);
  return {
    id: "pages",
    title: sectionTitles.pages,
    count: sources.length,
    toCheck: toCheck(subject, sources),
    blocks: [
      ...kinds.flatMap((kind) => under(evidenceTitles[kind], of(kind))),
      ...under(headings.readings, textBlocks(readings.map(({ text }) => text))),
    ],
  };
}

/** So many buttons stand under the sources. */
const mostToCheck = 4;

/** The stale facts of these products that stand on these pages. */
function toCheck({ situation: { market } }: Subject, sources: readonly SourceRead[]): PageFact[] {
  const stale = new Set(sources.filter((source) => source.stale).map(({ url, readOn }) => `${url} ${readOn}`));
  const found = pageFacts(market).filter((fact) => {
    const readOn = fact.row?.source.readOn ?? fact.edge?.readOn ?? null;
    return market.isStale(fact) && stale.has(`${fact.url} ${readOn}`);
  });
  // One sentence may be about ten plans: the first stands for them.
  const names = found.map(({ edge, key }) => edge?.says ?? key);
  return found.filter((_, at) => names.indexOf(names[at] ?? "") === at).slice(0, mostToCheck);
}

function sourcesOf({ result, situation }: Subject): SourceRead[] {
  const { wallets, verify, findings, estimate, purchases } = result;
  const { market } = situation;
  // What is recommended where nothing was named is no balance of the person's yet: it rests on a page all the same.
  const picked = purchases.flatMap(({ picks }) => picks.flatMap(({ row }) => market.row(row) ?? []));
  const edges = connectionsInPlay(result, situation);
  return eachOnce([
    ...picked.map((row) => rowSource(row, market)),
    ...wallets.map(({ source }) => source),
    ...(estimate?.lines ?? []).filter(({ usd }) => usd !== null).flatMap(({ sources }) => sources),
    ...edges.map((edge) => edgeSource(edge, market)),
    ...verify.flatMap(({ sources }) => sources),
    ...findings.flatMap(({ sources }) => sources),
  ]);
}
