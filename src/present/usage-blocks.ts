import type { Advisor } from "../advice/advise.ts";
import type { EstimateAnswer } from "../advice/request.ts";
import type { Beside, Reckoned } from "../estimate/measured/reckon.ts";
import type { Alternative } from "../estimate/result.ts";
import { dollars, moneyWords } from "../quantity/amounts.ts";
import { decimal, formatAmount } from "../quantity/money.ts";
import type { Block, Fact } from "../screen/screen.ts";
import { noteWords, reasonWords } from "../usage/messages.ts";
import { daysOf, totalOf } from "../usage/totals.ts";
import type { Usage } from "../usage/usage.ts";
import { listBlocks } from "./lists.ts";
import { withPlainModels } from "./plain-models.ts";
import { usageMessages as words } from "./usage-messages.ts";
import { type VendorMonth, vendorMonthBlocks } from "./usage-plans.ts";
import { costWords, modelTable, vendorTable } from "./usage-tables.ts";

/** What was found in a usage export. Where it counts no tokens there is no answer, and `why` says so. */
export type UsageFound = {
  usage: Usage;
  models: Reckoned[];
  beside: Beside | null;
  answer: EstimateAnswer | null;
  why: string | null;
  /** What a month of it costs with each vendor. */
  months: VendorMonth[];
};

/** A usage export as a person reads it: what it holds, what a month like it costs, and what would save money. */
export function usageBlocks({ usage, models, beside, answer, why, months }: UsageFound, { market }: Advisor): Block[] {
  const [best, ...others] = savingsOf(answer);
  const hasOthers = totalOf(usage.rows).cost.some(({ currency }) => currency !== "USD");
  // The first of the measured lines names the period, which stands above already.
  const [, ...measured] = answer?.estimate.measured ?? [];
  const blocks: Block[] = [
    { block: "heading", text: words.title },
    { block: "facts", facts: [...factsOf(usage), ...(answer === null ? [] : monthFacts(answer, best))] },
    ...(why === null ? [] : [{ block: "text" as const, text: why }]),
    ...vendorTable(models, market),
    ...modelTable(models, market),
    ...(beside === null ? [] : besideBlocks(beside)),
    ...(hasOthers ? [{ block: "quiet" as const, text: words.currencies }] : []),
    ...listBlocks(words.otherSavings, others.map(savingWords)),
    ...vendorMonthBlocks(months, market),
    ...listBlocks(words.measured, measured),
    ...listBlocks(
      words.leftOut,
      usage.leftOut.map(({ reason, count }) => words.left(count, reasonWords[reason])),
    ),
    ...usage.notes.map((note): Block => ({ block: "quiet", text: noteWords[note] })),
    { block: "quiet", text: words.asOf(market.asOf) },
  ];
  return withPlainModels(blocks, market);
}

function factsOf(usage: Usage): Fact[] {
  const { requests, cost } = totalOf(usage.rows);
  return [
    { label: words.period, value: words.days(usage.from, usage.to, daysOf(usage)) },
    { label: words.file, value: usage.shapes.join(", ") },
    ...(requests === null ? [] : [{ label: words.requests, value: formatAmount(decimal(requests.toString())) }]),
    { label: words.cost, value: costWords(cost) },
  ];
}

function monthFacts({ estimate: { total } }: EstimateAnswer, best: Alternative | undefined): Fact[] {
  return [
    { label: words.month, value: total === null ? words.noMonth : words.monthOf(moneyWords(total)) },
    { label: words.biggest, value: best === undefined ? words.noSaving : savingWords(best) },
  ];
}

/** A cent is no saving that anybody changes a program for. */
const leastSaving = "0.01";

/** What saves money, the most first. Each stands for itself: they are never added. */
export function savingsOf(answer: EstimateAnswer | null): Alternative[] {
  return (answer?.estimate.alternatives ?? [])
    .filter(({ saves }) => saves !== null && decimal(saves).gte(leastSaving))
    .sort((one, other) => decimal(other.saves ?? "0").cmp(decimal(one.saves ?? "0")));
}

function savingWords({ text, saves }: Alternative): string {
  return words.saving(text, dollars(saves ?? "0"));
}

function besideBlocks({ measured, computed }: Beside): Block[] {
  const by = measured.minus(computed);
  if (by.abs().lt(leastSaving)) return [{ block: "text", text: words.same(dollars(measured.toFixed())) }];
  // Beyond ten times a share says nothing.
  const percent = computed.gt("0") ? by.abs().times("100").div(computed).round(0) : null;
  const share = percent?.lt("1000") ? words.share(percent.toFixed()) : "";
  const [paid, listed, apart] = [measured, computed, by.abs()].map((amount) => dollars(amount.toFixed()));
  return [
    { block: "text", text: words.differs(paid ?? "", listed ?? "", apart ?? "", share, by.gt("0")) },
    { block: "quiet", text: words.whyDiffers },
  ];
}
