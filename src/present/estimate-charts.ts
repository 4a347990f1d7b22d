import type { Advisor } from "../advice/advise.ts";
import { noSigns, Situation } from "../advice/situation.ts";
import type { Chart } from "../chart/chart.ts";
import { chartMessages as words } from "../chart/chart-messages.ts";
import { type CostOption, costChart } from "../chart/cost.ts";
import { freshnessWords } from "../chart/freshness.ts";
import type { Estimate } from "../estimate/result.ts";
import type { Market } from "../market/market.ts";
import { modelName } from "../market/model-name.ts";
import { decimal } from "../quantity/money.ts";
import { turnsOf } from "./charts.ts";
import { lineNames } from "./line-names.ts";
import { subjectWords } from "./work-words.ts";

/** The pictures of an estimate alone: the same work in other ways or on other products, and what each turn costs. */
export function estimateChartsOf(estimate: Estimate, workload: unknown, advisor: Advisor): Chart[] {
  const { market, checklist } = advisor;
  if (estimate.per !== "month") return [];
  const priced = estimate.lines.filter(({ eligible, usd }) => eligible && usd !== null);
  const about = {
    subject: subjectWords(workload) ?? "",
    freshness: freshnessWords(priced.flatMap(({ sources }) => sources)),
  };
  const ways = waysOf(estimate);
  const cost =
    ways.length > 0
      ? costChart(words.costOfWays, ways, about)
      : costChart(words.costTitle, productsOf(estimate, market), about);
  const turns = turnsOf(workload, new Situation(checklist, market, {}, noSigns), advisor);
  return [cost, turns].filter((each) => each !== null);
}

/** The work as it was described, and the same work in other ways. */
function waysOf({ total, alternatives }: Estimate): CostOption[] {
  if (total === null) return [];
  const option = { others: [], main: false, note: null };
  return [
    { ...option, main: true, name: words.asDescribed, usd: total },
    ...alternatives.flatMap(({ option: id, model, usd, wallet }) => {
      const isLighter = id === "lighter_model" && model !== null;
      const name = isLighter ? words.lighter(modelName(model)) : words.ways[id];
      return usd === null || wallet !== null || name === undefined ? [] : [{ ...option, name, usd }];
    }),
  ];
}

/** Each product that does the whole work at one price, the cheapest that is known to fit first. */
function productsOf({ lines }: Estimate, market: Market): CostOption[] {
  const names = lineNames(lines, market);
  return lines
    .flatMap((line, at): (CostOption & { sure: boolean })[] => {
      const isAlone = lines.filter(({ option }) => option === line.option).length === 1;
      if (!line.eligible || line.usd === null || !isAlone || line.option === "base") return [];
      const sure = line.assumed.length === 0;
      const note = sure ? null : words.unconfirmed;
      return [{ name: names[at] ?? "", others: [], note, main: false, usd: line.usd, sure }];
    })
    .sort(
      (one, other) =>
        Number(other.sure) - Number(one.sure) || decimal(one.usd.expected).cmp(decimal(other.usd.expected)),
    );
}
