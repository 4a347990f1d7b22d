import type { Estimate, EstimateLine } from "../estimate/result.ts";
import type { Market } from "../market/market.ts";
import type { Block } from "../screen/screen.ts";
import { dollars, moneyWords, unitWords } from "./amounts.ts";
import { lineNames, unitNames } from "./line-names.ts";
import { listBlocks } from "./lists.ts";

/** The lines of an estimate: those with a price in a table, then those without one, then those that cannot do the work. */
export function lineBlocks({ lines }: Estimate, market: Market): Block[] {
  const names = lineNames(lines, market);
  const nameOf = (line: EstimateLine) => names[lines.indexOf(line)] ?? line.option;
  const able = lines.filter((line) => line.eligible);
  const shown = able.filter((line) => line.usd !== null);
  const silent = able.filter((line) => line.usd === null);
  const unable = lines.filter((line) => !line.eligible);
  const perAccepted = shown.some((line) => line.perAccepted !== null);
  const blocks: Block[] = [];
  if (shown.length > 0) {
    blocks.push({
      block: "table",
      columns: ["Line", "Drains", "Cost", ...(perAccepted ? ["Per accepted"] : [])],
      rows: shown.map((line) => [
        nameOf(line),
        drainWords(line),
        moneyWords(line.usd ?? { low: "0", expected: "0", high: "0" }),
        ...(perAccepted ? [line.perAccepted === null ? "" : dollars(line.perAccepted)] : []),
      ]),
    });
  }
  return [
    ...blocks,
    ...listBlocks(
      "Without a price",
      silent.map((line) => `${nameOf(line)}: ${line.low === null ? "" : `${drainWords(line)}, `}${line.notPriceable}`),
    ),
    ...listBlocks(
      "Cannot do it",
      unable.map((line) => `${nameOf(line)}: ${line.reason}`),
    ),
  ];
}

function drainWords(line: EstimateLine): string {
  if (line.low === null || line.expected === null || line.high === null) return "";
  return `${unitWords(line.low, line.expected, line.high)} ${line.unit === null ? "units" : unitNames[line.unit]}`;
}
