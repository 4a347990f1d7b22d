import { accidentsThatApply } from "../../advice/accidents.ts";
import { type Severity, severities } from "../../checklist/ids.ts";
import { severityWords } from "../../screen/severity-words.ts";
import { accidentBlocks } from "../accidents.ts";
import { findingBlock } from "../finding.ts";
import { headings, messages, sectionTitles } from "../recommendation-messages.ts";
import { type Section, type Subject, textBlocks, under } from "./section.ts";
import { isOfReadings } from "./sources.ts";

/**
 * Every finding, the worst first, each with the pages that say it; then what is to be known of the products, and the mistakes
 * that people made here.
 */
export function warningsSection({ result, situation }: Subject): Section {
  const { findings, notices } = result;
  const accidents = accidentsThatApply(situation).length;
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).map(findingBlock);
  const products = notices.filter((notice) => !isOfReadings(notice));
  const ownRules = findings.some(({ sources }) => sources.length === 0);
  return {
    id: "risks",
    title: sectionTitles.risks,
    count: findings.length + products.length + accidents,
    blocks: [
      ...severities.flatMap((severity) => under(severityWords[severity], of(severity))),
      ...under(headings.products, textBlocks(products.map(({ text }) => text))),
      ...accidentBlocks(situation),
      ...(ownRules ? [{ block: "quiet" as const, text: messages.ownRules }] : []),
    ],
  };
}
