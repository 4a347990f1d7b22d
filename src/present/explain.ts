import type { Advisor } from "../advice/advise.ts";
import { citedSources } from "../advice/citations.ts";
import { findFindings } from "../advice/findings.ts";
import { readPlainQuestion } from "../advice/plain-question.ts";
import { noSigns, Situation } from "../advice/situation.ts";
import { leaves } from "../checklist/condition.ts";
import { questionIds, routes } from "../checklist/ids.ts";
import type { Rule, Slot } from "../checklist/rule.ts";
import { staleClaims } from "../checklist/stale-claims.ts";
import { eachOnce, type SourceRead } from "../market/sources.ts";
import { nearest } from "../quantity/nearest.ts";
import type { Block } from "../screen/screen.ts";
import { messages } from "./explain-messages.ts";
import { namedBlocks, rowBlocks, vendorBlocks } from "./explain-seller.ts";
import { findingBlock } from "./finding.ts";
import { routeTitle, routeWords } from "./labels.ts";
import { claimBlocks, isTopic, rowSources, topicBlocks, topics, unitNames, unitsInUse, unitTitle } from "./topics.ts";

/** A short answer with its sources, or a sentence that names the nearest topics. */
export type Explanation = { blocks: Block[] } | { problem: string };

/** Whether this is a topic or an id that is explained, and not a name or words of one's own. */
export function isExplained(topic: string, advisor: Advisor): boolean {
  const [id, upper] = [topic.trim().toLowerCase(), topic.trim().toUpperCase()];
  return (
    isTopic(id) ||
    (routeBlocks(id, advisor) ??
      ruleBlocks(upper, advisor) ??
      trapBlocks(upper, advisor) ??
      questionBlocks(id, advisor)) !== undefined ||
    unitBlocks(id, advisor) !== undefined
  );
}

/** Explains a topic, an id, or answers a question in plain words, as far as it has an honest answer. */
export function explain(topic: string, advisor: Advisor): Explanation {
  const asked = topic.trim();
  const id = asked.toLowerCase();
  const found =
    (isTopic(id) ? topicBlocks[id](advisor) : undefined) ??
    routeBlocks(id, advisor) ??
    ruleBlocks(asked, advisor) ??
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
  return { problem: messages.unknown(asked.slice(0, 60), nearest(id, known)) };
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
    { block: "heading", text: routeTitle(route) },
    { block: "text", text: messages.buys(routeWords[route].buys) },
    ...(sellers.length === 0
      ? []
      : [{ block: "text" as const, text: messages.soldBy(sellers.map((vendor) => vendor.name)) }]),
    ...rowSources(first, advisor),
  ];
}

/** A rule by its id or by its title. */
function ruleBlocks(asked: string, advisor: Advisor): Block[] | undefined {
  const { rules } = advisor.checklist;
  const id = asked.toUpperCase();
  const rule = rules.find((each) => each.id === id) ?? rules.find((each) => each.title.toUpperCase() === id);
  if (rule === undefined) return undefined;
  const claims = staleClaims.filter((claim) => rule.corrects?.includes(claim.id));
  return [
    { block: "heading", text: rule.title },
    { block: "text", text: plainText(rule) },
    { block: "text", text: rule.why },
    ...(rule.conflictOfInterest === undefined
      ? []
      : [{ block: "text" as const, text: messages.conflict(rule.conflictOfInterest) }]),
    ...claims.flatMap(claimBlocks),
    { block: "quiet", text: messages.rule(rule.id, rule.seeds) },
    ...sourceBlocks(citedSources(rule.cites, emptySituation(advisor))),
  ];
}

/** A rule's text without a situation: what would be filled in is named. */
function plainText(rule: Rule): string {
  return [rule.text, ...(rule.more ?? []).map((each) => each.text)]
    .join(" ")
    .replace(/\{(\w+)\}/g, (_, slot: Slot) => messages.slots[slot]);
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
  const options = kind.type === "choice" || kind.type === "choices" ? kind.options.map(({ label }) => label) : [];
  return [
    { block: "heading", text: question.text },
    ...(question.why === "" ? [] : [{ block: "text" as const, text: question.why }]),
    ...(options.length === 0 ? [] : [{ block: "text" as const, text: messages.options(options) }]),
  ];
}

function unitBlocks(id: string, advisor: Advisor): Block[] | undefined {
  if (!unitsInUse(advisor).includes(id)) return undefined;
  return [
    { block: "heading", text: messages.unit(unitTitle(id, advisor)) },
    { block: "text", text: messages.paidIn(unitNames(id, advisor)) },
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
  return eachOnce(sources).map((source): Block => ({ block: "source", source }));
}

function emptySituation({ checklist, market }: Advisor): Situation {
  return new Situation(checklist, market, {});
}
