import type { ReadyRule } from "../checklist/checklist.ts";
import { type QuestionId, type Severity, severities } from "../checklist/ids.ts";
import type { Rule } from "../checklist/rule.ts";
import type { SourceRead } from "../market/sources.ts";
import { citedSources } from "./citations.ts";
import { messages } from "./messages.ts";
import { wantedBy } from "./missing.ts";
import type { Situation } from "./situation.ts";
import { fillSlots } from "./slots.ts";

/** A rule that fired. */
export type Finding = {
  rule: string;
  severity: Severity;
  /** What to do, in a few words. */
  title: string;
  /** The consequence, in one or two sentences. */
  text: string;
  why: string;
  /** Set when the rule could not be judged: the questions whose answers would settle it. */
  waitsFor: QuestionId[];
  conflictOfInterest: string | null;
  seeds: string[];
  sources: SourceRead[];
};

/** Every rule that fires, the gravest first, then in the checklist's order. */
export function findFindings(situation: Situation, missing: readonly QuestionId[]): Finding[] {
  const found: Finding[] = [];
  for (const ready of situation.checklist.ready) {
    const finding = findFinding(ready, situation, missing);
    if (finding !== undefined) found.push(finding);
  }
  return severities.flatMap((severity) => found.filter((finding) => finding.severity === severity));
}

function findFinding(ready: ReadyRule, situation: Situation, missing: readonly QuestionId[]): Finding | undefined {
  const { rule } = ready;
  const { asOf } = situation.market;
  if ((rule.since !== null && asOf < rule.since) || (rule.until !== null && asOf > rule.until)) return undefined;
  const truth = ready.fires(situation);
  if (truth === false || !isFounded(rule, situation)) return undefined;
  const severity = ready.softened?.(situation) === true ? "warn" : rule.severity;
  if (truth === true) return write(ready, severity, situation, []);
  // What would stop a purchase is said while it cannot be ruled out, as long as the person can settle it by an answer.
  if (severity !== "block" && severity !== "refuse") return undefined;
  const wanted = wantedBy(rule.if, situation);
  const waitsFor = missing.filter((question) => wanted.has(question));
  return waitsFor.length > 0 ? write(ready, severity, situation, waitsFor) : undefined;
}

/** What rests on accidents alone is no rule on a day on which nobody had told of them. */
function isFounded({ cites }: Rule, situation: Situation): boolean {
  const onAccidents = cites.length > 0 && cites.every(({ from }) => from === "accidents");
  return !onAccidents || citedSources(cites, situation).length > 0;
}

function write(ready: ReadyRule, severity: Severity, situation: Situation, waitsFor: QuestionId[]): Finding {
  const { rule, more } = ready;
  const texts = [rule.text, ...more.filter((each) => each.test(situation) === true).map((each) => each.text)];
  return {
    rule: rule.id,
    severity,
    title: rule.title,
    text:
      waitsFor.length > 0 ? messages.answerFirst(asked(waitsFor, situation)) : fillSlots(texts.join(" "), situation),
    why: rule.why,
    waitsFor,
    conflictOfInterest: rule.conflictOfInterest ?? null,
    seeds: rule.seeds,
    sources: citedSources(rule.cites, situation),
  };
}

function asked(ids: readonly QuestionId[], { checklist }: Situation): string[] {
  return checklist.questions.filter(({ id }) => ids.includes(id)).map(({ text }) => text);
}
