import type { Advisor } from "../advice/advise.ts";
import type { EstimateAnswer } from "../advice/request.ts";
import { breakEvenUnits } from "../estimate/messages.ts";
import type { Alternative, Estimate, EstimateLine } from "../estimate/result.ts";
import type { Market } from "../market/market.ts";
import { eachOnce } from "../market/sources.ts";
import { dollars, moneyWords } from "../quantity/amounts.ts";
import { decimal } from "../quantity/money.ts";
import type { Block, Fact } from "../screen/screen.ts";
import { checkBlocks } from "./estimate-check-blocks.ts";
import { lineBlocks } from "./estimate-line-blocks.ts";
import { estimateMessages as words } from "./estimate-messages.ts";
import { findingBlock } from "./finding.ts";
import { alternativeNames } from "./line-names.ts";
import { listBlocks } from "./lists.ts";
import { withPlainModels } from "./plain-models.ts";
import { workBlocks } from "./work-words.ts";

/**
 * An estimate as a person reads it: lines and total first, then what moves it, then what it assumes. `work`: what
 * it was made of, where whoever reads it has not just written it down.
 */
export function estimateBlocks(estimate: Estimate, market: Market, work: unknown = undefined): Block[] {
  const others = alternativeNames(estimate.alternatives, market);
  const blocks: Block[] = [
    { block: "heading", text: words.title },
    ...workBlocks(work),
    ...totalBlocks(estimate),
    ...lineBlocks(estimate, market),
    ...checkBlocks(estimate, market),
    ...listBlocks(words.drivers, estimate.drivers),
    ...listBlocks(
      words.others,
      estimate.alternatives.map(
        (each, at) =>
          `${each.wallet === null ? "" : `${others[at]}: `}${each.text}${each.usd === null ? "" : words.costs(moneyWords(each.usd), each.breakEven?.unit === breakEvenUnits.months)}${savesWords(each.saves)}${paysWords(each)}`,
      ),
    ),
    ...listBlocks(words.measured, estimate.measured ?? []),
    ...listBlocks(words.assumptions, estimate.assumptions),
    ...listBlocks(
      words.toAsk,
      estimate.questions.map((each) => `${each.vendor}: ${each.text}`),
    ),
    ...sourcesOf(estimate.lines),
  ];
  return withPlainModels(blocks, market);
}

/** An estimate that was asked for alone: with what the rules say of this work. */
export function estimateAnswerBlocks({ estimate, findings, catalogue }: EstimateAnswer, { market }: Advisor): Block[] {
  return [
    ...estimateBlocks(estimate, market),
    ...(findings.length === 0 ? [] : [{ block: "heading" as const, text: words.rules }]),
    ...findings.map(findingBlock),
    { block: "quiet", text: words.asOf(catalogue.asOf) },
  ];
}

function totalBlocks({ total, converted, lines, per, knownUntil }: Estimate): Block[] {
  if (total === null) {
    const open = lines.filter((line) => line.option === "base" && line.usd === null);
    if (open.length === 0) return [];
    const refused = open.find((line) => !line.eligible && line.reason !== null);
    const why = refused === undefined ? words.lineWithoutPrice : refused.reason;
    return [{ block: "text", text: words.noTotal(why ?? words.lineWithoutPrice) }];
  }
  const facts: Fact[] = [{ label: per === "month" ? words.totalMonth : words.total, value: moneyWords(total) }];
  if (total.p10 !== null && total.p90 !== null && total.mean !== null) {
    facts.push({
      label: words.likely,
      value: words.likelyRange(dollars(total.p10, 3), dollars(total.p90, 3), dollars(total.mean, 3)),
    });
  }
  if (converted !== null) {
    const extra = [
      converted.vat === null ? "" : words.tax(percent(converted.vat)),
      converted.cardFee === null ? "" : words.cardFee(percent(converted.cardFee)),
    ];
    facts.push({
      label: words.inCurrency(converted.currency),
      value: words.atRate(
        moneyWords(converted.total, converted.currency),
        converted.rate,
        extra.join(""),
        converted.source,
        converted.readOn,
      ),
    });
  }
  if (knownUntil !== null) facts.push({ label: words.knownUntil, value: words.knownUntilDay(knownUntil) });
  return [{ block: "facts", facts }];
}

function paysWords({ saves, breakEven }: Alternative): string {
  if (saves === null || breakEven === null) return "";
  const { from, unit } = breakEven;
  switch (unit) {
    case breakEvenUnits.reads:
      return from === "0" ? words.paysAtOnce : words.paysAfter(from);
    // Their own text says from when on they pay.
    case breakEvenUnits.months:
    case breakEvenUnits.attempts:
      return "";
  }
}

function savesWords(saves: string | null): string {
  if (saves === null) return "";
  const amount = decimal(saves);
  return amount.lt("0") ? words.more(dollars(amount.abs().toFixed())) : words.saves(dollars(saves));
}

function sourcesOf(lines: readonly EstimateLine[]): Block[] {
  const read = lines.filter(({ usd }) => usd !== null).flatMap(({ sources }) => sources);
  return eachOnce(read).map((source): Block => ({ block: "source", source }));
}

function percent(share: string): string {
  return `${Number(share) * 100}%`;
}
