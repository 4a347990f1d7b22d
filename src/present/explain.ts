import type { Advisor } from "../advice/advise.ts";
import { citedSources } from "../advice/citations.ts";
import { findFindings } from "../advice/findings.ts";
import { readPlainQuestion } from "../advice/plain-question.ts";
import { noSigns, Situation } from "../advice/situation.ts";
import { leaves } from "../checklist/condition.ts";
import { questionIds, routes } from "../checklist/ids.ts";
import type { Rule } from "../checklist/rule.ts";
import { staleClaims } from "../checklist/stale-claims.ts";
import { type SourceRead, sourceKey } from "../market/sources.ts";
import { nearest } from "../quantity/nearest.ts";
import type { Block } from "../screen/screen.ts";
import { severityWords } from "../screen/severity.ts";
import { namedBlocks, rowBlocks, vendorBlocks } from "./explain-seller.ts";
import { findingBlock } from "./finding.ts";
import { routeWords } from "./labels.ts";
import { claimBlocks, isTopic, rowSources, topicBlocks, topics, unitNames, unitsInUse } from "./topics.ts";

/** A short answer with its sources, or a sentence that names the nearest topics. */
export type Explanation = { blocks: Block[] } | { problem: string };

/** Explains a topic, an id, or answers a question in plain words, as far as it has an honest answer. */
export function explain(topic: string, advisor: Advisor): Explanation {
  const asked = topic.trim();
  const id = asked.toLowerCase();
  const found =
    (isTopic(id) ? topicBlocks[id](advisor) : undefined) ??
    routeBlocks(id, advisor) ??
    ruleBlocks(asked.toUpperCase(), advisor) ??
    trapBlocks(asked.toUpperCase(), advisor) ??
    questionBlocks(id, advisor) ??
    unitBlocks(id, advisor) ??
    vendorBlocks(id, advisor) ??
    rowBlocks(id, advisor) ??
    wordBlocks(asked, advisor) ??
    namedBlocks(asked, advisor);
  if (found !== undefined) return { blocks: found };
  const { catalogue } = advisor.market;
  const known = [
    ...topics,
    ...routes,
    ...advisor.checklist.rules.map((rule) => rule.id),
    ...catalogue.vendors.map((vendor) => vendor.id),
  ];
  return { problem: `Nothing is known of "${asked.slice(0, 60)}". ${nearest(id, known)}` };
}

function routeBlocks(id: string, advisor: Advisor): Block[] | undefined {
  const route = routes.find((each) => each === id);
  if (route === undefined) return undefined;
  const { market } = advisor;
  const sellers = market.catalogue.vendors.filter((vendor) =>
    market.rowsOf(vendor.id).some((row) => row.route === route && market.isSold(row)),
  );
  const first = sellers.flatMap(
    (vendor) => market.rowsOf(vendor.id).find((row) => row.route === route && market.isSold(row)) ?? [],
  );
  return [
    { block: "heading", text: routeWords[route].name },
    { block: "text", text: `You buy ${routeWords[route].buys}.` },
    ...(sellers.length === 0
      ? []
      : [{ block: "text" as const, text: `Sold by: ${sellers.map((vendor) => vendor.name).join(", ")}.` }]),
    ...rowSources(first, advisor),
  ];
}

function ruleBlocks(id: string, advisor: Advisor): Block[] | undefined {
  const rule = advisor.checklist.rules.find((each) => each.id === id);
  if (rule === undefined) return undefined;
  const claims = staleClaims.filter((claim) => rule.corrects?.includes(claim.id));
  return [
    { block: "heading", text: `${rule.id} ${severityWords[rule.severity]}` },
    { block: "text", text: plainText(rule) },
    { block: "text", text: rule.why },
    ...(rule.conflictOfInterest === undefined
      ? []
      : [{ block: "text" as const, text: `Conflict of interest: ${rule.conflictOfInterest}` }]),
    ...claims.flatMap(claimBlocks),
    ...(rule.seeds.length === 0
      ? []
      : [{ block: "quiet" as const, text: `From the checklist's source documents: ${rule.seeds.join(", ")}.` }]),
    ...sourceBlocks(citedSources(rule.cites, emptySituation(advisor))),
  ];
}

/** A rule's text without a situation: what would be filled in is named. */
function plainText(rule: Rule): string {
  return [rule.text, ...(rule.more ?? []).map((each) => each.text)]
    .join(" ")
    .replace(/\{(\w+)\}/g, (_, slot: string) => `(${slot.replaceAll("_", " ")})`);
}

function trapBlocks(id: string, advisor: Advisor): Block[] | undefined {
  const claim = staleClaims.find((each) => each.id === id);
  if (claim === undefined) return undefined;
  const correcting = advisor.checklist.rules.filter((rule) => rule.corrects?.includes(id));
  const sources = correcting.flatMap((rule) => citedSources(rule.cites, emptySituation(advisor)));
  return [...claimBlocks(claim), ...sourceBlocks(sources)];
}

function questionBlocks(id: string, advisor: Advisor): Block[] | undefined {
  if (!questionIds.some((each) => each === id) || id === "unit" || id === "vendor") return undefined;
  const question = advisor.checklist.questions.find((each) => each.id === id);
  if (question === undefined) return undefined;
  const { kind } = question;
  const options =
    kind.type === "choice" || kind.type === "choices"
      ? kind.options.map((option) => ({ label: option.id, value: option.label }))
      : [];
  return [
    { block: "heading", text: question.text },
    { block: "text", text: question.why },
    ...(options.length === 0 ? [] : [{ block: "facts" as const, facts: options }]),
  ];
}

function unitBlocks(id: string, advisor: Advisor): Block[] | undefined {
  if (!unitsInUse(advisor).includes(id)) return undefined;
  return [
    { block: "heading", text: `Unit: ${id}` },
    { block: "text", text: `Wallets that drain in it: ${unitNames(id, advisor).join(", ")}.` },
    ...rowSources(
      advisor.market.catalogue.rows.filter((row) => row.unit === id),
      advisor,
    ),
  ];
}

/** Plain words: whatever in them has no honest number is refused, with the way out. */
function wordBlocks(text: string, advisor: Advisor): Block[] | undefined {
  const { signs, vendors, meant } = readPlainQuestion(text, advisor.market.catalogue);
  if (signs.size === 0) return undefined;
  const answers = vendors.length > 0 ? { vendor: vendors } : {};
  const situation = new Situation(advisor.checklist, advisor.market, answers, {
    ...noSigns,
    words: signs,
    meant,
  });
  const byWords = new Set(
    advisor.checklist.rules.filter((rule) => leaves(rule.if).some(({ is }) => is === "words")).map((rule) => rule.id),
  );
  return findFindings(situation, [])
    .filter((finding) => byWords.has(finding.rule))
    .map(findingBlock);
}

function sourceBlocks(sources: readonly SourceRead[]): Block[] {
  return [...new Map(sources.map((source) => [sourceKey(source), source])).values()].map(
    (source): Block => ({ block: "source", source }),
  );
}

function emptySituation({ checklist, market }: Advisor): Situation {
  return new Situation(checklist, market, {});
}
