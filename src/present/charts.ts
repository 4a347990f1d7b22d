import type { Advisor } from "../advice/advise.ts";
import { contextOf } from "../advice/estimated.ts";
import type { Situation } from "../advice/situation.ts";
import type { Chart } from "../chart/chart.ts";
import { chartMessages as words } from "../chart/chart-messages.ts";
import { costChart } from "../chart/cost.ts";
import { flatOrMeteredChart } from "../chart/flat-or-metered.ts";
import { freshnessWords } from "../chart/freshness.ts";
import { purchaseOptions } from "../chart/purchase-options.ts";
import { turnChart } from "../chart/turns.ts";
import { modelRef } from "../estimate/context.ts";
import type { TextWork } from "../estimate/text/text.ts";
import { mixOf } from "../estimate/text/text.ts";
import { turnWays } from "../estimate/text/turn-ways.ts";
import { modelName } from "../market/model-name.ts";
import { rowSource, type SourceRead } from "../market/sources.ts";
import type { Purchase } from "../purchase/purchase.ts";
import type { Recommendation } from "../purchase/recommend.ts";
import { decimal, formatAmount } from "../quantity/money.ts";
import { readWorkload } from "../workload/workload.ts";
import { budgetWords } from "./purchase-words.ts";
import { subjectWords } from "./work-words.ts";

/**
 * The pictures of a recommendation, the one that says most first: what the options cost, where a fixed price meets pay per
 * use, and what each turn of a conversation costs. None where there is nothing to set side by side.
 */
export function chartsOf({ purchases }: Recommendation, situation: Situation, advisor: Advisor): Chart[] {
  const several = purchases.length > 1;
  return [
    ...purchases.flatMap((each) => costOf(each, situation, advisor, several) ?? []),
    ...purchases.flatMap(({ breakEven }) => meetOf(breakEven, advisor) ?? []),
    ...[turnsOf(situation.answers.workload, situation, advisor)].filter((each) => each !== null),
  ];
}

function costOf(purchase: Purchase, { answers, vendors }: Situation, advisor: Advisor, several: boolean): Chart | null {
  const options = purchaseOptions(purchase, advisor.market, vendors);
  const title = several ? words.ofBudget(budgetWords[purchase.budget], words.costTitle) : words.costTitle;
  const models = new Set(options.flatMap(({ from }) => from.map(({ model }) => model)));
  const about = isOfWork(purchase) ? subjectWords(answers.workload) : null;
  const subject = [about ?? peopleWords(purchase), models.size > 1 ? words.modelsDiffer : ""];
  const froms = options.slice(0, mostShown).flatMap(({ from }) => from);
  const freshness = freshnessWords(froms.flatMap((from) => sourceOf(from, advisor)));
  return costChart(title, options, { subject: subject.filter((each) => each !== "").join(". "), freshness });
}

const mostShown = 5;

/** Whether the money was worked out from the work that was told, and not for so many people. */
function isOfWork({ picks, candidates }: Purchase): boolean {
  return picks.some(({ model }) => model !== null) || candidates.some(({ perAccepted }) => perAccepted !== null);
}

function peopleWords({ picks, budget }: Purchase): string {
  const [pick] = picks;
  const count = decimal(pick?.quantity.count ?? "1");
  return budget === "people" && count.gt("1") ? words.people(formatAmount(count)) : "";
}

/** The page behind the money: of a model its rates, of anything else its own price. */
function sourceOf({ row, model }: { row: string; model: string | null }, { market, rates }: Advisor): SourceRead[] {
  const found = model?.includes(":") ? rates.find(modelRef(model), market.asOf) : undefined;
  const read = found !== undefined && "row" in found ? found.row : market.row(row);
  return read === undefined ? [] : [rowSource(read, market)];
}

function meetOf(breakEven: Purchase["breakEven"], advisor: Advisor): Chart | null {
  if (breakEven === null) return null;
  const rows = [breakEven.flat, breakEven.meter].map((row) => ({ row, model: null }));
  return flatOrMeteredChart(breakEven, advisor.market, freshnessWords(rows.flatMap((row) => sourceOf(row, advisor))));
}

/** What each turn of the work's conversation costs; null for other work. */
export function turnsOf(workload: unknown, situation: Situation, advisor: Advisor): Chart | null {
  const read = readWorkload(workload);
  if ("problem" in read || read.workload.kind !== "text") return null;
  const work: TextWork = read.workload;
  const models = mixOf(work).map(({ model }) => model);
  const name = models.length === 1 ? modelName(models[0] ?? "") : words.notNamed;
  const freshness = freshnessWords(models.flatMap((model) => sourceOf({ row: "", model }, advisor)));
  const subject = words.turnSubject(formatAmount(work.turns.expected), name);
  return turnChart(turnWays(work, contextOf(advisor.rates, situation)), { subject, freshness });
}
